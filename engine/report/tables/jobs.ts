import { isoOfInstant } from '../../quantity/calendar.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import { amountOf, sumUnits, type Ledger } from '../ledger.ts';
import { countText, hoursText, moneyText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';
import type { JobResult, PlacementResult, RunResults } from '../run-results.ts';

export const jobsTable = defineResultTable({
  id: 'OutJobs',
  version: 1,
  sheetName: 'Results Jobs',
  title: 'Jobs as planned',
  question: 'When does each job end on its planned nodes, and what does it cost?',
  description: 'One row per placement of a job, on the planned number of nodes.',
  columns: [
    { id: 'JobId', title: 'Job', format: 'text', description: 'The job.' },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'PlacementId', title: 'Placement', format: 'text', description: 'Row of Placements.' },
    { id: 'Nodes', title: 'Nodes', unit: 'nodes', format: 'integer', description: 'Planned nodes.' },
    {
      id: 'Work',
      title: 'Work',
      unit: 'core- or GPU-hours',
      format: 'decimal',
      description: "The placement's share of the work, as stated or measured.",
    },
    { id: 'WorkUnit', title: 'Unit of the work', format: 'text', description: 'core-hours or gpu-hours.' },
    { id: 'Start', title: 'Start', format: 'dateTime', description: 'When the nodes are started, UTC.' },
    { id: 'End', title: 'End', format: 'dateTime', description: 'When the work is done, UTC, whole seconds.' },
    { id: 'Hours', title: 'Hours', unit: 'h', format: 'hours', description: 'From start to end, start-up included.' },
    {
      id: 'NodeHours',
      title: 'Node-hours billed',
      unit: 'h',
      format: 'hours',
      description: 'Billed node-hours, whether they lie in the plan or not.',
    },
    {
      id: 'WorkPerBilledCore',
      title: 'Billed time at work',
      format: 'percent',
      description:
        'Work as a part of the billed core- or GPU-hours: what start-up, started steps and lost efficiency leave.',
    },
    {
      id: 'EffectiveCost',
      title: 'Effective cost',
      format: 'money',
      description: 'Cost in the plan; with a commitment, all of it that lies in the plan.',
    },
    {
      id: 'CostPerWork',
      title: 'Cost per unit of work',
      format: 'unitPrice',
      description: 'Effective cost by work, for jobs that end in the plan; else blank.',
    },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export type JobPlacement = PlacementResult & { readonly outcome: JobResult };

export const jobPlacements = ({ placements }: RunResults): JobPlacement[] =>
  placements.filter((placement): placement is JobPlacement => placement.outcome.kind === 'job');

export const buildJobs = (results: RunResults, ledger: Ledger): ComposedTable | null => {
  const { currency, decimals } = ledger;
  const rows = jobPlacements(results).map(placement => {
    const { run, work, workUnit } = placement.outcome;
    const units = sumUnits(ledger.byOrigin.get(placement) ?? [], 'EffectiveCost');
    const nodeHours = run.billedNodeSeconds / secondsPerHour;
    const cost = amountOf(units, ledger);
    return {
      JobId: placement.workloadId,
      ScenarioId: placement.scenarioId,
      PlacementId: placement.placementId,
      Nodes: run.nodeCount,
      Work: work.workHours,
      WorkUnit: workUnit,
      Start: isoOfInstant(run.start),
      End: isoOfInstant(run.end),
      Hours: (run.end - run.start) / secondsPerHour,
      NodeHours: nodeHours,
      WorkPerBilledCore: work.workHours / (nodeHours * work.coresPerNode),
      EffectiveCost: cost,
      CostPerWork: run.billedEnd <= results.horizon.end ? cost / work.workHours : null,
      BillingCurrency: currency,
    };
  });
  const [first] = rows;
  const more = rows.length > 1 ? say`${countText(rows.length, 'placement')} of jobs in all.` : say``;
  const cost = moneyText(first?.EffectiveCost ?? 0, currency, decimals);
  const answer = first
    ? oneByOne(say`${first.JobId} takes ${hoursText(first.Hours)} on ${countText(first.Nodes, 'node')} and costs ${cost}.`, more)
    : say``;
  return fillTable(jobsTable, { rows, answer, currency });
};
