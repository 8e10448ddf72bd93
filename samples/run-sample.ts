import { readFileSync } from 'node:fs';
import { loadParts, runModel, starterCatalog, type ComposedReport } from '../engine/index.ts';
import type { WorkbookSnapshot } from '../host/workbook/snapshot.ts';
import { readXlsx } from '../host/xlsx/read.ts';
import { functionsOf } from './build/sample-workbook.ts';
import { modelInput } from './model-input.ts';
import type { Sample } from './source/sample.ts';

export const sampleBytes = ({ id }: Sample): Uint8Array => new Uint8Array(readFileSync(new URL(`${id}.xlsx`, import.meta.url)));

export const readSample = (sample: Sample): WorkbookSnapshot => readXlsx(sampleBytes(sample), functionsOf(sample));

/** The committed workbook through the engine alone. Throws with every problem when an input is bad. */
export const runSample = async (sample: Sample): Promise<ComposedReport> => {
  const input = modelInput(readSample(sample));
  const outcome = runModel(input, starterCatalog, { parts: await loadParts(input) });
  if (!outcome.ok) throw new Error(outcome.issues.map(issue => JSON.stringify(issue)).join('\n'));
  return outcome.report;
};
