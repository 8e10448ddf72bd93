import type { axisOf } from './chart-data.ts';
import { escapeHtml } from './escape-html.ts';

const colours = ['#1f6fb2', '#e07b28', '#7a7a7a', '#e3b023', '#4aa3df', '#5f9e3f', '#2b4a72', '#9c4a1a'];

export const colourOf = (index: number): string => colours[index % colours.length] ?? '#000';

export const fixed = (value: number): string => value.toFixed(1);

/** A number on an axis. */
export const short = (value: number): string =>
  new Intl.NumberFormat('en-US', { notation: Math.abs(value) >= 1e5 ? 'compact' : 'standard', maximumFractionDigits: 2 }).format(value);

/** A name beside an axis, cut where it is longer than its room. */
export const shortLabel = (text: string, mostLetters: number): string =>
  escapeHtml(text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text);

export const ticks = ({ low, high, step }: ReturnType<typeof axisOf>): number[] =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
