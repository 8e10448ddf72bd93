import { countText } from '../number-text.ts';
import type { Ledger } from '../ledger.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { SpotResult } from '../run-results.ts';
import { say } from '../sentence.ts';

export const spotTable = defineResultTable({
  id: 'OutSpot',
  version: 1,
  sheetName: 'Results Spot',
  title: 'Work on spot nodes',
  question: 'What does an hour of work that is kept cost, when nodes are taken back?',
  description: 'One row per spot placement whose risk stands in SpotRisk, at the prices of its first day in the plan.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'PlacementId', title: 'Placement', format: 'text', description: 'Row of Placements.' },
    { id: 'WorkloadId', title: 'Workload', format: 'text', description: 'Service or job.' },
    { id: 'Provider', title: 'Provider', format: 'text', description: 'Who provides the nodes.' },
    { id: 'Region', title: 'Region', format: 'text', description: 'Region of the nodes.' },
    { id: 'NodeType', title: 'Node type', format: 'text', description: 'Node type.' },
    { id: 'SpotPerHour', title: 'Spot price', unit: 'per node-hour', format: 'unitPrice', description: 'Price of an hour billed.' },
    {
      id: 'OnDemandPerHour',
      title: 'On-demand price',
      unit: 'per node-hour',
      format: 'unitPrice',
      description: 'Price of the same hour on demand; blank where it is not known.',
    },
    {
      id: 'MonthlyInterruption',
      title: 'Interrupted in a month',
      format: 'percent',
      description: 'Chance that a node is taken back within a month.',
    },
    {
      id: 'HoursBetweenInterruptions',
      title: 'Between interruptions',
      unit: 'h',
      format: 'hours',
      description: 'Mean time until a node is taken back; blank where none ever is.',
    },
    {
      id: 'CheckpointIntervalHours',
      title: 'Save every',
      unit: 'h',
      format: 'hours',
      description: 'Work between two checkpoints that loses least time; blank where none is needed.',
    },
    {
      id: 'BilledPerUsefulHour',
      title: 'Billed for an hour kept',
      unit: 'h',
      format: 'decimal',
      description: 'Hours billed for each hour of work kept: checkpoints, lost work and restarts included.',
    },
    {
      id: 'PerUsefulHour',
      title: 'Price of an hour kept',
      unit: 'per hour',
      format: 'unitPrice',
      description: 'Spot price times the hours billed for it.',
    },
    {
      id: 'SavingOnOnDemand',
      title: 'Saving on demand',
      format: 'percent',
      description: 'What an hour kept is below an hour on demand; negative when it is above.',
    },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the prices (ISO 4217).' },
  ],
});

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const buildSpot = (spot: readonly SpotResult[], { currency }: Ledger): ComposedTable | null => {
  const rows = spot.map(({ scenarioId, placementId, workloadId, key, spotPerHour, onDemandPerHour, monthlyShare, mtbiHours, cost }) => ({
    ScenarioId: scenarioId,
    PlacementId: placementId,
    WorkloadId: workloadId,
    Provider: key.provider,
    Region: key.region,
    NodeType: key.nodeType,
    SpotPerHour: spotPerHour.amount.toNumber(),
    OnDemandPerHour: onDemandPerHour?.amount.toNumber() ?? null,
    MonthlyInterruption: monthlyShare,
    HoursBetweenInterruptions: finite(mtbiHours),
    CheckpointIntervalHours: finite(cost.intervalSeconds / 3600),
    BilledPerUsefulHour: cost.billedPerUsefulHour,
    PerUsefulHour: cost.perUsefulHour.toNumber(),
    SavingOnOnDemand:
      onDemandPerHour && !onDemandPerHour.amount.isZero()
        ? 1 - cost.perUsefulHour.dividedBy(onDemandPerHour.amount).toNumber()
        : null,
    BillingCurrency: currency,
  }));
  const dearer = rows.filter(({ SavingOnOnDemand }) => SavingOnOnDemand !== null && SavingOnOnDemand < 0).length;
  return fillTable(spotTable, {
    answer:
      dearer > 0
        ? say`${countText(dearer, 'spot placement')} of ${rows.length} cost more per hour of work kept than on demand.`
        : say`All ${countText(rows.length, 'spot placement')} cost less per hour of work kept than on demand, as far as its price is known.`,
    rows,
  });
};
