import { Badge, Button, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { PlayFilled } from '@fluentui/react-icons/svg/play';
import { useEffect, useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { CloudCostName } from './cloudcost-name.tsx';
import { FailureBar } from './failure-bar.tsx';
import { OutOfDate } from './out-of-date.tsx';
import { usePane } from './pane-context.tsx';
import type { TableState, TableView } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';
import { ProblemList } from './problem-list.tsx';
import { TemplateList } from './template-list.tsx';
import { useTables } from './use-tables.ts';

/** Settings come filled with their defaults. */
const isToFill = (tableName: string, inserted: readonly string[]): boolean =>
  tableName !== 'Settings' && inserted.includes(tableName);

const useStyles = makeStyles({
  nested: { padding: '0 12px 12px' },
  where: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

export function ModelView(): ReactElement {
  const { goToCell } = usePane();
  const pane = usePaneStyles();
  const tables = useTables();
  const { reload } = tables;
  const [inserted, setInserted] = useState<readonly string[]>([]);
  const showInserted = (tableNames: readonly string[]): void => {
    setInserted(tableNames);
    reload();
  };
  // What was inserted is to be filled next: go there once its sheet is known.
  useEffect(() => {
    const first = tables.value?.tables.find(({ tableName, sheetName }) => sheetName && isToFill(tableName, inserted));
    if (!first || tables.isLoading) return;
    setInserted([]);
    goToCell(first.sheetName, '');
  }, [tables.value, tables.isLoading, inserted, goToCell]);
  return (
    <div className={pane.view}>
      <section className={pane.section} aria-labelledby="tables-heading">
        <div className={pane.rowHead}>
          <h2 id="tables-heading" className={pane.heading}>{translate('pane-model-heading')}</h2>
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowClockwiseRegular />}
            aria-label={translate('pane-model-check')}
            title={translate('pane-model-check')}
            onClick={reload}
          />
        </div>
        <p className={pane.quiet}>{translate('pane-model-lead')}</p>
        <FailureBar message={tables.failure} />
        {tables.value === null && tables.isLoading && <Spinner size="tiny" label={translate('pane-model-checking')} />}
        {tables.value && <OutOfDate tables={tables.value} />}
        {tables.value && <TableList tables={tables.value.tables} />}
        {tables.value && tables.value.tables.length > 0 && <RunButton />}
      </section>
      <TemplateList onInserted={showInserted} />
      <CloudCostName />
    </div>
  );
}

/** Shows the Run view at work: its progress and problems belong there. */
function RunButton(): ReactElement {
  const { run, views } = usePane();
  const start = (): void => {
    views.show('run');
    void run.start();
  };
  return (
    <div>
      <Button appearance="primary" icon={<PlayFilled />} onClick={start}>{translate('pane-run-start')}</Button>
    </div>
  );
}

function TableList({ tables }: { readonly tables: readonly TableView[] }): ReactElement {
  const pane = usePaneStyles();
  if (tables.length === 0) return <p className={pane.quiet}>{translate('pane-model-none')}</p>;
  return (
    <ul className={pane.card}>
      {tables.map((table) => (
        <li key={table.tableName}><TableRow table={table} /></li>
      ))}
    </ul>
  );
}

function TableRow({ table }: { readonly table: TableView }): ReactElement {
  const { goToCell } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const head = (
    <span className={pane.rowHead}>
      <span className={mergeClasses(pane.rowTitle, table.sheetName !== '' && pane.link)}>{table.title}</span>
      <StateBadge state={table.state} problemCount={table.problems.length} />
    </span>
  );
  if (!table.sheetName)
    return (
      <div className={pane.row}>
        {head}
        <span className={styles.where}>{[...ownName(table), translate('pane-model-missing-text')].join(' · ')}</span>
      </div>
    );
  return (
    <>
      <button type="button" className={pane.rowButton} onClick={() => goToCell(table.sheetName, '')}>
        {head}
        <span className={styles.where}>
          {[...ownName(table), table.sheetName, translate('pane-rows', { count: table.rowCount })].join(' · ')}
        </span>
      </button>
      {table.problems.length > 0 && (
        <div className={styles.nested}><ProblemList problems={table.problems} label={translate('pane-problems-of', { title: table.title })} /></div>
      )}
    </>
  );
}

/** The table's name in Excel, unless its title says the same. */
const ownName = (table: TableView): readonly string[] => (table.tableName === table.title ? [] : [table.tableName]);

const badgeColors = { ok: 'success', problems: 'danger', missing: 'warning' } as const;

/** Words, not only color. */
function StateBadge(props: { readonly state: TableState; readonly problemCount: number }): ReactElement {
  return (
    <Badge appearance="tint" color={badgeColors[props.state]} shape="rounded">
      {props.problemCount > 0
        ? translate('pane-model-problem-count', { count: props.problemCount })
        : translate(`pane-model-${props.state}`)}
    </Badge>
  );
}
