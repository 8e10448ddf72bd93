import { inputTables, type InputTable } from '../../engine/index.ts';
import type { AddedRow, NewPlacement, PlacementChoices } from '../taskpane/pane-services.ts';
import { changeTable } from '../workbook/change-table.ts';
import { readInput } from '../workbook/read-input.ts';

const tableId = 'Placements';

/** Tables and columns whose rows a placement may name as its workload. */
const workloadColumns = (): readonly { readonly tableId: string; readonly columnId: string }[] =>
  inputTables.find(({ id }) => id === tableId)?.columns.find(({ id }) => id === 'WorkloadId')?.references ?? [];

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Texts of a column as they stand, each once, blanks left out. */
const namesIn = (table: InputTable | undefined, columnId: string): string[] => {
  const place = table?.headers.findIndex(header => isSame(header, columnId)) ?? -1;
  if (!table || place < 0) return [];
  return [...new Set(table.rows.map(row => String(row[place] ?? '').trim()))].filter(name => name !== '');
};

const readTables = async () => {
  const { tables } = await readInput([tableId, ...workloadColumns().map(column => column.tableId)]);
  return { tables, placements: tables.find(({ tableName }) => tableName === tableId) };
};

export async function placementChoices(): Promise<PlacementChoices> {
  const { tables, placements } = await readTables();
  const workloads = workloadColumns().flatMap(
    column => namesIn(tables.find(({ tableName }) => tableName === column.tableId), column.columnId),
  );
  return { workloads, scenarios: namesIn(placements, 'ScenarioId') };
}

/** A name no placement has: `web on m7i.xlarge`, with a number where that is taken. */
const freeName = ({ workloadId, nodeType }: NewPlacement, taken: readonly string[]): string => {
  const first = `${workloadId} on ${nodeType}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? first : `${first} (${number})`;
    if (!taken.some(each => isSame(each, name))) return name;
  }
};

const columns = ['PlacementId', 'ScenarioId', 'WorkloadId', 'Provider', 'Region', 'NodeType', 'Purchase'];

/** Adds the row behind those that are filled; all other rows, columns and formulas stay. Throws `WriteBlocked` where Excel would refuse. */
export async function addPlacement(placement: NewPlacement): Promise<AddedRow> {
  const { placements } = await readTables();
  const name = freeName(placement, namesIn(placements, 'PlacementId'));
  const filled = (placements?.rows ?? []).map(row => row.some(cell => cell !== null && String(cell).trim() !== ''));
  const { scenarioId, workloadId, provider, region, nodeType, purchase } = placement;
  const cells = [name, scenarioId.trim() === '' ? null : scenarioId.trim(), workloadId, provider, region, nodeType, purchase === 'on-demand' ? null : purchase];
  const sheetName = await changeTable(tableId, { columns, updates: [], additions: [cells], firstFreeRow: filled.lastIndexOf(true) + 1 });
  return { name, sheetName };
}
