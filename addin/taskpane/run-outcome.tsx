import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { FigureView, RunOutcome } from '../automation.ts';
import { translate } from '../localization/translate.ts';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';
import { ProblemList } from './problem-list.tsx';

/** The figures that matter come first; a workbook with many jobs has many. */
const firstShown = 6;

const useStyles = makeStyles({
  figures: {
    margin: 0,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '& > div + div': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  figure: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    columnGap: '12px',
    padding: '8px 12px',
  },
  value: {
    flexShrink: 0,
    maxWidth: '60%',
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right',
  },
  /** The sheet has the whole of a long answer. */
  answer: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 3, overflow: 'hidden' },
  rows: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, flexShrink: 0 },
});

export function RunOutcomePanel(props: { readonly outcome: RunOutcome; readonly elapsed: string }): ReactElement {
  const { outcome } = props;
  switch (outcome.status) {
    case 'done':
      return (
        <>
          <Message intent="success" title={translate('pane-run-done')} body={translate('pane-run-done-text', { time: props.elapsed })} />
          <Figures figures={outcome.summary} />
          <ResultTables tables={outcome.tables} />
          {outcome.warnings.length > 0 && <Warnings outcome={outcome} />}
        </>
      );
    case 'invalid':
      return <Invalid outcome={outcome} />;
    case 'cancelled':
      return <Message intent="info" title={translate('pane-run-cancelled')} body={translate('pane-run-cancelled-text')} />;
    case 'failed':
      return <Message intent="error" title={translate('pane-run-failed')} body={outcome.message} />;
  }
}

function Message(props: { readonly intent: 'success' | 'info' | 'error'; readonly title: string; readonly body: string }): ReactElement {
  return (
    <MessageBar intent={props.intent} layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{props.title}</MessageBarTitle>
        {props.body}
      </MessageBarBody>
    </MessageBar>
  );
}

function Figures(props: { readonly figures: readonly FigureView[] }): ReactElement | null {
  const styles = useStyles();
  const pane = usePaneStyles();
  const [isAll, setIsAll] = useState(false);
  const { figures } = props;
  if (figures.length === 0) return null;
  const shown = isAll ? figures : figures.slice(0, firstShown);
  return (
    <section className={pane.section} aria-labelledby="figures-heading">
      <h3 id="figures-heading" className={pane.subheading}>{translate('pane-run-summary')}</h3>
      <dl className={styles.figures}>
        {shown.map((figure) => (
          <div key={figure.label} className={styles.figure}>
            <dt>{figure.label}</dt>
            <dd className={styles.value}>{figure.text}</dd>
          </div>
        ))}
      </dl>
      {shown.length < figures.length && (
        <div>
          <Button onClick={() => setIsAll(true)}>{translate('pane-show-all', { count: figures.length })}</Button>
        </div>
      )}
    </section>
  );
}

function ResultTables(props: { readonly tables: Extract<RunOutcome, { status: 'done' }>['tables'] }): ReactElement {
  const { goToCell } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  return (
    <section className={pane.section} aria-labelledby="results-heading">
      <h3 id="results-heading" className={pane.subheading}>{translate('pane-run-results')}</h3>
      <ul className={pane.card}>
        {props.tables.map((table) => (
          <li key={table.tableName}>
            <button type="button" className={pane.rowButton} onClick={() => goToCell(table.sheetName, '')}>
              <span className={pane.rowHead}>
                <span className={mergeClasses(pane.rowTitle, pane.link)}>{table.sheetName}</span>
                <span className={styles.rows}>{translate('pane-rows', { count: table.rowCount })}</span>
              </span>
              {table.answer && <span className={styles.answer}>{table.answer}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Warnings(props: { readonly outcome: Extract<RunOutcome, { status: 'done' }> }): ReactElement {
  const pane = usePaneStyles();
  return (
    <section className={pane.section}>
      <h3 className={pane.subheading}>{translate('pane-run-warnings')}</h3>
      <ProblemList problems={props.outcome.warnings} label={translate('pane-run-warnings')} />
    </section>
  );
}

function Invalid(props: { readonly outcome: Extract<RunOutcome, { status: 'invalid' }> }): ReactElement {
  const { problems } = props.outcome;
  return (
    <>
      <Message intent="error" title={translate('pane-run-invalid', { count: problems.length })} body={translate('pane-run-invalid-text')} />
      <ProblemList problems={problems} label={translate('pane-problems')} />
    </>
  );
}
