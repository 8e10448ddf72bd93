import type { Report } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';

/** What a run was made from, in a line. */
export const runText = ({ engineVersion, catalogDate, inputHash, randomSeed }: Report): string =>
  translate('report-run', { engine: engineVersion, date: catalogDate, hash: inputHash, seed: String(randomSeed) });
