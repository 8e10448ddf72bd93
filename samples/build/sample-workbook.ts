import { functionNames, type FunctionNames } from '../../host/xlsx/function-names.ts';
import type { WorkbookSnapshot } from '../../host/workbook/snapshot.ts';
import type { Sample } from '../source/sample.ts';
import type { CalculatedCells } from './calculated-cells.ts';
import { inputSheets } from './input-sheet.ts';
import { readMeSheet } from './read-me-sheet.ts';
import { spillSheet } from './spill-sheet.ts';

/** The workbook of a sample: Read me, input sheets, and the sheet of the spilling formula where it has one. */
export const sampleWorkbook = (sample: Sample, calculated: CalculatedCells): WorkbookSnapshot => {
  const { drafts, places } = inputSheets(sample.sheets);
  const readMe = readMeSheet(sample, places, calculated);
  const spilling = sample.spillingFormula ? [spillSheet(sample.spillingFormula, places, calculated)] : [];
  return {
    sheets: [readMe, ...drafts, ...spilling].map(draft => draft.snapshot()),
    names: [],
    customXmlParts: [],
    settings: {},
    date1904: false,
    activeSheetName: readMe.name,
  };
};

const calledBy = (formula: string): readonly string[] => formula.match(/CLOUD\.[A-Z]+/g) ?? [];

/** The worksheet functions a sample's formulas call, as the file must store them. */
export const functionsOf = ({ liveFormulas, spillingFormula }: Sample): FunctionNames => {
  const spilling = calledBy(spillingFormula?.formula ?? '');
  return functionNames([...liveFormulas.flatMap(({ formula }) => calledBy(formula)), ...spilling], spilling);
};
