import type { RunStage } from '../../engine/index.ts';
import type { ProgressView } from '../automation.ts';
import { displayLanguage, translate } from '../localization/translate.ts';

export type Stage = RunStage | 'write' | 'done';

/** Where reading ends and writing begins on the way from 0 to 1, by what each takes of a run of 100,000 rows. */
const readShare = 0.1;
const computeShare = 0.6;

const stageTexts = {
  read: 'stage-read',
  demand: 'stage-demand',
  capacity: 'stage-capacity',
  decisions: 'stage-decisions',
  pricing: 'stage-pricing',
  report: 'stage-report',
  write: 'stage-write',
  done: 'stage-done',
} as const satisfies Record<Stage, string>;

const view = (stage: Stage, fraction: number): ProgressView => ({
  stage,
  fraction,
  text: translate(stageTexts[stage]),
});

export const readingProgress = (): ProgressView => view('read', 0);
export const computingProgress = (stage: RunStage, fraction: number): ProgressView =>
  view(stage, readShare + fraction * computeShare);
export const writingProgress = (fraction: number): ProgressView =>
  view('write', readShare + computeShare + fraction * (1 - readShare - computeShare));
export const doneProgress = (): ProgressView => view('done', 1);

const megabytes = (bytes: number): string => (bytes / 1e6).toLocaleString(displayLanguage(), { maximumFractionDigits: 1 });

/** Reading a price list, by bytes; without a known size the fraction stays 0 and the text tells how much was read. */
export const importProgress = (bytesRead: number, byteCount: number | null): ProgressView => ({
  stage: 'import',
  fraction: byteCount ? Math.min(1, bytesRead / byteCount) : 0,
  text: byteCount
    ? translate('import-reading-of', { read: megabytes(bytesRead), all: megabytes(byteCount) })
    : translate('import-reading', { read: megabytes(bytesRead) }),
});
export const importWriteProgress = (): ProgressView => ({ stage: 'write', fraction: 1, text: translate('import-writing') });

/** The parts of a log's run: reading it, running its jobs. */
const logShare = 0.5;

/** Reading a job log, by bytes, as a price list is. */
export const logProgress = (bytesRead: number, byteCount: number | null): ProgressView => ({
  stage: 'log',
  fraction: byteCount ? logShare * Math.min(1, bytesRead / byteCount) : 0,
  text: byteCount
    ? translate('log-reading-of', { read: megabytes(bytesRead), all: megabytes(byteCount) })
    : translate('log-reading', { read: megabytes(bytesRead) }),
});
export const simulationProgress = (fraction: number): ProgressView => ({
  stage: 'simulation',
  fraction: logShare + (1 - logShare) * fraction,
  text: translate('log-simulating'),
});
