import { ErrorType, ErrorValueObject, LexerTreeBuilder, ReferenceNodeFactory } from '@univerjs/engine-formula';
import { structuredReferenceToFile } from '../xlsx/formula/structured-reference.ts';
import { formulaTokens } from '../xlsx/formula/tokens.ts';

/**
 * Structured references as people type them. Univer 0.25.1 knows `Jobs[[#This Row],[Cost]]` and `Jobs[Cost]` in exactly
 * the table's own spelling; `Jobs[@Cost]`, and `[@Cost]` and `[Cost]` inside the table, mean the same to a person.
 */
export function readStructuredReferences(): void {
  readShorthand();
  bindToTables();
}

/** Stands for the table around the cell: no name can hold this sign. */
const ownTable = '\uE000';

type Lex = (this: object, formula: string, ...settings: unknown[]) => unknown;

function readShorthand(): void {
  const prototype = LexerTreeBuilder.prototype as unknown as { treeBuilder: Lex };
  const lex = prototype.treeBuilder;
  prototype.treeBuilder = function (formula, ...settings) {
    return lex.call(this, withoutShorthand(formula), ...settings);
  };
}

/** Every bracket in the long form, behind the name of its table or the sign for the cell's own. */
function withoutShorthand(formula: string): string {
  if (!formula.includes('[')) return formula;
  const tokens = formulaTokens(formula);
  return tokens
    .map(({ kind, text }, index) => {
      const next = tokens[index + 1];
      const isBook = next?.kind === 'word' || next?.text === '!'; // [Book]Sheet!A1
      if (kind !== 'bracket' || isBook) return text;
      const isBare = tokens[index - 1]?.kind !== 'word';
      return (isBare ? ownTable : '') + structuredReferenceToFile(text, undefined, false);
    })
    .join('');
}

interface TableData {
  readonly sheetId: string;
  /** Header row included. */
  readonly range: TableRange;
  readonly titleMap: TitleMap;
}
type TitleMap = Pick<Map<string, number>, 'get'>;
type TableMap = Pick<Map<string, TableData>, 'get' | 'has'>;

interface TableRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

interface TableReference {
  isCurrentRowForRange(): boolean;
  getRangeData(): TableRange;
  setRangeData(range: TableRange & { startAbsoluteRefType?: number; endAbsoluteRefType?: number }): void;
}

interface Runtime {
  readonly currentSubUnitId: string;
  readonly currentRow: number;
  readonly currentColumn: number;
}

interface ReferenceNode {
  _tableReferenceObject?: TableReference;
  execute(): void;
  getValue(): unknown;
  setValue(value: unknown): void;
}
type ReferenceNodeClass = new (config: unknown, runtime: Runtime, token: string, type: number, isPrepareMerge: boolean) => ReferenceNode;

interface NodeFactory {
  readonly _currentConfigService: { getExecuteUnitId(): string | undefined };
  readonly _formulaRuntimeService: Runtime;
  readonly _superTableService: { getTableMap(unitId: string): ReadonlyMap<string, TableData> | undefined };
  _getTableMap(): TableMap | undefined;
  _getNode(token: string, isLexerNode: boolean, isPrepareMerge: boolean, param: string): ReferenceNode | undefined;
  _getTableReferenceNode(token: string, isLexerNode: boolean, isPrepareMerge: boolean, isTable?: boolean): ReferenceNode | undefined;
}

/** As `$A$1` has it: a formula shared by a filled-down column reads the same cells in every row. */
const absolute = 3;

function bindToTables(): void {
  const prototype = ReferenceNodeFactory.prototype as unknown as NodeFactory;
  const tableNode = prototype._getTableReferenceNode;
  prototype._getTableMap = function () {
    const tables = tablesOf(this);
    return tables && inAnySpelling(tables, tableInAnySpelling);
  };
  prototype._getTableReferenceNode = function (token, isLexerNode, isPrepareMerge, isTable) {
    if (token.startsWith(ownTable)) return isLexerNode ? undefined : ownTableNode(this, token.slice(ownTable.length), isPrepareMerge);
    const node = tableNode.call(this, token, isLexerNode, isPrepareMerge, isTable);
    const table = node?._tableReferenceObject && this._getTableMap()?.get(token.split('[')[0]!);
    if (node && table) keepWithinTable(node, table, this._formulaRuntimeService);
    return node;
  };
}

const tablesOf = (factory: NodeFactory): ReadonlyMap<string, TableData> | undefined =>
  factory._superTableService.getTableMap(factory._currentConfigService.getExecuteUnitId() ?? '');

/** A reference whose table is looked for when it is read: one parsed formula serves all cells that hold its text. */
function ownTableNode(factory: NodeFactory, struct: string, isPrepareMerge: boolean): ReferenceNode {
  const runtime = factory._formulaRuntimeService;
  const { constructor } = factory._getNode('A1', false, isPrepareMerge, 'A1')!;
  const node = new (constructor as ReferenceNodeClass)(factory._currentConfigService, runtime, struct, 1, isPrepareMerge);
  let bound: { table: TableData; node: ReferenceNode | undefined } | null = null;
  node.execute = () => {
    const around = tableAround(tablesOf(factory), runtime);
    if (around && bound?.table !== around.table) {
      bound = { table: around.table, node: factory._getTableReferenceNode(around.name + struct, false, isPrepareMerge, true) };
    }
    const found = around && bound?.node;
    found?.execute();
    node.setValue(found ? found.getValue() : ErrorValueObject.create(ErrorType.VALUE));
  };
  return node;
}

function tableAround(
  tables: ReadonlyMap<string, TableData> | undefined,
  { currentSubUnitId, currentRow, currentColumn }: Runtime,
): { name: string; table: TableData } | null {
  for (const [name, table] of tables ?? []) {
    const { startRow, endRow, startColumn, endColumn } = table.range;
    if (table.sheetId !== currentSubUnitId || currentRow < startRow || currentRow > endRow) continue;
    if (currentColumn >= startColumn && currentColumn <= endColumn) return { name, table };
  }
  return null;
}

/** Univer takes the column before the table for one it does not find, and this row for any row at all. */
function keepWithinTable(node: ReferenceNode, { range }: TableData, runtime: Runtime): void {
  const reference = node._tableReferenceObject!;
  const data = reference.getRangeData();
  const isColumnKnown = data.startColumn >= range.startColumn && data.endColumn >= range.startColumn;
  const isThisRow = reference.isCurrentRowForRange();
  if (!isThisRow) reference.setRangeData({ ...data, startAbsoluteRefType: absolute, endAbsoluteRefType: absolute });
  const execute = node.execute.bind(node);
  node.execute = () => {
    const isRowKnown = !isThisRow || (runtime.currentRow > range.startRow && runtime.currentRow <= range.endRow);
    if (isColumnKnown && isRowKnown) execute();
    else node.setValue(ErrorValueObject.create(isColumnKnown ? ErrorType.VALUE : ErrorType.REF));
  };
}

/** A map that finds `COST` by `cost`; `adapt` dresses what it answers. */
function inAnySpelling<T>(map: ReadonlyMap<string, T>, adapt: (value: T) => T): Pick<Map<string, T>, 'get' | 'has'> {
  const find = (key: string): T | undefined => {
    const exact = map.get(key);
    if (exact !== undefined) return exact;
    const wanted = key.toLowerCase();
    for (const [name, value] of map) if (name.toLowerCase() === wanted) return value;
    return undefined;
  };
  return {
    has: (key) => find(key) !== undefined,
    get(key) {
      const found = find(key);
      return found === undefined ? undefined : adapt(found);
    },
  };
}

/** An apostrophe before a sign that means something in a formula belongs to the formula, not to the column's name. */
function tableInAnySpelling(table: TableData): TableData {
  const titles = inAnySpelling(table.titleMap as Map<string, number>, (index) => index);
  return { ...table, titleMap: { get: (title) => titles.get(title) ?? titles.get(title.replace(/'(.)/g, '$1')) } };
}
