import { exitCashflow, exitCost, exitWorth, scheduleExits, strandedCommitments } from '../engine/index.ts';
import type { CommitmentAtExit, ExitFlow, ExitTask, WorkloadExit } from '../engine/index.ts';
import type { Benchmark, Finding } from './benchmark.ts';
import { clocked, inTurns } from './measure.ts';

const secondsPerMonth = (365.25 / 12) * 86_400;
const annualRate = 0.08;

interface Size {
  readonly workloads: number;
  readonly months: number;
  readonly commitments: number;
}

const plan: Size = { workloads: 500, months: 60, commitments: 200 };

export const leavingBenchmark: Benchmark = {
  name: 'leaving',
  title: 'plans of what leaves',
  async run(): Promise<readonly Finding[]> {
    const halves = [{ ...plan, workloads: 250 }, { ...plan, months: 30 }, { ...plan, commitments: 100 }] as const;
    const runs = [plan, ...halves].map(makePlan);
    const [whole, ...others] = runs;
    const times = await inTurns(
      {
        ours: () => clocked(whole!), workloads: () => clocked(others[0]!), months: () => clocked(others[1]!),
        commitments: () => clocked(others[2]!),
      },
      { warmUps: 2, runs: 5 },
    );
    const again = makeRevaluation({ ...plan, workloads: 100 });
    const { ours: revaluation } = await inTurns({ ours: () => clocked(again) }, { warmUps: 3, runs: 9 });
    const ofWhole = (part: { readonly value: number }): string => (part.value / times.ours.value).toFixed(2);
    return [
      {
        what: `${plan.workloads} workloads, ${plan.months} months, ${plan.commitments} commitments: dates, cash, worth, percentiles, what is stranded`,
        ours: times.ours,
        figure: { value: times.ours.value, unit: 'ms', atMost: 150 },
        note:
          `half the workloads take ${ofWhole(times.workloads)} of the time, half the months ${ofWhole(times.months)}, ` +
          `half the commitments ${ofWhole(times.commitments)}.`,
      },
      {
        what: `100 workloads, ${plan.months} months: worth once more with other costs`,
        ours: revaluation,
        figure: { value: revaluation.value, unit: 'ms', atMost: 5 },
      },
    ];
  },
};

function makePlan({ workloads, months, commitments }: Size): () => number {
  const tasks = tasksOf(workloads);
  const held = Array.from({ length: commitments }, (_, index): CommitmentAtExit => ({
    termMonths: 36, heldMonths: index % 36, upfront: 1000 + index, recurringPerMonth: 50, exit: index % 3 === 0 ? 'resale' : 'none',
  }));
  return () => {
    const scheduled = scheduleExits(tasks, 0);
    const flows = tasks.map(({ name }, index) => flowOf(index, months, scheduled.get(name)?.start ?? 0, scheduled.get(name)?.end ?? 0));
    const { npv } = exitWorth(exitCashflow(flows, monthsOf(months)), annualRate);
    const total = exitCost(tasks.map(asExit), { percentiles: [0.5, 0.9], correlation: 0.5, seed: 1 }).at(-1)?.percentiles[1] ?? 0;
    return npv - total - strandedCommitments(held, { reuse: 0.2, resaleCut: 0.1 }).reduce((sum, { lost }) => sum + lost, 0);
  };
}

/** What a tornado or a search asks for: the same dates, other costs. */
function makeRevaluation({ workloads, months }: Size): () => number {
  const flows = tasksOf(workloads).map((_, index) => flowOf(index, months, index * 86_400, index * 86_400 + secondsPerMonth));
  const span = monthsOf(months);
  let factor = 1;
  return () => {
    factor += 0.01;
    return exitWorth(
      exitCashflow(flows.map(flow => ({ ...flow, newByMonth: flow.newByMonth.map(cost => cost * factor) })), span), annualRate,
    ).npv;
  };
}

/** Chains of ten, one workload after the other. */
const tasksOf = (count: number): ExitTask[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `workload ${index}`, notBefore: null, durationDays: 20 + (index % 7) * 5, after: index % 10 === 0 ? null : `workload ${index - 1}`,
  }));

const flowOf = (index: number, months: number, start: number, end: number): ExitFlow => ({
  oldByMonth: Array.from({ length: months }, (_, month) => 1000 + index + month),
  newByMonth: Array.from({ length: months }, () => 600 + index),
  goLive: end, oldOff: end + 3 * secondsPerMonth, paidUntil: end + 3 * secondsPerMonth,
  workStart: start, work: 20_000, dueAtStart: 0, dueAtGoLive: 3000, dueAtOldOff: 4000,
});

const asExit = ({ name }: ExitTask, index: number): WorkloadExit => ({
  name, monthlyCost: 1000 + index, egressCost: 500, strandedCost: 300, reworkHours: { least: 40, likely: 100, most: 400 }, ratePerHour: 110,
  parallelMonths: { least: 1, likely: 3, most: 6 }, cutoverHours: 4, lossPerHour: 200, noticeMonths: 2,
  costs: [{ component: 'Training', amount: { least: 100, likely: 200, most: 500 } }],
});

const monthsOf = (count: number) => Array.from({ length: count }, (_, month) => ({
  start: month * secondsPerMonth, end: (month + 1) * secondsPerMonth,
}));
