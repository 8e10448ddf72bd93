import { buyableFamilyPlan, makeLoadDuration, optimizeFamily } from '../../engine/index.ts';
import { numberArgument, optionalNumber } from './argument.ts';
import { alignedNumbers } from './range-argument.ts';

const header = ['Commit', 'Cost', 'Coverage', 'Waste'];

/**
 * The cheapest commitment for usage hour by hour, below a header row: paid at the rate in every hour, used or not; the
 * rest is on demand. Cost and Waste (what goes unused) are of all hours, Coverage is the share of the usage.
 * @customfunction COMMITCOVER
 * @param usageRange Range of usage, a cell for each hour: nodes, vCPUs, or money at a savings plan's rates.
 * @param onDemand On-demand price of a unit for an hour.
 * @param rate Price of a committed unit for an hour, upfront part included.
 * @param [grid] Commitments are sold in multiples of it, such as 1 or 0.001; any amount when omitted.
 * @returns Table of a header and the commitment, its cost, coverage and waste.
 */
export function commitCover(
  usageRange: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  onDemand: number,
  rate: number,
  grid?: number,
): any[][] { // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  const rows = alignedNumbers([{ name: 'usageRange', range: usageRange, bounds: { minimum: 0 } }]);
  const usage = Float64Array.from(rows, ([units = 0]) => units);
  const step = optionalNumber('grid', grid, { moreThan: 0 });
  const feePerUnitHour = numberArgument('rate', rate, { minimum: 0 });
  const option = { id: 'commitment', feePerUnitHour, ratePerUsedHour: 0, upfrontPerUnit: 0 };
  const onDemandPerHour = numberArgument('onDemand', onDemand, { minimum: 0 });
  const plan = step === null
    ? optimizeFamily(usage, { onDemandPerHour, options: [option] })
    : buyableFamilyPlan(makeLoadDuration(usage), { onDemandPerHour, options: [{ ...option, step }] }).plan;
  return [header, [plan.units, plan.cost, plan.coverage ?? 'none', plan.wastedHours * feePerUnitHour]];
}
