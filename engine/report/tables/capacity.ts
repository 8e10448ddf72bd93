import type { PlanMonth } from '../../workload/horizon.ts';
import { countText, percentText } from '../number-text.ts';
import { monthDate, monthText } from '../report-month.ts';
import type { ReportTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { PlacementResult, RunResults, ServiceResult } from '../run-results.ts';

export const capacityTable = defineResultTable({
  id: 'OutCapacity',
  version: 1,
  sheetName: 'Results Capacity',
  title: 'Capacity of services by month',
  question: 'How many nodes does each service need, and is all demand served?',
  description:
    "One row per month and placement of a service. Demand is in the service's own unit: do not add it up across services.",
  columns: [
    { id: 'Month', title: 'Month', format: 'date', description: 'First day of the calendar month, UTC.' },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'WorkloadId', title: 'Service', format: 'text', description: 'The service.' },
    { id: 'PlacementId', title: 'Placement', format: 'text', description: 'Row of Placements.' },
    {
      id: 'PeakNodes',
      title: 'Most nodes',
      unit: 'nodes',
      format: 'integer',
      description: 'Nodes in the busiest hour.',
    },
    {
      id: 'MeanNodes',
      title: 'Mean nodes',
      unit: 'nodes',
      format: 'decimal',
      description: 'Nodes in the mean of the active hours.',
    },
    {
      id: 'NodeHours',
      title: 'Node-hours',
      unit: 'h',
      format: 'hours',
      description: 'Sum of nodes over the active hours.',
    },
    {
      id: 'PeakDemand',
      title: 'Peak demand',
      unit: 'demand unit',
      format: 'decimal',
      description: "Demand of the busiest hour, the placement's share.",
    },
    {
      id: 'MeanDemand',
      title: 'Mean demand',
      unit: 'demand unit',
      format: 'decimal',
      description: 'Demand in the mean of the active hours.',
    },
    { id: 'DemandUnit', title: 'Unit of the demand', format: 'text', description: 'What the service counts.' },
    {
      id: 'Utilization',
      title: 'Utilization',
      format: 'percent',
      description: 'Served demand as a part of what the nodes could carry; blank when no node ran.',
    },
    {
      id: 'HoursAboveTarget',
      title: 'Hours above target',
      unit: 'h',
      format: 'integer',
      description: 'Hours in which the nodes were used beyond the target utilization.',
    },
    {
      id: 'UnservedHours',
      title: 'Hours with unserved demand',
      unit: 'h',
      format: 'integer',
      description: 'Hours in which the most nodes did not suffice.',
    },
    {
      id: 'UnservedShare',
      title: 'Demand unserved',
      format: 'percent',
      description: "Part of the month's demand that was not served; blank without demand.",
    },
  ],
});

interface MonthCapacity {
  readonly hourCount: number;
  readonly peakNodes: number;
  readonly nodeHours: number;
  readonly peakDemand: number;
  readonly demand: number;
  readonly unserved: number;
  readonly hoursAboveTarget: number;
  readonly unservedHours: number;
}

/** Relative slack so that a node used exactly at its target does not count as above it. */
const targetSlack = 1e-9;

const monthCapacity = (
  { capacity, sizing, activeHours }: ServiceResult,
  { startHour, endHour }: PlanMonth,
): MonthCapacity => {
  const [first, end] = [Math.max(startHour, activeHours[0]), Math.min(endHour, activeHours[1])];
  const total = {
    hourCount: Math.max(0, end - first),
    peakNodes: 0,
    nodeHours: 0,
    peakDemand: 0,
    demand: 0,
    unserved: 0,
    hoursAboveTarget: 0,
    unservedHours: 0,
  };
  for (let hour = first; hour < end; hour += 1) {
    const [nodes, demand, unserved] = [
      capacity.nodesByHour[hour],
      capacity.demandByHour[hour],
      capacity.unservedByHour[hour],
    ] as [number, number, number];
    total.peakNodes = Math.max(total.peakNodes, nodes);
    total.peakDemand = Math.max(total.peakDemand, demand);
    total.nodeHours += nodes;
    total.demand += demand;
    total.unserved += unserved;
    if (demand > nodes * sizing.capacityPerNode * sizing.targetUtilization * (1 + targetSlack))
      total.hoursAboveTarget += 1;
    if (unserved > 0) total.unservedHours += 1;
  }
  return total;
};

type ServicePlacement = PlacementResult & { readonly outcome: ServiceResult };

export const servicePlacements = ({ placements }: RunResults): ServicePlacement[] =>
  placements.filter((placement): placement is ServicePlacement => placement.outcome.kind === 'service');

export const buildCapacity = (results: RunResults): ReportTable | null => {
  const { months } = results.horizon;
  const placements = servicePlacements(results);
  const found = placements.flatMap(placement =>
    months
      .map(month => ({ placement, month, capacity: monthCapacity(placement.outcome, month) }))
      .filter(({ capacity }) => capacity.hourCount > 0),
  );
  const rows = found.map(({ placement, month, capacity }) => {
    const { sizing, demandUnit } = placement.outcome;
    const { hourCount, peakNodes, nodeHours, peakDemand, demand, unserved, hoursAboveTarget, unservedHours } = capacity;
    return {
      Month: monthDate(month),
      ScenarioId: placement.scenarioId,
      WorkloadId: placement.workloadId,
      PlacementId: placement.placementId,
      PeakNodes: peakNodes,
      MeanNodes: nodeHours / hourCount,
      NodeHours: nodeHours,
      PeakDemand: peakDemand,
      MeanDemand: demand / hourCount,
      DemandUnit: demandUnit,
      Utilization: nodeHours > 0 ? (demand - unserved) / (nodeHours * sizing.capacityPerNode) : null,
      HoursAboveTarget: hoursAboveTarget,
      UnservedHours: unservedHours,
      UnservedShare: demand > 0 ? unserved / demand : null,
    };
  });
  const peak = found.reduce<(typeof found)[number] | null>(
    (best, each) => (best && best.capacity.peakNodes >= each.capacity.peakNodes ? best : each),
    null,
  );
  const worst = found
    .filter(({ capacity }) => capacity.unserved > 0)
    .reduce<(typeof found)[number] | null>(
      (best, each) =>
        best && best.capacity.unserved / best.capacity.demand >= each.capacity.unserved / each.capacity.demand
          ? best
          : each,
      null,
    );
  const need = peak
    ? `${peak.placement.workloadId} needs the most: ${countText(peak.capacity.peakNodes, 'node')} in ${monthText(peak.month)}.`
    : '';
  const service = worst
    ? ` Not all demand is served: ${worst.placement.placementId} leaves ${percentText(worst.capacity.unserved / worst.capacity.demand)} in ${monthText(worst.month)}.`
    : ' All demand is served.';
  return fillTable(capacityTable, { rows, answer: need + service });
};
