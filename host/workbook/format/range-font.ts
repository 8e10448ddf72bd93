import { BooleanNumber } from '@univerjs/core';
import { ObjectKind } from '../../interpreter/host-object.ts';
import { booleanNumber, hexColor } from '../cell-style.ts';
import type { RangeState } from '../range/range-state.ts';
import { commonStyle, patchStyle } from './style-patch.ts';
import type { StylePatch } from './style-patch.ts';

const defaultFont = { name: 'Calibri', size: 11, color: '#000000' } as const;

const set = (range: RangeState, patch: StylePatch): void => patchStyle(range, () => patch);

export const rangeFontKind = new ObjectKind<RangeState>('RangeFont', {
  scalars: {
    Name: (range) => commonStyle(range, (style) => style?.ff ?? defaultFont.name),
    Size: (range) => commonStyle(range, (style) => style?.fs ?? defaultFont.size),
    Color: (range) => commonStyle(range, (style) => hexColor(style?.cl?.rgb ?? defaultFont.color)),
    Bold: (range) => commonStyle(range, (style) => style?.bl === BooleanNumber.TRUE),
    Italic: (range) => commonStyle(range, (style) => style?.it === BooleanNumber.TRUE),
    Underline: (range) => commonStyle(range, (style) => (style?.ul?.s ? 'Single' : 'None')),
    Strikethrough: (range) => commonStyle(range, (style) => style?.st?.s === BooleanNumber.TRUE),
  },
  setters: {
    Name: (range, args) => set(range, { ff: args.text(0) }),
    Size: (range, args) => set(range, { fs: args.number(0) }),
    Color: (range, args) => set(range, { cl: { rgb: args.text(0) } }),
    Bold: (range, args) => set(range, { bl: booleanNumber(args.boolean(0)) }),
    Italic: (range, args) => set(range, { it: booleanNumber(args.boolean(0)) }),
    Underline: (range, args) => set(range, { ul: { s: booleanNumber(args.choice(0, ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant']) !== 'None') } }),
    Strikethrough: (range, args) => set(range, { st: { s: booleanNumber(args.boolean(0)) } }),
  },
});

export const rangeFillKind = new ObjectKind<RangeState>('RangeFill', {
  scalars: {
    // Excel answers white for a cell without a fill
    Color: (range) => commonStyle(range, (style) => hexColor(style?.bg?.rgb ?? '#FFFFFF')),
  },
  setters: {
    Color: (range, args) => set(range, { bg: { rgb: args.text(0) } }),
  },
  methods: {
    Clear: (range) => set(range, { bg: null }),
  },
});
