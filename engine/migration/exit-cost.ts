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
  /** Months for which the old place is due after notice, given when the new one is live. */
  readonly noticeMonths: number;
  /** What else is due once. */
  readonly costs: readonly StatedCost[];
}

/** Costs beside rework, as stated; what people do overruns like rework. */
export const statedComponents = {
  Assessment: { isWork: true, due: 'start' },
  Validation: { isWork: true, due: 'go-live' },
  Training: { isWork: true, due: 'go-live' },
  Licences: { isWork: false, due: 'go-live' },
  Appliance: { isWork: false, due: 'old-off' },
  Retrieval: { isWork: false, due: 'old-off' },
  Termination: { isWork: false, due: 'old-off' },
  Decommissioning: { isWork: true, due: 'old-off' },
} as const;
export type StatedComponent = keyof typeof statedComponents;
export const statedComponentNames = Object.keys(statedComponents) as readonly StatedComponent[];

export interface StatedCost {
  readonly component: StatedComponent;
  readonly amount: Triangular;
}

const exitComponents = [
  'Rework', ...statedComponentNames, 'Parallel run', 'Notice', 'Cutover', 'Egress', 'Stranded commitments', 'Overrun', 'Total',
] as const;
export type ExitComponent = (typeof exitComponents)[number];
/** Told even when they are nothing. */
const usualComponents: ReadonlySet<ExitComponent> = new Set(
  ['Rework', 'Parallel run', 'Cutover', 'Egress', 'Stranded commitments', 'Overrun', 'Total'],
);

/** A component when everything goes as well, as likely, and as badly as stated. The three are no percentiles. */
export interface ExitCostRow {
  readonly component: ExitComponent;
  readonly allLow: number;
  readonly likely: number;
  readonly allHigh: number;
  /** Of its own distribution, so that those of the components do not add up; null unless asked for. */
  readonly percentile: number | null;
}

/** A-MIG-2 */
export const usualEffortCorrelation = 0.5;

export interface ExitRisk {
  /** 0 to 1. */
  readonly percentile: number;
  /** Of the workloads' efforts with each other, 0 to 1: a judgement, for they share a team and a method. */
  readonly correlation: number;
  readonly seed: number;
}

type Spread = Readonly<Record<ExitComponent, number>>;

/** Where an outcome lies in the spreads of a workload. */
interface Position {
  hours(exit: WorkloadExit, index: number): number;
  months(exit: WorkloadExit, index: number): number;
  amount(cost: StatedCost, index: number): number;
}

const nothing = Object.fromEntries(exitComponents.map(component => [component, 0])) as Spread;

/** Costs of one outcome: a position in each workload's spreads, and an overrun of what people do. [EQ-SWC-2], [EQ-SWC-10] */
const outcome = (exits: readonly WorkloadExit[], at: Position, overrun: number): Spread => {
  const sums: Record<ExitComponent, number> = { ...nothing };
  let work = 0;
  exits.forEach((exit, index) => {
    const months = at.months(exit, index);
    const [rework, parallel] = [at.hours(exit, index) * exit.ratePerHour, months * exit.monthlyCost];
    sums.Rework += rework;
    sums['Parallel run'] += parallel;
    sums.Notice += Math.max(0, exit.noticeMonths - months) * exit.monthlyCost;
    sums.Cutover += exit.cutoverHours * exit.lossPerHour;
    sums.Egress += exit.egressCost;
    sums['Stranded commitments'] += exit.strandedCost;
    work += rework + parallel;
    for (const cost of exit.costs) {
      const amount = at.amount(cost, index);
      sums[cost.component] += amount;
      if (statedComponents[cost.component].isWork) work += amount;
    }
  });
  sums.Overrun = overrun * work;
  sums.Total = exitComponents.reduce((sum, component) => (component === 'Total' ? sum : sum + sums[component]), 0);
  return sums;
};

const atEach = (place: keyof Triangular): Position => ({
  hours: ({ reworkHours }) => reworkHours[place],
  months: ({ parallelMonths }) => parallelMonths[place],
  amount: ({ amount }) => amount[place],
});

/** Outcomes drawn for a percentile: its error is a fiftieth of the spread. */
const trialCount = 5000;

/**
 * What leaving costs, by component [EQ-SWC-1] to [EQ-SWC-3]. Percentiles come from a simulation of the triangular spreads,
 * rank-correlated by a normal copula, of stated costs each by itself, and of the programme's overrun; a function of the seed
 * alone. Components that are nothing are told only when they are the usual ones.
 */
export const exitCost = (exits: readonly WorkloadExit[], risk: ExitRisk | null): ExitCostRow[] => {
  const allLow = outcome(exits, atEach('least'), 0);
  const likely = outcome(exits, atEach('likely'), expectedOverrun);
  const allHigh = outcome(exits, atEach('most'), highOverrun);
  const percentiles = risk && drawnPercentiles(exits, risk);
  const shown = exitComponents.filter(component => usualComponents.has(component) || allHigh[component] > 0 || allLow[component] > 0);
  return shown.map(component => ({
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
    const amounts = exits.map(({ costs }) => new Map(costs.map(cost => [cost, triangularQuantile(cost.amount, stream.uniform())])));
    const drawnAt: Position = {
      hours: (_, index) => hours[index] as number,
      months: (_, index) => months[index] as number,
      amount: (cost, index) => amounts[index]?.get(cost) ?? 0,
    };
    const one = outcome(exits, drawnAt, overrun);
    for (const component of exitComponents) (drawn.get(component) as Float64Array)[trial] = one[component];
  }
  const place = Math.min(trialCount - 1, Math.max(0, Math.ceil(percentile * trialCount) - 1));
  const at = (component: ExitComponent): number => (drawn.get(component) as Float64Array).sort()[place] as number;
  return Object.fromEntries(exitComponents.map(component => [component, at(component)])) as Spread;
};
