import { BorderStyleTypes } from '@univerjs/core';
import type { IBorderData, IBorderStyleData, IStyleData, Nullable } from '@univerjs/core';
import { collectionKind } from '../../interpreter/collection.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import { hexColor, univerBorder } from '../cell-style.ts';
import type { RangeState } from '../range/range-state.ts';
import type { BorderWeight, CellBox } from '../snapshot.ts';
import { patchStyle, rawStyle } from './style-patch.ts';

const sides = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
type Side = (typeof sides)[number];

interface BorderState {
  readonly range: RangeState;
  readonly side: Side;
}

/** Which edges of a cell make up that side of the range. */
function edgesOf(side: Side, { row, column, rowCount, columnCount }: CellBox, r: number, c: number): readonly ('t' | 'b' | 'l' | 'r')[] {
  switch (side) {
    case 'EdgeTop':
      return r === row ? ['t'] : [];
    case 'EdgeBottom':
      return r === row + rowCount - 1 ? ['b'] : [];
    case 'EdgeLeft':
      return c === column ? ['l'] : [];
    case 'EdgeRight':
      return c === column + columnCount - 1 ? ['r'] : [];
    case 'InsideHorizontal':
      return [...(r > row ? (['t'] as const) : []), ...(r < row + rowCount - 1 ? (['b'] as const) : [])];
    case 'InsideVertical':
      return [...(c > column ? (['l'] as const) : []), ...(c < column + columnCount - 1 ? (['r'] as const) : [])];
  }
}

/** The edge of the first cell that has one there. */
function current({ range, side }: BorderState): Nullable<IBorderStyleData> {
  const { box, live, sheetId } = range;
  const atEnd = side === 'EdgeBottom' || side === 'EdgeRight';
  const row = atEnd ? box.row + box.rowCount - 1 : box.row;
  const column = atEnd ? box.column + box.columnCount - 1 : box.column;
  const [edge] = edgesOf(side, box, row, column);
  const borders: Nullable<IStyleData['bd']> = rawStyle(live, sheetId, row, column)?.bd;
  const found = edge && borders?.[edge];
  return found && found.s !== BorderStyleTypes.NONE ? found : null;
}

function draw(border: BorderState, change: (old: Nullable<IBorderStyleData>) => IBorderStyleData | null): void {
  const { range, side } = border;
  const edge = change(current(border));
  patchStyle(range, (row, column) => {
    const edges = edgesOf(side, range.box, row, column);
    if (edges.length === 0) return null;
    return { bd: Object.fromEntries(edges.map((key) => [key, edge])) as IBorderData };
  });
}

const lineStyles = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const weights = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
const byStyle: Partial<Record<(typeof lineStyles)[number], BorderWeight>> = { Dash: 'dashed', Dot: 'dotted', Double: 'double' };
const byWeight: Record<(typeof weights)[number], BorderWeight> = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' };

function styleName(type: BorderStyleTypes | undefined): string {
  if (type === undefined) return 'None';
  const names: Partial<Record<BorderStyleTypes, string>> = {
    [BorderStyleTypes.DASHED]: 'Dash',
    [BorderStyleTypes.MEDIUM_DASHED]: 'Dash',
    [BorderStyleTypes.DOTTED]: 'Dot',
    [BorderStyleTypes.DOUBLE]: 'Double',
  };
  return names[type] ?? 'Continuous';
}

function weightText(type: BorderStyleTypes | undefined): string {
  const names: Partial<Record<BorderStyleTypes, string>> = {
    [BorderStyleTypes.HAIR]: 'Hairline',
    [BorderStyleTypes.MEDIUM]: 'Medium',
    [BorderStyleTypes.MEDIUM_DASHED]: 'Medium',
    [BorderStyleTypes.THICK]: 'Thick',
    [BorderStyleTypes.DOUBLE]: 'Thick',
  };
  return (type !== undefined && names[type]) || 'Thin';
}

const rangeBorderKind = new ObjectKind<BorderState>('RangeBorder', {
  scalars: {
    SideIndex: ({ side }) => side,
    Style: (border) => styleName(current(border)?.s),
    Weight: (border) => weightText(current(border)?.s),
    Color: (border) => hexColor(current(border)?.cl?.rgb ?? '#000000'),
  },
  setters: {
    Style: (border, args) => {
      const style = args.choice(0, lineStyles);
      draw(border, (old) => {
        if (style === 'None') return null;
        const weight = byStyle[style] ?? 'thin';
        const { s } = univerBorder({ weight });
        // a continuous line keeps the weight it has
        const keepsWeight = style === 'Continuous' && old && styleName(old.s) === 'Continuous';
        return { s: keepsWeight ? old.s : s, cl: old?.cl ?? { rgb: '#000000' } };
      });
    },
    Weight: (border, args) => {
      const weight = byWeight[args.choice(0, weights)];
      draw(border, (old) => ({ ...univerBorder({ weight }), ...(old?.cl && { cl: old.cl }) }));
    },
    Color: (border, args) => draw(border, (old) => ({ s: old?.s ?? BorderStyleTypes.THIN, cl: { rgb: args.text(0) } })),
  },
});

export const rangeBordersKind = collectionKind<RangeState>('RangeBorderCollection', (range) =>
  sides.map((side) => rangeBorderKind.make({ range, side }, { id: side, name: side })),
);
