import type { Issue } from '../issue/issue.ts';
import { numberText } from './number-text.ts';

type Sentence = (values: Issue['values']) => string;

/** Warnings as rows of the Checks table say them; the pane has its own sentences by the same codes. */
const sentences: Readonly<Record<string, Sentence>> = {
  'shares-not-one': ({ workload, scenario, date, share }) =>
    `Shares of ${workload} in ${scenario} add to ${numberText(Number(share), 2)}, not 1${date ? `, on ${date}` : ''}`,
  'workload-not-placed': ({ workload, scenario }) => `${workload} runs nowhere${scenario ? ` in ${scenario}` : ''}`,
  'placement-outside-plan': ({ placement }) => `${placement} lies outside the plan`,
  'committed-nodes-ignored': ({ purchase }) => `Committed nodes do not count for ${purchase}`,
  'own-price-blank': ({ price }) => `Own price ${price} is blank, so it is unknown`,
  'job-ends-late': ({ job, end, limit }) =>
    `${job} is billed until ${end}, after ${limit}: what lies after the plan is not in the totals`,
};

export const warningText = ({ code, values }: Issue): string => sentences[code]?.(values) ?? code;
