import type { Sample } from '../source/sample.ts';
import type { CalculatedCells } from './calculated-cells.ts';
import { layout, look, pointsOf, readMeTabColor } from './look.ts';
import { SheetDraft } from './sheet-draft.ts';
import { cellReference, withCellReferences, type TablePlace } from './table-place.ts';

const readMeSheetName = 'Read me';

/** Label, text, value, unit: widths in characters. */
const columns = { label: 1, text: 2, value: 3, unit: 4 } as const;
const widths = { label: 36, text: 96, value: 16, unit: 16 } as const;
/** Where the body font is missing a wider one stands in: a line to spare is better than one that is cut. */
const fill = 0.9;

const steps = [
  'Press Run model in the CloudCost tab, or on a command line: cloudcost run samples/{id}.xlsx --out result.xlsx',
  'Read the sheets that begin with Results. What you add beside the result tables stays when the model runs again.',
  'Change the blue cells on the yellow sheets and run again.',
];

const linesOf = (text: string, characters: number): number => Math.max(1, Math.ceil(text.length / (characters * fill)));

/** The first sheet: question, how to read the answer, where the figures come from, formulas for single numbers. */
export const readMeSheet = (sample: Sample, places: readonly TablePlace[], calculated: CalculatedCells): SheetDraft => {
  const draft = new SheetDraft(readMeSheetName, readMeTabColor);
  for (const name of ['label', 'text', 'value', 'unit'] as const) draft.columnWidths.set(columns[name], pointsOf(widths[name]));
  let row = 0;
  const line = (label: string, text: string): void => {
    draft.write(row, columns.label, label, look.label);
    draft.write(row, columns.text, text, look.text);
    const lineCount = Math.max(linesOf(text, widths.text), linesOf(label, widths.label));
    draft.rowHeights.set(row, layout.lineHeight * lineCount + 3);
    row += 1;
  };
  const heading = (text: string): void => {
    row += 1;
    draft.write(row, columns.label, text, look.heading);
    draft.fill({ row, column: columns.text, rowCount: 1, columnCount: 3 }, look.headingRule);
    draft.rowHeights.set(row, 18);
    row += 1;
  };

  draft.write(row, columns.label, sample.title, look.title);
  draft.rowHeights.set(row, layout.titleHeight);
  draft.write(row + 1, columns.label, sample.question, look.question);
  draft.rowHeights.set(row + 1, 19);
  row = 2;
  heading('The question');
  for (const paragraph of sample.background) line('', paragraph);
  heading('How to use it');
  steps.forEach((step, index) => line(`Step ${index + 1}`, step.replace('{id}', sample.id)));
  heading('How to read the result');
  for (const { sheet, meaning } of sample.results) line(sheet, meaning);
  heading('Where the figures come from');
  for (const { figure, source } of sample.figures) line(figure, source);
  heading('Single questions, asked in a cell');

  const valueCells = new Map<string, string>();
  for (const { id, question, formula, unit, numberFormat } of sample.liveFormulas) {
    const typed = withCellReferences(formula, places).replace(/\{@(\w+)\}/g, (words, name: string) => {
      const cell = valueCells.get(name);
      if (!cell) throw new Error(`no earlier formula for ${words}`);
      return cell;
    });
    // Shown without its equals sign: text that begins with one invites being taken for a formula.
    line(question, typed.slice(1));
    draft.write(row - 1, columns.text, typed.slice(1), look.formulaText);
    const { value = null } = calculated(readMeSheetName, row - 1, columns.value) ?? {};
    draft.put(row - 1, columns.value, { value, formula: typed, style: { ...look.value, numberFormat } });
    draft.write(row - 1, columns.unit, unit, look.unit);
    if (id) valueCells.set(id, cellReference(readMeSheetName, row - 1, columns.value));
  }
  return draft;
};
