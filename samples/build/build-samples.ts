// Builds the sample workbooks, and the examples of the add-in's first screen from the same sources: `npm run samples` (needs the
// built add-in, which calculates their formulas).
import { writeFileSync } from 'node:fs';
import { openHostedWorkbook } from '../../host/cli/hosted-workbook.ts';
import { writeXlsx } from '../../host/xlsx/write.ts';
import type { Sample } from '../source/sample.ts';
import { samples } from '../source/samples.ts';
import { calculatedCells, notCalculated, type CalculatedCells } from './calculated-cells.ts';
import { exampleIds, exampleText } from './examples.ts';
import { functionsOf, sampleWorkbook } from './sample-workbook.ts';

/** What the formulas come to with the add-in running in the host, as they would in Excel. */
const calculate = async (bytes: Uint8Array): Promise<CalculatedCells> => {
  const { session, close } = await openHostedWorkbook(bytes);
  try {
    await session.idle();
    return calculatedCells(session.takeSnapshot());
  } finally {
    close();
  }
};

const build = async (sample: Sample): Promise<void> => {
  const functions = functionsOf(sample);
  const draft = writeXlsx(sampleWorkbook(sample, notCalculated), null, functions);
  const calculated = await calculate(draft);
  const file = `samples/${sample.id}.xlsx`;
  writeFileSync(file, writeXlsx(sampleWorkbook(sample, calculated), null, functions));
  console.log(file);
};

// office.js leaves rejected promises behind that nobody waits for.
process.on('unhandledRejection', () => {});
for (const sample of samples) {
  if ((exampleIds as readonly string[]).includes(sample.id)) writeFileSync(`addin/examples/${sample.id}.json`, exampleText(sample));
  await build(sample);
}
process.exit(0);
