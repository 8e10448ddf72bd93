import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ImportOutcome, ImportReportView } from '../automation.ts';
import { translate } from '../localization/translate.ts';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';
import { ProblemList } from './problem-list.tsx';

const shownUnpriced = 5;

const useStyles = makeStyles({
  counts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: '12px',
    rowGap: '4px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { gridColumn: 1, textAlign: 'right', fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  what: { gridColumn: 2, margin: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What became of an import, and the report of what was read. */
export function ImportOutcomePanel({ outcome }: { readonly outcome: ImportOutcome }): ReactElement {
  switch (outcome.status) {
    case 'done':
      return (
        <>
          <Done report={outcome.report} />
          {outcome.warnings.length > 0 && <ProblemList problems={outcome.warnings} label={translate('pane-run-warnings')} />}
          <Report report={outcome.report} />
        </>
      );
    case 'invalid':
      return (
        <>
          <Message intent="error" title={translate('pane-import-refused')} body={translate('pane-import-nothing-written')} />
          <ProblemList problems={outcome.problems} label={translate('pane-problems')} />
          {outcome.report?.listTitle && <Report report={outcome.report} />}
        </>
      );
    case 'cancelled':
      return <Message intent="info" title={translate('pane-run-cancelled')} body={translate('pane-import-nothing-written')} />;
    case 'failed':
      return <Message intent="error" title={translate('pane-import-failed')} body={outcome.message} />;
  }
}

function Message(props: { readonly intent: 'info' | 'error'; readonly title: string; readonly body: string }): ReactElement {
  return (
    <MessageBar intent={props.intent} layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{props.title}</MessageBarTitle>
        {props.body}
      </MessageBarBody>
    </MessageBar>
  );
}

function Done({ report }: { readonly report: ImportReportView }): ReactElement {
  const { goToCell } = usePane();
  const { added, updated, unchanged, kept, sheetName } = report;
  return (
    <MessageBar intent="success" layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{translate('pane-import-done')}</MessageBarTitle>
        {translate('pane-import-written', { added, updated, unchanged })}
        {kept > 0 && ` ${translate('pane-import-kept', { count: kept })}`}{' '}
        <Link inline as="button" onClick={() => goToCell(sheetName, '')}>{translate('pane-go-to', { place: sheetName })}</Link>
      </MessageBarBody>
    </MessageBar>
  );
}

function Report({ report }: { readonly report: ImportReportView }): ReactElement {
  const { format } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const line = (key: string, count: number, what: string, detail = ''): ReactElement => (
    <div key={key} style={{ display: 'contents' }}>
      <dt className={styles.count}>{format.count(count)}</dt>
      <dd className={styles.what}>
        {what}
        {detail && <span className={styles.detail}> {detail}</span>}
      </dd>
    </div>
  );
  const { unpriced } = report;
  return (
    <section className={pane.section} aria-labelledby="import-report-heading">
      <h3 id="import-report-heading" className={pane.subheading}>{report.listTitle}</h3>
      {report.listDetail && <p className={pane.quiet}>{report.listDetail}</p>}
      <dl className={styles.counts}>
        {line('read', report.rowsRead, translate('pane-import-rows-read', { count: report.rowsRead }))}
        {line('taken', report.rowsTaken, translate('pane-import-rows-taken'))}
        {report.skipped.map(({ text, count, firstRow }) =>
          line(text, count, translate('pane-import-skipped', { reason: text }), translate('pane-import-first-row', { row: firstRow })),
        )}
        {unpriced.length > 0 && line('unpriced', unpriced.length, translate('pane-import-unpriced'), unpriced.slice(0, shownUnpriced).join(' · '))}
      </dl>
    </section>
  );
}
