import { extrapolateWork } from '../../engine/index.ts';
import { numberArgument, optionalNumber } from './argument.ts';
import { alignedNumbers } from './range-argument.ts';

/**
 * Node-hours of a whole job judged by sample runs of a part of it: low, middle and high end. One sample tells no band: its
 * ends are "unknown".
 * @customfunction EXTRAPOLATE
 * @param sampleUnits Range of units done in each sample, such as frames.
 * @param sampleSeconds Range of seconds each sample took.
 * @param sampleNodes Range of nodes each sample ran on.
 * @param totalUnits Units of the whole job.
 * @param [confidence] How sure the band is; 0.95 when omitted.
 * @returns Node-hours: low, middle, high.
 */
export function extrapolate(
  sampleUnits: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  sampleSeconds: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  sampleNodes: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  totalUnits: number,
  confidence?: number,
): any[][] { // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  const samples = alignedNumbers([
    { name: 'sampleUnits', range: sampleUnits, bounds: { moreThan: 0 } },
    { name: 'sampleSeconds', range: sampleSeconds, bounds: { moreThan: 0 } },
    { name: 'sampleNodes', range: sampleNodes, bounds: { minimum: 1, isWhole: true } },
  ]).map(([units = 0, seconds = 0, nodeCount = 0]) => ({ units, seconds, nodeCount, coresPerNode: 1 }));
  const { workHours, lowWorkHours, highWorkHours } = extrapolateWork(
    samples,
    numberArgument('totalUnits', totalUnits, { moreThan: 0 }),
    optionalNumber('confidence', confidence, { moreThan: 0, maximum: 0.999999 }) ?? undefined,
  );
  return [[lowWorkHours ?? 'unknown', workHours, highWorkHours ?? 'unknown']];
}
