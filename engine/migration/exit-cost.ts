import { normalProbability } from '../numeric/normal.ts';
import { RandomStream } from '../numeric/random/random-stream.ts';
import { expectedOverrun, highOverrun, overrunQuantile } from './overrun.ts';
import { triangularQuantile, type Triangular } from './triangular.ts';

/** A workload that is to leave, and what that takes. Amounts in one currency. */
export interface WorkloadExit {
  readonly name: string;
  /** What running it at the old place costs a month. */
  readonly monthlyCost: number;
  /** To send its data out, and what is lost of its commitments: worked out, not judged. */
  readonly egressCost: number;
  readonly strandedCost: number;
  /** Rework of what depends on the old place, tests and training included. */
  readonly reworkHours: Triangular;
  readonly ratePerHour: number;
  /** Months in which both places are paid. */
  readonly parallelMonths: Triangular;
  readonly cutoverHours: number;
  /** Of the business while it is down. */
  readonly lossPerHour: number;
}

const exitComponents = ['Rework', 'Parallel run', 'Cutover', 'Egress', 'Stranded commitments', 'Overrun', 'Total'] as const;
export type ExitComponent = (typeof exitComponents)[number];

/** A component when everything goes as well, as likely, and as badly as stated. The three are no percentiles. */
export interface ExitCostRow {
  readonly component: ExitComponent;
  readonly allLow: number;
  readonly likely: number;
  readonly allHigh: number;
  /** Of its own distribution, so that those of the components do not add up; null unless asked for. */
  readonly percentile: number | null;
}

export interface ExitRisk {
  /** 0 to 1. */
  readonly percentile: number;
  /** Of the workloads' efforts with each other, 0 to 1: a judgement, for they share a team and a method. */
  readonly correlation: number;
  readonly seed: number;
}

type Spread = Readonly<Record<ExitComponent, number>>;

/** Costs of one outcome: a position in each workload's spread, and an overrun of what people do. */
const outcome = (
  exits: readonly WorkloadExit[],
  hoursOf: (exit: WorkloadExit, index: number) => number,
  monthsOf: (exit: WorkloadExit, index: number) => number,
  overrun: number,
): Spread => {
  let [rework, parallel, cutover, egress, stranded] = [0, 0, 0, 0, 0];
  exits.forEach((exit, index) => {
    rework += hoursOf(exit, index) * exit.ratePerHour;
    parallel += monthsOf(exit, index) * exit.monthlyCost;
    cutover += exit.cutoverHours * exit.lossPerHour;
    egress += exit.egressCost;
    stranded += exit.strandedCost;
  });
  const over = overrun * (rework + parallel);
  return {
    Rework: rework, 'Parallel run': parallel, Cutover: cutover, Egress: egress, 'Stranded commitments': stranded, Overrun: over,
    Total: rework + parallel + cutover + egress + stranded + over,
  };
};

/** Outcomes drawn for a percentile: its error is a fiftieth of the spread. */
const trialCount = 5000;

/**
 * What leaving costs, by component [EQ-SWC-1] to [EQ-SWC-3]. Percentiles come from a simulation of the triangular spreads,
 * rank-correlated by a normal copula, and of the programme's overrun; a function of the seed alone.
 */
export const exitCost = (exits: readonly WorkloadExit[], risk: ExitRisk | null): ExitCostRow[] => {
  const allLow = outcome(exits, ({ reworkHours }) => reworkHours.least, ({ parallelMonths }) => parallelMonths.least, 0);
  const likely = outcome(exits, ({ reworkHours }) => reworkHours.likely, ({ parallelMonths }) => parallelMonths.likely, expectedOverrun);
  const allHigh = outcome(exits, ({ reworkHours }) => reworkHours.most, ({ parallelMonths }) => parallelMonths.most, highOverrun);
  const percentiles = risk && drawnPercentiles(exits, risk);
  return exitComponents.map(component => ({
    component,
    allLow: allLow[component],
    likely: likely[component],
    allHigh: allHigh[component],
    percentile: percentiles?.[component] ?? null,
  }));
};

const drawnPercentiles = (exits: readonly WorkloadExit[], { percentile, correlation, seed }: ExitRisk): Spread => {
  const stream = new RandomStream(seed, 0);
  const [shared, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const drawn = new Map(exitComponents.map(component => [component, new Float64Array(trialCount)]));
  const [hours, months] = [new Float64Array(exits.length), new Float64Array(exits.length)];
  for (let trial = 0; trial < trialCount; trial += 1) {
    const [sharedHours, sharedMonths] = [stream.normal(), stream.normal()];
    exits.forEach(({ reworkHours, parallelMonths }, index) => {
      hours[index] = triangularQuantile(reworkHours, normalProbability(shared * sharedHours + own * stream.normal()));
      months[index] = triangularQuantile(parallelMonths, normalProbability(shared * sharedMonths + own * stream.normal()));
    });
    const overrun = overrunQuantile(stream.uniform());
    const one = outcome(exits, (_, index) => hours[index] as number, (_, index) => months[index] as number, overrun);
    for (const component of exitComponents) (drawn.get(component) as Float64Array)[trial] = one[component];
  }
  const place = Math.min(trialCount - 1, Math.max(0, Math.ceil(percentile * trialCount) - 1));
  const at = (component: ExitComponent): number => (drawn.get(component) as Float64Array).sort()[place] as number;
  return Object.fromEntries(exitComponents.map(component => [component, at(component)])) as Spread;
};
