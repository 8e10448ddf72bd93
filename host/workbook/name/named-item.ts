import { collectionKind } from '../../interpreter/collection.ts';
import { itemNotFound } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import { formatReference, parseAddress } from '../address.ts';
import { excelValue } from '../cell-content.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { rangeAt } from '../range/range-argument.ts';
import { rangeKind } from '../range/range.ts';
import type { RangeState } from '../range/range-state.ts';
import type { NameStore, StoredName } from './name-store.ts';

interface NamedItemState {
  readonly live: LiveWorkbook;
  readonly names: NameStore;
  readonly name: string;
  readonly sheetId: string | null;
}

const stored = ({ names, name, sheetId }: NamedItemState): StoredName => {
  const found = names.find(name, sheetId);
  if (!found) throw itemNotFound(`name ${name}`);
  return found;
};

const namedRange = (item: NamedItemState): RangeState | null => rangeAt(item.live, stored(item).formula, item.sheetId);

const namedItemKind = new ObjectKind<NamedItemState>('NamedItem', {
  scalars: {
    Name: (item) => stored(item).name,
    Formula: (item) => stored(item).formula,
    Value: (item) => {
      const range = namedRange(item);
      if (!range) return stored(item).formula;
      const isCell = range.box.rowCount * range.box.columnCount === 1;
      const cell = item.live.cell(item.live.sheet(range.sheetId), range.box.row, range.box.column);
      return isCell ? excelValue(cell) : stored(item).formula.slice(1);
    },
    Type: (item) => typeOf(stored(item).formula),
    Scope: ({ sheetId }) => (sheetId === null ? 'Workbook' : 'Worksheet'),
    Visible: (item) => !stored(item).isHidden,
    Comment: (item) => stored(item).comment,
  },
  setters: {
    Formula: (item, args) => item.names.update(stored(item).id, { formula: args.text(0) }),
    Visible: (item, args) => item.names.update(stored(item).id, { isHidden: !args.boolean(0) }),
    Comment: (item, args) => item.names.update(stored(item).id, { comment: args.text(0) }),
  },
  methods: {
    Delete: (item) => item.names.remove(stored(item).id),
    GetRange: (item) => {
      const range = namedRange(item);
      if (!range) throw itemNotFound(`name ${item.name} is no range`);
      return item.live.objects.range(range.sheetId, range.box);
    },
    GetRangeOrNullObject: (item) => {
      const range = namedRange(item);
      return range && item.live.objects.range(range.sheetId, range.box);
    },
  },
});

function typeOf(formula: string): string {
  const body = formula.slice(1);
  if (parseAddress(body)) return 'Range';
  if (/^".*"$/.test(body)) return 'String';
  if (/^[+-]?\d+$/.test(body)) return 'Integer';
  if (/^[+-]?\d*\.?\d+(e[+-]?\d+)?$/i.test(body)) return 'Double';
  if (/^(true|false)$/i.test(body)) return 'Boolean';
  return body.includes('#REF!') ? 'Error' : 'Array';
}

interface NamesState {
  readonly live: LiveWorkbook;
  readonly names: NameStore;
  /** Null for the workbook's own names. */
  readonly sheetId: string | null;
}

const itemOf = ({ live, names }: NamesState, { name, sheetId }: StoredName): HostObject =>
  namedItemKind.make({ live, names, name, sheetId }, { id: name, name });

export const namedItemsKind = collectionKind<NamesState>(
  'NamedItemCollection',
  (state) => state.names.list().filter(({ sheetId }) => sheetId === state.sheetId).map((name) => itemOf(state, name)),
  {
    methods: {
      Add: (state, args) => {
        const comment = args.optionalText(2) ?? '';
        return itemOf(state, state.names.add(args.text(0), referenceOf(state, args), state.sheetId, { comment }));
      },
      AddFormulaLocal: (state, args) => {
        const comment = args.optionalText(2) ?? '';
        return itemOf(state, state.names.add(args.text(0), args.text(1), state.sheetId, { comment }));
      },
    },
  },
);

function referenceOf({ live }: NamesState, args: CallArguments): string {
  const range = rangeKind.stateOf(args.value(1));
  return range ? formatReference(live.sheet(range.sheetId).getSheetName(), range.box) : args.text(1);
}
