import { decimal } from '../../numeric/decimal.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { Check } from '../checks.ts';
import { amountOf, sumUnits, type Ledger } from '../ledger.ts';
import { countText, hoursText } from '../number-text.ts';
import type { DepartmentOutcome, PlacedQueue, QueueOutcome } from '../queue-outcome.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { roundToSum } from '../round-to-sum.ts';
import type { PlacementResult, RunResults } from '../run-results.ts';
import { say } from '../sentence.ts';

type PlacedQueues = ReadonlyMap<string, PlacedQueue>;

export const queuesResultTable = defineResultTable({
  id: 'OutQueues',
  version: 1,
  sheetName: 'Results Queues',
  title: 'Queues and departments',
  question: 'How long do jobs wait, how well are the nodes used, and what does each department owe?',
  description:
    'One row for each placed queue as a whole (no department), then one for each department. Costs of the departments add up to that of the queue: ' +
    'idle time is charged by use.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'PlacementId', title: 'Placement', format: 'text', description: 'Row of Placements; of several node types all of them.' },
    { id: 'QueueId', title: 'Queue', format: 'text', description: 'Row of Queues.' },
    { id: 'DepartmentId', title: 'Department', format: 'text', description: 'Blank: the whole queue.' },
    { id: 'Jobs', title: 'Jobs', format: 'integer', description: 'Jobs that came. Those of the departments add up to those of the queue.' },
    { id: 'Finished', title: 'Finished', format: 'integer', description: 'Jobs that were done.' },
    { id: 'CutShort', title: 'Cut short', format: 'integer', description: 'Jobs ended when the time they had asked for was up.' },
    { id: 'Running', title: 'Running', format: 'integer', description: 'Jobs that ran when the placement ended.' },
    { id: 'Waiting', title: 'Waiting', format: 'integer', description: 'Jobs that still waited then.' },
    { id: 'WaitingSince', title: 'Waiting since', format: 'dateTime', description: 'When jobs wait at the end: since when somebody always has, UTC.' },
    { id: 'Late', title: 'Late', format: 'integer', description: 'Jobs with a deadline that were not done in time.' },
    { id: 'MeanWait', title: 'Mean wait', unit: 'h', format: 'hours', description: 'Of jobs that started.' },
    { id: 'MedianWait', title: 'Median wait', unit: 'h', format: 'hours', description: 'Half of the jobs waited no longer.' },
    { id: 'P95Wait', title: 'Wait of 95 %', unit: 'h', format: 'hours', description: '95 of 100 jobs waited no longer.' },
    { id: 'LongestWait', title: 'Longest wait', unit: 'h', format: 'hours', description: 'Of jobs that started.' },
    { id: 'MeanSlowdown', title: 'Mean slowdown', format: 'decimal', description: 'Wait and run time over run time, of runs of 10 s at least.' },
    { id: 'CoreHours', title: 'Core-hours used', unit: 'h', format: 'hours', description: 'Of jobs, within the placement.' },
    { id: 'NodeHours', title: 'Node-hours paid', unit: 'h', format: 'hours', description: 'Of the queue; blank of a department.' },
    { id: 'Utilization', title: 'Utilization', format: 'percent', description: 'Core-hours used of those paid; blank of a department.' },
    { id: 'EffectiveCost', title: 'Cost', format: 'money', description: 'Effective cost; of a department its share by core-hours.' },
    { id: 'CostPerCoreHour', title: 'Cost of a core-hour', unit: 'per hour', format: 'unitPrice', description: 'Cost over core-hours used.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

/** Queues of scenarios with their cost in whole minor units, in the order of the placements. */
const chargedQueues = (placed: PlacedQueues, { placements }: RunResults, ledger: Ledger) =>
  placements.flatMap(placement => {
    const queue = placed.get(placement.placementId);
    if (!queue) return [];
    const own = placements.filter(({ placementId }) => queue.placementIds.includes(placementId));
    return [{ placement, queue, units: own.reduce((sum, each) => sum + sumUnits(ledger.byOrigin.get(each) ?? [], 'EffectiveCost'), 0) }];
  });

/** The queue's cost in whole minor units, shared out by use; the first department pays what nobody used. */
const chargeBack = ({ all, departments }: QueueOutcome, units: number): number[] => {
  if (departments.length === 0) return [];
  if (!(all.coreHours > 0)) return departments.map((_, index) => (index === 0 ? units : 0));
  const shares = departments.map(({ coreHours }) => decimal(units).times(coreHours).dividedBy(all.coreHours));
  return roundToSum(shares, units);
};

const hours = (seconds: number | null): number | null => (seconds === null ? null : seconds / secondsPerHour);

const rowOf = (
  placement: PlacementResult,
  { queueId, placementIds }: PlacedQueue,
  of: DepartmentOutcome,
  units: number,
  whole: QueueOutcome | null,
  ledger: Ledger,
) => {
  const cost = amountOf(units, ledger);
  return {
    ScenarioId: placement.scenarioId,
    PlacementId: placementIds.join(', '),
    QueueId: queueId,
    DepartmentId: of.department === '' ? '(none)' : of.department,
    Jobs: of.submitted,
    Finished: of.finished,
    CutShort: of.interrupted,
    Running: of.running,
    Waiting: of.waiting,
    WaitingSince: whole === null || whole.backlogSince === null ? null : isoOfInstant(whole.backlogSince),
    Late: of.withDeadline > 0 ? of.late : null,
    MeanWait: hours(of.meanWaitSeconds),
    MedianWait: hours(of.medianWaitSeconds),
    P95Wait: hours(of.p95WaitSeconds),
    LongestWait: hours(of.maximumWaitSeconds),
    MeanSlowdown: of.meanBoundedSlowdown,
    CoreHours: of.coreHours,
    NodeHours: whole?.nodeHours ?? null,
    Utilization: whole?.utilization ?? null,
    EffectiveCost: cost,
    CostPerCoreHour: of.coreHours > 0 ? cost / of.coreHours : null,
    BillingCurrency: ledger.currency,
  };
};

export const buildQueues = (placed: PlacedQueues, results: RunResults, ledger: Ledger): ComposedTable | null => {
  const queues = chargedQueues(placed, results, ledger);
  const rows = queues.flatMap(({ placement, queue, units }) => {
    const { outcome } = queue;
    const owed = chargeBack(outcome, units);
    return [
      rowOf(placement, queue, outcome.all, units, outcome, ledger),
      ...outcome.departments.map((each, index) => rowOf(placement, queue, each, owed[index] ?? 0, null, ledger)),
    ];
  });
  const slowest = queues
    .filter(({ queue }) => queue.outcome.all.meanWaitSeconds !== null)
    .sort((a, b) => (b.queue.outcome.all.meanWaitSeconds ?? 0) - (a.queue.outcome.all.meanWaitSeconds ?? 0))[0];
  const answer = slowest
    ? say`Jobs of ${slowest.queue.queueId} wait longest: ${hoursText((slowest.queue.outcome.all.meanWaitSeconds ?? 0) / secondsPerHour)} on the mean in scenario ${slowest.placement.scenarioId}. ${countText(rows.length, 'row')} in all.`
    : say`No job has started.`;
  return fillTable(queuesResultTable, { rows, answer, currency: ledger.currency });
};

/** All jobs are accounted for, no more is used than was paid, and departments owe what their queue costs. */
export const queueChecks = (placed: PlacedQueues, results: RunResults, ledger: Ledger): Check[] =>
  chargedQueues(placed, results, ledger).flatMap(({ placement, queue: { queueId, outcome }, units }): Check[] => {
    const { all, departments } = outcome;
    const accounted = all.finished + all.interrupted + all.running + all.waiting + all.rejected;
    const of = (check: string, expected: number, actual: number, tolerance: number): Check =>
      ({ check: `${check} of ${queueId}`, scenarioId: placement.scenarioId, expected, actual, tolerance });
    const checks = [of('Jobs are accounted for', all.submitted, accounted, 0)];
    if (departments.length === 0) return checks;
    const sum = (pick: (department: DepartmentOutcome) => number): number => departments.reduce((total, each) => total + pick(each), 0);
    const owed = chargeBack(outcome, units).reduce((total, each) => total + each, 0);
    return [
      ...checks,
      of('Jobs of departments are the jobs', all.submitted, sum(({ submitted }) => submitted), 0),
      of('Core-hours of departments are the core-hours', all.coreHours, sum(({ coreHours }) => coreHours), 1e-6 * Math.max(1, all.coreHours)),
      of('Departments owe what the queue costs', amountOf(units, ledger), amountOf(owed, ledger), 0),
    ];
  });
