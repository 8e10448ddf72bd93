import { tabulatedNormalProbability } from '../numeric/normal.ts';
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
  /** Those asked for, of its own distribution, so that those of the components do not add up. */
  readonly percentiles: readonly number[];
}

/** A-MIG-2 */
export const usualEffortCorrelation = 0.5;

export interface ExitRisk {
  /** Each from 0 to 1. */
  readonly percentiles: readonly number[];
  /** Of the workloads' efforts with each other, 0 to 1: a judgement, for they share a team and a method. */
  readonly correlation: number;
  readonly seed: number;
}

// Asked for millions of times: looked up once, not each time.
const { max, min } = Math;

/** What the outcomes of workloads differ in: hours and months by workload, amounts of all stated costs one after the other. */
interface Position {
  readonly hours: Float64Array;
  readonly months: Float64Array;
  readonly amounts: Float64Array;
}

const placeOf = Object.fromEntries(exitComponents.map((component, place) => [component, place])) as Record<ExitComponent, number>;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Costs of outcomes of the same workloads, by the places of the components. [EQ-SWC-2], [EQ-SWC-10] */
const makeOutcomes = (exits: readonly WorkloadExit[]): ((position: Position, overrun: number) => Float64Array) => {
  const rates = Float64Array.from(exits, ({ ratePerHour }) => ratePerHour);
  const monthly = Float64Array.from(exits, ({ monthlyCost }) => monthlyCost);
  const notices = Float64Array.from(exits, ({ noticeMonths }) => noticeMonths);
  const components = exits.flatMap(({ costs }) => costs.map(({ component }) => component));
  const places = components.map(component => placeOf[component]);
  const isWork = components.map(component => statedComponents[component].isWork);
  const cutover = sum(exits.map(({ cutoverHours, lossPerHour }) => cutoverHours * lossPerHour));
  const [egress, stranded] = [sum(exits.map(({ egressCost }) => egressCost)), sum(exits.map(({ strandedCost }) => strandedCost))];
  return ({ hours, months, amounts }, overrun) => {
    const sums = new Float64Array(exitComponents.length);
    let [rework, parallel, notice] = [0, 0, 0];
    for (let index = 0; index < rates.length; index += 1) {
      rework += (hours[index] as number) * (rates[index] as number);
      parallel += (months[index] as number) * (monthly[index] as number);
      notice += max(0, (notices[index] as number) - (months[index] as number)) * (monthly[index] as number);
    }
    let work = rework + parallel;
    for (const [index, place] of places.entries()) {
      const amount = amounts[index] as number;
      sums[place] = (sums[place] as number) + amount;
      if (isWork[index]) work += amount;
    }
    sums[placeOf.Rework] = rework;
    sums[placeOf['Parallel run']] = parallel;
    sums[placeOf.Notice] = notice;
    sums[placeOf.Cutover] = cutover;
    sums[placeOf.Egress] = egress;
    sums[placeOf['Stranded commitments']] = stranded;
    sums[placeOf.Overrun] = overrun * work;
    let total = 0;
    for (let place = 0; place < placeOf.Total; place += 1) total += sums[place] as number;
    sums[placeOf.Total] = total;
    return sums;
  };
};

const statedAmounts = (exits: readonly WorkloadExit[]): readonly Triangular[] =>
  exits.flatMap(({ costs }) => costs.map(({ amount }) => amount));

const atEach = (exits: readonly WorkloadExit[], end: keyof Triangular): Position => ({
  hours: Float64Array.from(exits, ({ reworkHours }) => reworkHours[end]),
  months: Float64Array.from(exits, ({ parallelMonths }) => parallelMonths[end]),
  amounts: Float64Array.from(statedAmounts(exits), amount => amount[end]),
});

/** Outcomes drawn for percentiles: their error is a fiftieth of the spread. */
const usualTrials = 5000;
/** Of many workloads fewer are drawn, each of which is many draws: a thousand are within a twentieth of the spread. */
const mostDraws = 500_000;
const fewestTrials = 1000;

/**
 * What leaving costs, by component [EQ-SWC-1] to [EQ-SWC-3]. Percentiles come from a simulation of the triangular spreads,
 * rank-correlated by a normal copula, of stated costs each by itself, and of the programme's overrun; a function of the seed
 * alone. Components that are nothing are told only when they are the usual ones.
 */
export const exitCost = (exits: readonly WorkloadExit[], risk: ExitRisk | null): ExitCostRow[] => {
  const outcome = makeOutcomes(exits);
  const allLow = outcome(atEach(exits, 'least'), 0);
  const likely = outcome(atEach(exits, 'likely'), expectedOverrun);
  const allHigh = outcome(atEach(exits, 'most'), highOverrun);
  const percentiles = risk && drawnPercentiles(exits, outcome, risk);
  return exitComponents.flatMap((component, place) => {
    const [low, middle, high] = [allLow[place] as number, likely[place] as number, allHigh[place] as number];
    if (!usualComponents.has(component) && low === 0 && high === 0) return [];
    return [{ component, allLow: low, likely: middle, allHigh: high, percentiles: percentiles?.[place] ?? [] }];
  });
};

/** By component, each at its own percentiles. */
const drawnPercentiles = (
  exits: readonly WorkloadExit[],
  outcome: ReturnType<typeof makeOutcomes>,
  { percentiles, correlation, seed }: ExitRisk,
): number[][] => {
  const stream = new RandomStream(seed, 0);
  const [shared, own] = [Math.sqrt(correlation), Math.sqrt(1 - correlation)];
  const trials = max(fewestTrials, min(usualTrials, Math.floor(mostDraws / exits.length)));
  const drawn = exitComponents.map(() => new Float64Array(trials));
  const at = atEach(exits, 'likely');
  const amounts = statedAmounts(exits);
  for (let trial = 0; trial < trials; trial += 1) {
    const [sharedHours, sharedMonths] = [stream.normal(), stream.normal()];
    for (const [index, { reworkHours, parallelMonths }] of exits.entries()) {
      at.hours[index] = triangularQuantile(reworkHours, tabulatedNormalProbability(shared * sharedHours + own * stream.normal()));
      at.months[index] = triangularQuantile(parallelMonths, tabulatedNormalProbability(shared * sharedMonths + own * stream.normal()));
    }
    const overrun = overrunQuantile(stream.uniform());
    for (const [index, amount] of amounts.entries()) at.amounts[index] = triangularQuantile(amount, stream.uniform());
    for (const [place, amount] of outcome(at, overrun).entries()) (drawn[place] as Float64Array)[trial] = amount;
  }
  const placeAt = (percentile: number): number => min(trials - 1, max(0, Math.ceil(percentile * trials) - 1));
  return drawn.map(outcomes => {
    outcomes.sort();
    return percentiles.map(percentile => outcomes[placeAt(percentile)] as number);
  });
};
