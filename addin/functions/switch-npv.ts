import { switchingNpv } from '../../engine/index.ts';
import { numberArgument } from './argument.ts';
import { alignedNumbers } from './range-argument.ts';

/**
 * Worth today of leaving a provider: what each period costs when staying less when gone, at the periods' ends, less what
 * the switch costs now. Equal to NPV of the savings less the cost of the exit.
 * @customfunction SWITCHNPV
 * @param rate Interest rate of a period, as a fraction: 0.07 for 7 % a year.
 * @param stayCosts Range of costs when staying, one for each period.
 * @param goCosts Range of costs at the new place, of the same size.
 * @param exitCost What leaving costs now.
 * @returns Net present value; positive when leaving pays.
 */
export function switchNpv(
  rate: number,
  stayCosts: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  goCosts: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  exitCost: number,
): number {
  const periods = alignedNumbers([{ name: 'stayCosts', range: stayCosts }, { name: 'goCosts', range: goCosts }]);
  const [stay, go] = [0, 1].map(side => periods.map(period => period[side] ?? 0)) as [number[], number[]];
  return switchingNpv(numberArgument('rate', rate, { moreThan: -1 }), stay, go, numberArgument('exitCost', exitCost, { minimum: 0 }));
}
