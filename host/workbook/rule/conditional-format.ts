import { invalidArgument, itemNotFound } from '../../interpreter/api-error.ts';
import { collectionKind } from '../../interpreter/collection.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject, Members } from '../../interpreter/host-object.ts';
import type { WireValue } from '../../interpreter/wire.ts';
import { boxesOverlap } from '../address.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { RangeState } from '../range/range-state.ts';
import type { ConditionalFormatSnapshot } from '../snapshot.ts';
import type { StoredFormat } from './conditional-store.ts';

interface FormatState {
  readonly live: LiveWorkbook;
  readonly id: string;
}

const kinds = { CellValue: 'cellValue', ColorScale: 'colorScale', DataBar: 'dataBar', Custom: 'custom', ContainsText: 'containsText' } as const;
type TypeName = keyof typeof kinds;

function stored({ live, id }: FormatState): StoredFormat {
  const found = live.conditionalFormats.byId(id);
  if (!found) throw itemNotFound('conditional format');
  return found;
}
const rule = (state: FormatState): ConditionalFormatSnapshot['rule'] => stored(state).format.rule;
const change = ({ live, id }: FormatState, values: Record<string, string | number | boolean | null>): void =>
  live.conditionalFormats.change(id, values);

const fontKind = new ObjectKind<FormatState>('ConditionalRangeFont', {
  scalars: {
    Color: (state) => rule(state)['fontColor'] ?? '',
    Bold: (state) => rule(state)['bold'] ?? false,
    Italic: (state) => rule(state)['italic'] ?? false,
    Underline: (state) => (rule(state)['underline'] ? 'Single' : 'None'),
  },
  setters: {
    Color: (state, args) => change(state, { fontColor: args.text(0) }),
    Bold: (state, args) => change(state, { bold: args.boolean(0) }),
    Italic: (state, args) => change(state, { italic: args.boolean(0) }),
    Underline: (state, args) => change(state, { underline: args.text(0) !== 'None' }),
  },
  methods: { Clear: (state) => change(state, { fontColor: null, bold: null, italic: null, underline: null }) },
});

const fillKind = new ObjectKind<FormatState>('ConditionalRangeFill', {
  scalars: { Color: (state) => rule(state)['fillColor'] ?? '' },
  setters: { Color: (state, args) => change(state, { fillColor: args.text(0) }) },
  methods: { Clear: (state) => change(state, { fillColor: null }) },
});

const lookKind = new ObjectKind<FormatState>('ConditionalRangeFormat', {
  links: { Font: (state) => fontKind.make(state), Fill: (state) => fillKind.make(state) },
});
const look: Members<FormatState>['links'] = { Format: (state) => lookKind.make(state) };

const cellValueKind = new ObjectKind<FormatState>('CellValueConditionalFormat', {
  scalars: { Rule: (state) => picked(rule(state), ['formula1', 'formula2', 'operator']) },
  links: look,
  setters: {
    Rule: (state, args) => {
      const { formula1, formula2, operator } = args.record(0);
      if (!formula1 || !operator) throw invalidArgument('A rule has formula1 and operator.');
      change(state, { formula1: String(formula1), formula2: formula2 ? String(formula2) : null, operator: String(operator) });
    },
  },
});

const textKind = new ObjectKind<FormatState>('TextConditionalFormat', {
  scalars: { Rule: (state) => picked(rule(state), ['operator', 'text']) },
  links: look,
  setters: {
    Rule: (state, args) => change(state, { operator: String(args.record(0)['operator'] ?? 'Contains'), text: String(args.record(0)['text'] ?? '') }),
  },
});

const formulaKind = new ObjectKind<FormatState>('ConditionalFormatRule', {
  scalars: { Formula: (state) => rule(state)['formula'] ?? '' },
  setters: { Formula: (state, args) => change(state, { formula: args.text(0) }) },
});
const customKind = new ObjectKind<FormatState>('CustomConditionalFormat', {
  links: { ...look, Rule: (state) => formulaKind.make(state) },
});

const points = ['minimum', 'midpoint', 'maximum'] as const;
const colorScaleKind = new ObjectKind<FormatState>('ColorScaleConditionalFormat', {
  scalars: {
    ThreeColorScale: (state) => rule(state)['midpointColor'] !== undefined,
    Criteria: (state) =>
      Object.fromEntries(
        points
          .filter((point) => rule(state)[`${point}Color`] !== undefined)
          .map((point) => [point, { color: rule(state)[`${point}Color`], type: rule(state)[`${point}Type`], formula: rule(state)[`${point}Formula`] ?? null }]),
      ),
  },
  setters: {
    Criteria: (state, args) => {
      const criteria = args.record(0);
      for (const point of points) {
        const { color, type, formula } = (criteria[point] ?? {}) as Record<string, WireValue>;
        if (point !== 'midpoint' && !type) throw invalidArgument(`The ${point} of a color scale has a type.`);
        change(state, {
          [`${point}Color`]: color ? String(color) : null,
          [`${point}Type`]: type ? String(type) : null,
          [`${point}Formula`]: formula === null || formula === undefined ? null : String(formula),
        });
      }
    },
  },
});

const barFormatKind = new ObjectKind<FormatState>('ConditionalDataBarPositiveFormat', {
  scalars: { FillColor: (state) => rule(state)['color'] ?? '', GradientFill: () => true },
  setters: {
    FillColor: (state, args) => change(state, { color: args.text(0) }),
    GradientFill: () => {}, // drawn as a gradient by the grid and by the file's readers alike
  },
});
const dataBarKind = new ObjectKind<FormatState>('DataBarConditionalFormat', {
  scalars: { ShowDataBarOnly: (state) => rule(state)['showValue'] === false },
  links: { PositiveFormat: (state) => barFormatKind.make(state) },
  setters: { ShowDataBarOnly: (state, args) => change(state, { showValue: !args.boolean(0) }) },
});

const part = (kind: TypeName, partKind: ObjectKind<FormatState>) => (state: FormatState): HostObject => {
  if (stored(state).format.kind !== kinds[kind]) throw invalidArgument(`The conditional format is not of the type ${kind}.`);
  return partKind.make(state);
};
const partOrNull = (kind: TypeName, partKind: ObjectKind<FormatState>) => (state: FormatState): HostObject | null =>
  stored(state).format.kind === kinds[kind] ? partKind.make(state) : null;

const conditionalFormatKind = new ObjectKind<FormatState>('ConditionalFormat', {
  scalars: {
    Type: (state) => (Object.keys(kinds) as TypeName[]).find((name) => kinds[name] === stored(state).format.kind),
    Priority: (state) => state.live.conditionalFormats.list(stored(state).sheetId).findIndex(({ id }) => id === state.id),
    StopIfTrue: (state) => rule(state)['stopIfTrue'] ?? false,
  },
  links: {
    CellValue: part('CellValue', cellValueKind),
    CellValueOrNullObject: partOrNull('CellValue', cellValueKind),
    ColorScale: part('ColorScale', colorScaleKind),
    ColorScaleOrNullObject: partOrNull('ColorScale', colorScaleKind),
    Custom: part('Custom', customKind),
    CustomOrNullObject: partOrNull('Custom', customKind),
    DataBar: part('DataBar', dataBarKind),
    DataBarOrNullObject: partOrNull('DataBar', dataBarKind),
    TextComparison: part('ContainsText', textKind),
    TextComparisonOrNullObject: partOrNull('ContainsText', textKind),
  },
  setters: {
    StopIfTrue: (state, args) => change(state, { stopIfTrue: args.boolean(0) }),
    Priority: (state, args) => state.live.conditionalFormats.moveTo(state.id, args.count(0)),
  },
  methods: {
    Delete: ({ live, id }) => live.conditionalFormats.remove(id),
    GetRange: (state) => state.live.objects.range(stored(state).sheetId, stored(state).format.box),
    GetRangeOrNullObject: (state) => state.live.objects.range(stored(state).sheetId, stored(state).format.box),
  },
});

export const conditionalFormatsKind = collectionKind<RangeState>(
  'ConditionalFormatCollection',
  ({ live, sheetId, box }) =>
    live.conditionalFormats
      .list(sheetId)
      .filter(({ format }) => boxesOverlap(format.box, box))
      .map(({ id }) => conditionalFormatKind.make({ live, id }, { id })),
  {
    methods: {
      Add: ({ live, sheetId, box }, args) => {
        const kind = kinds[args.choice(0, Object.keys(kinds) as TypeName[])];
        const { id } = live.conditionalFormats.add(sheetId, { box, kind, rule: {} });
        return conditionalFormatKind.make({ live, id }, { id });
      },
      ClearAll: ({ live, sheetId, box }) => live.conditionalFormats.clear(sheetId, box),
    },
  },
);

const picked = (record: ConditionalFormatSnapshot['rule'], names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => record[name] !== undefined).map((name) => [name, record[name]]));
