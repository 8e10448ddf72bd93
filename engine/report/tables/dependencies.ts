import { dependencyIndex } from '../../migration/dependency-index.ts';
import { groupBy } from '../group-by.ts';
import type { LeavingDependency } from '../leaving-dependency.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

export const dependenciesResultTable = defineResultTable({
  id: 'OutDependencies',
  version: 1,
  sheetName: 'Results Dependencies',
  title: 'What holds each workload',
  question: 'How hard is each workload to move, and because of which services?',
  description:
    'One row for each service a workload stands on, the hardest workload first. The index is a judgement from 0 to 1; the parts of a workload add up to it.',
  columns: [
    { id: 'WorkloadId', title: 'Workload', format: 'text', description: 'Row of MigrationPlan.' },
    { id: 'DependencyIndex', title: 'Dependency index', format: 'decimal', description: 'Of the workload: mean difficulty by weight. 0: nothing holds it.' },
    { id: 'Service', title: 'Service', format: 'text', description: 'Row of Dependencies.' },
    { id: 'Layer', title: 'Layer', format: 'text', description: 'IaaS, PaaS or SaaS.' },
    { id: 'Standard', title: 'Standard', format: 'text', description: 'yes: others offer the same interface.' },
    { id: 'Difficulty', title: 'Difficulty', format: 'decimal', description: 'From 0 to 1, as stated or as usual for its layer.' },
    { id: 'Part', title: 'Part of the index', format: 'decimal', description: 'What this service adds to it.' },
    { id: 'ReworkHours', title: 'Rework', unit: 'h', format: 'hours', description: 'As likely.' },
    { id: 'ReworkCost', title: 'Cost of it', format: 'money', description: 'At the rate of the workload, before overrun.' },
    { id: 'Alternative', title: 'Replaced by', format: 'text', description: 'As stated.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildDependencies = (dependencies: readonly LeavingDependency[], ledger: Ledger): ComposedTable | null => {
  const workloads = [...groupBy(dependencies, ({ workloadId }) => workloadId)]
    .map(([name, services]) => ({
      name,
      index: dependencyIndex(services),
      weight: services.reduce((sum, { weight }) => sum + weight, 0),
      services: [...services].sort((a, b) => b.weight * b.difficulty - a.weight * a.difficulty),
    }))
    .sort((a, b) => b.index - a.index);
  const rows = workloads.flatMap(({ name, index, weight, services }) =>
    services.map(({ service, layer, isStandard, difficulty, weight: own, hours, ratePerHour, alternative }) => ({
      WorkloadId: name,
      DependencyIndex: index,
      Service: service,
      Layer: layer,
      Standard: isStandard ? 'yes' : 'no',
      Difficulty: difficulty,
      Part: weight === 0 ? 0 : (own * difficulty) / weight,
      ReworkHours: hours.likely,
      ReworkCost: roundedAmount(hours.likely * ratePerHour, ledger),
      Alternative: alternative,
      BillingCurrency: ledger.currency,
    })));
  const [first] = rows;
  const answer = first
    ? say`${first.WorkloadId} is the hardest to move, at ${first.DependencyIndex.toFixed(2)}: most of it is ${first.Service}.`
    : say``;
  return fillTable(dependenciesResultTable, { rows, answer, currency: ledger.currency });
};
