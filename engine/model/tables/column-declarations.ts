import type { ColumnDeclaration } from './table-spec.ts';

/** What differs from the usual column of a kind. */
type More = Partial<ColumnDeclaration>;

/** A number of 0 or more that may be left blank. */
export const numberColumnOf = (id: string, title: string, unit: string, description: string, more: More = {}): ColumnDeclaration => ({
  id, title, unit, type: 'number', isRequired: false, minimum: 0, description, ...more,
});

/** A part from 0 to 1 with what a blank stands for: none, unless stated otherwise. */
export const shareColumnOf = (id: string, title: string, description: string, more: More = {}): ColumnDeclaration => ({
  id, title, type: 'fraction', isRequired: false, minimum: 0, maximum: 1, default: { value: 0, source: 'definition: none' }, description, ...more,
});
