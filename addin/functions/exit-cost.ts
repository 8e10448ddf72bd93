import { exitCost as costOfExit, usualEffortCorrelation, type WorkloadExit } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { numberArgument, optionalNumber, textArgument, type Argument } from './argument.ts';
import { CellError } from './cell-error.ts';
import { rangeRows } from './range-rows.ts';

const workloadColumns = ['Workload', 'MonthlyCost', 'EgressCost', 'StrandedCost', 'LossPerHour'];
const planColumns = [
  'Workload', 'HoursLeast', 'HoursLikely', 'HoursMost', 'RatePerHour', 'MonthsLeast', 'MonthsLikely', 'MonthsMost', 'CutoverHours',
];
const usualSeed = 1;

/**
 * What leaving costs by component, below a header row: with everything as low, as likely and as high as stated, which
 * are no percentiles; and a percentile from a simulation when asked for. Percentiles of components do not add up.
 * @customfunction EXITCOST
 * @param workloads Range with the columns Workload, MonthlyCost, EgressCost, StrandedCost and LossPerHour (of the business while
 * it is down).
 * @param plan Range with the columns Workload, HoursLeast, HoursLikely and HoursMost (of rework), RatePerHour, MonthsLeast,
 * MonthsLikely and MonthsMost (in which both places are paid), and CutoverHours (of downtime).
 * @param [percentile] Share of outcomes that cost no more, such as 0.9.
 * @param [correlation] Of the workloads' efforts, 0 to 1: a judgement; 0.5 when omitted.
 * @param [seed] Seed of the simulation; 1 when omitted.
 * @returns Table of a header and a row for each component.
 */
export function exitCost(
  workloads: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  plan: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  percentile?: number,
  correlation?: number,
  seed?: number,
): any[][] { // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  const planned = new Map(
    rangeRows('plan', plan, planColumns).map(row => [textArgument('Workload', row[0]).toLowerCase(), row] as const),
  );
  const exits = rangeRows('workloads', workloads, workloadColumns).map(row => exitOf(row, planned));
  const asked = optionalNumber('percentile', percentile, { moreThan: 0, maximum: 1 });
  const risk = asked === null ? null : {
    percentiles: [asked],
    correlation: optionalNumber('correlation', correlation, { minimum: 0, maximum: 1 }) ?? usualEffortCorrelation,
    seed: optionalNumber('seed', seed, { minimum: 0, maximum: 4_294_967_295, isWhole: true }) ?? usualSeed,
  };
  const rows = costOfExit(exits, risk);
  const header = ['Component', 'AllLow', 'Likely', 'AllHigh', ...(risk ? [`P${Math.round((asked ?? 0) * 1000) / 10}`] : [])];
  return [header, ...rows.map(each => [each.component, each.allLow, each.likely, each.allHigh, ...each.percentiles])];
}

function exitOf(row: readonly Argument[], planned: ReadonlyMap<string, readonly Argument[]>): WorkloadExit {
  const name = textArgument('Workload', row[0]);
  const plan = planned.get(name.toLowerCase());
  if (!plan) throw new CellError('invalidValue', translate('workload-not-in-plan', { workload: name }));
  const amount = (index: number): number => optionalNumber(workloadColumns[index] ?? '', row[index], { minimum: 0 }) ?? 0;
  const effort = (index: number): number => numberArgument(planColumns[index] ?? '', plan[index], { minimum: 0 });
  const spread = (first: number) => {
    const [least, likely, most] = [effort(first), effort(first + 1), effort(first + 2)];
    if (!(least <= likely && likely <= most)) {
      const columns = planColumns.slice(first, first + 3).join(', ');
      throw new CellError('invalidValue', translate('numbers-not-ascending', { columns, workload: name }));
    }
    return { least, likely, most };
  };
  return {
    name,
    monthlyCost: amount(1),
    egressCost: amount(2),
    strandedCost: amount(3),
    lossPerHour: amount(4),
    reworkHours: spread(1),
    ratePerHour: effort(4),
    parallelMonths: spread(5),
    cutoverHours: effort(8),
    noticeMonths: 0,
    costs: [],
  };
}
