import { Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { usePane } from './pane-context.tsx';
import type { PastRunView, RunComparison } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  choice: { display: 'flex', flexDirection: 'column', rowGap: '2px', flexGrow: 1, minWidth: '180px' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': { padding: '6px 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, textAlign: 'right', verticalAlign: 'top' },
    '& th:first-child': { textAlign: 'left', paddingLeft: 0, fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
    '& thead th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  },
  answers: { margin: 0, '& dt': { fontWeight: tokens.fontWeightSemibold, marginTop: '8px' }, '& dd': { margin: '2px 0 0' } },
  before: { color: tokens.colorNeutralForeground2 },
});

/** Runs the workbook remembers, and what one found otherwise than another. `newest` tells that there is a new one. */
export function RunHistory({ newest }: { readonly newest: number }): ReactElement | null {
  const { services } = usePane();
  const runs = services.pastRuns();
  // The newest against the one before it, until somebody asks for others: and again after each run.
  return runs.length < 2 ? null : <Comparison key={`${newest} ${runs[0]?.at}`} runs={runs} />;
}

function Comparison({ runs }: { readonly runs: readonly PastRunView[] }): ReactElement {
  const { services, format } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const [[earlier, later], setPair] = useState<readonly [number, number]>([1, 0]);
  const nameOf = ({ at, figure }: PastRunView): string => [format.time(at), figure].filter(Boolean).join(' · ');
  const choose = (label: string, value: number, change: (place: number) => void): ReactElement => (
    <label className={styles.choice}>
      <span className={pane.quiet}>{label}</span>
      <Select value={String(value)} onChange={(_, data) => change(Number(data.value))}>
        {runs.map((run, place) => (
          <option key={run.at} value={String(place)}>{nameOf(run)}</option>
        ))}
      </Select>
    </label>
  );
  const shown = runs[later];
  return (
    <section className={pane.section} aria-labelledby="history-heading">
      <h3 id="history-heading" className={pane.subheading}>{translate('pane-history-heading')}</h3>
      <p className={pane.quiet}>{translate('pane-history-lead', { count: runs.length })}</p>
      <div className={styles.choices}>
        {choose(translate('pane-history-earlier'), earlier, place => setPair([place, later]))}
        {choose(translate('pane-history-later'), later, place => setPair([earlier, place]))}
      </div>
      {shown && (
        <p className={pane.quiet}>
          {translate('pane-history-made-with', { date: format.date(shown.catalogDate), seed: shown.randomSeed, hash: shown.inputHash })}
        </p>
      )}
      <div aria-live="polite" className={pane.section}>
        <Found comparison={services.compareRuns(earlier, later)} />
      </div>
    </section>
  );
}

function Found({ comparison: { changed, figures, answers } }: { readonly comparison: RunComparison }): ReactElement {
  const styles = useStyles();
  const pane = usePaneStyles();
  const isSame = figures.every(({ before, after }) => before === after) && answers.length === 0;
  if (isSame && changed.length === 0) return <p className={pane.quiet}>{translate('pane-history-same')}</p>;
  return (
    <>
      <p className={pane.quiet}>
        {changed.length > 0 ? translate('pane-history-changed', { tables: changed.join(', ') }) : translate('pane-history-unchanged')}
      </p>
      {figures.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {(['figure', 'before', 'after', 'difference'] as const).map(column => (
                <th key={column} scope="col">{translate(`pane-history-${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map(({ label, before, after, difference }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{before}</td>
                <td>{after}</td>
                <td>{difference}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {answers.length > 0 && (
        <>
          <h4 className={pane.subheading}>{translate('pane-history-answers')}</h4>
          <dl className={styles.answers}>
            {answers.map(({ title, before, after }) => (
              <div key={title}>
                <dt>{title}</dt>
                {before !== '' && <dd className={styles.before}>{translate('pane-history-before')}: {before}</dd>}
                {after !== '' && <dd>{translate('pane-history-after')}: {after}</dd>}
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
