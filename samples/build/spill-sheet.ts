import type { SpillingFormula } from '../source/sample.ts';
import type { CalculatedCells } from './calculated-cells.ts';
import { formulaTabColor, layout, look, pointsOf } from './look.ts';
import { SheetDraft } from './sheet-draft.ts';
import { withCellReferences, type TablePlace } from './table-place.ts';

const row = { title: 0, note: 1, formula: 2, spill: 4 } as const;
const addinNote = 'Calculated by the CloudCost add-in: a program without it may show #NAME? here.';

/** A sheet with one formula that spills a table; cells it fills are there once it was calculated. */
export const spillSheet = (
  { sheetName, question, note, formula, columns }: SpillingFormula,
  places: readonly TablePlace[],
  calculated: CalculatedCells,
): SheetDraft => {
  const draft = new SheetDraft(sheetName, formulaTabColor);
  const typed = withCellReferences(formula, places);
  draft.write(row.title, layout.firstColumn, question, look.title);
  draft.write(row.note, layout.firstColumn, `${note} ${addinNote}`, look.note);
  draft.write(row.formula, layout.firstColumn, typed.slice(1), { ...look.formulaText, wrapText: false });
  const { value = null, spilled = [] } = calculated(sheetName, row.spill, layout.firstColumn) ?? {};
  spilled.forEach((cells, r) => cells.forEach((cell, c) => {
    const numberFormat = columns[c]?.numberFormat;
    const style = r === 0 ? look.spilledHeader : { ...look.spilled, ...(numberFormat ? { numberFormat } : {}) };
    draft.put(row.spill + r, layout.firstColumn + c, { value: cell, isSpilled: true, style });
  }));
  const spill = { rowCount: spilled.length, columnCount: spilled[0]?.length ?? 0 };
  draft.put(row.spill, layout.firstColumn, {
    value, formula: typed, style: look.spilledHeader, ...(spilled.length > 0 ? { spill } : {}),
  });
  draft.rowHeights.set(row.title, layout.titleHeight);
  columns.forEach(({ widthCharacters }, index) => {
    draft.columnWidths.set(layout.firstColumn + index, pointsOf(widthCharacters));
  });
  draft.freeze = { rowCount: row.spill + 1, columnCount: 0 };
  return draft;
};
