import type { Issue } from '../../issue/issue.ts';
import type { InputCell, ModelInput } from '../model-input.ts';
import { locate, readTable, textColumn, type BodyRow } from '../reading/read-table.ts';
import { scenariosTable, type ChangeKind } from '../tables/scenario-tables.ts';
import type { Change } from './apply-changes.ts';

export interface PlannedChange extends Change {
  readonly scenarioId: string;
  readonly from: string | null;
}

/** Rows of Scenarios, in the order of the sheet: so scenarios stand beside each other as the analyst wrote them. */
export const readScenarios = (input: ModelInput): { readonly changes: readonly PlannedChange[]; readonly issues: readonly Issue[] } => {
  const { table, issues } = readTable(input, scenariosTable);
  const text = (id: string) => textColumn(table, id);
  const [scenarioId, from, tableName, rowKey, columnName, kind] = [
    text('ScenarioId'), text('From'), text('TableName'), text('RowKey'), text('ColumnName'), text('Change'),
  ];
  // As it stands in the sheet: it takes the place of a cell that is still to be read
  const place = table.source?.headers.findIndex(header => header.trim().toLowerCase() === 'value') ?? -1;
  const valueOf = ({ index }: BodyRow): InputCell => table.source?.rows[index]?.[place] ?? null;
  const changes = table.rows.flatMap((row): PlannedChange[] => {
    const value = valueOf(row);
    if (row.isBroken || value === null) return [];
    return [
      {
        scenarioId: scenarioId(row) ?? '',
        from: from(row),
        tableName: tableName(row) ?? '',
        rowKey: rowKey(row),
        columnName: columnName(row) ?? '',
        kind: (kind(row) ?? 'set') as ChangeKind,
        value,
        at: columnId => locate(table, row, columnId),
      },
    ];
  });
  return { changes, issues };
};
