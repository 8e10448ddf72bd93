import { isoOfInstant } from '../../quantity/calendar.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { PlanMonth } from '../../workload/horizon.ts';
import { countText, percentText } from '../number-text.ts';
import { monthDate, monthText } from '../report-month.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';
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
    {
      id: 'UnservedFrom',
      title: 'Short from',
      format: 'dateTime',
      description: 'Start of the first hour, UTC, in which demand was lost or put off; blank when there is none.',
    },
    {
      id: 'BindingConstraint',
      title: 'What binds',
      format: 'text',
      description: 'What set the number of nodes when demand was highest: a target, a limit, or a lag.',
    },
    {
      id: 'LongestDelaySeconds',
      title: 'Longest delay',
      unit: 's',
      format: 'decimal',
      description: 'Longest time that demand put off waited for its turn; blank when none may be put off.',
    },
    {
      id: 'MeanWaiting',
      title: 'Mean waiting',
      unit: 'requests',
      format: 'decimal',
      description: 'Requests waiting in the mean of time; blank without a service time, or when the line had no end.',
    },
    ...([50, 95, 99] as const).map(
      percent =>
        ({
          id: `WaitP${percent}Seconds`,
          title: `Wait of ${percent} %`,
          unit: 's',
          format: 'decimal',
          description: `Wait that ${percent} % of the demand does not exceed; blank without a service time, or when more than the rest is not served.`,
        }) as const,
    ),
  ],
});

interface MonthCapacity {
  readonly hourCount: number;
  readonly peakNodes: number;
  readonly nodeHours: number;
  readonly peakDemand: number;
  readonly demand: number;
  readonly served: number;
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
    served: 0,
    unserved: 0,
    hoursAboveTarget: 0,
    unservedHours: 0,
  };
  for (let hour = first; hour < end; hour += 1) {
    const [nodes, serving, demand, unserved] = [
      capacity.nodesByHour[hour],
      capacity.servingNodesByHour[hour],
      capacity.demandByHour[hour],
      capacity.unservedByHour[hour],
    ] as [number, number, number, number];
    total.peakNodes = Math.max(total.peakNodes, capacity.peakNodesByHour[hour] as number);
    total.peakDemand = Math.max(total.peakDemand, demand);
    total.nodeHours += nodes;
    total.demand += demand;
    total.served += capacity.servedByHour[hour] as number;
    total.unserved += unserved;
    if (demand > serving * sizing.capacityPerNode * sizing.targetUtilization * (1 + targetSlack))
      total.hoursAboveTarget += 1;
    if (unserved > 0) total.unservedHours += 1;
  }
  return total;
};

type ServicePlacement = PlacementResult & { readonly outcome: ServiceResult };

export const servicePlacements = ({ placements }: RunResults): ServicePlacement[] =>
  placements.filter((placement): placement is ServicePlacement => placement.outcome.kind === 'service');

export const buildCapacity = (results: RunResults): ComposedTable | null => {
  const { months } = results.horizon;
  const placements = servicePlacements(results);
  const found = placements.flatMap(placement =>
    months
      .map((month, index) => ({
        placement,
        month,
        capacity: monthCapacity(placement.outcome, month),
        period: placement.outcome.capacity.periods[index],
      }))
      .filter(({ capacity }) => capacity.hourCount > 0),
  );
  const rows = found.map(({ placement, month, capacity, period }) => {
    const { sizing, demandUnit } = placement.outcome;
    const { hourCount, peakNodes, nodeHours, peakDemand, demand, served } = capacity;
    const { unserved, hoursAboveTarget, unservedHours } = capacity;
    const short = period?.firstShortHour ?? null;
    const waits = period?.waits;
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
      Utilization: nodeHours > 0 ? served / (nodeHours * sizing.capacityPerNode) : null,
      HoursAboveTarget: hoursAboveTarget,
      UnservedHours: unservedHours,
      UnservedShare: demand > 0 ? unserved / demand : null,
      UnservedFrom: short === null ? null : isoOfInstant(results.horizon.start + short * secondsPerHour),
      BindingConstraint: period?.constraint ?? null,
      LongestDelaySeconds: sizing.deferrableSeconds ? (period?.longestDelaySeconds ?? null) : null,
      MeanWaiting: waits?.meanWaiting ?? null,
      WaitP50Seconds: waits?.p50Seconds ?? null,
      WaitP95Seconds: waits?.p95Seconds ?? null,
      WaitP99Seconds: waits?.p99Seconds ?? null,
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
    ? say`${peak.placement.workloadId} needs the most: ${countText(peak.capacity.peakNodes, 'node')} in ${monthText(peak.month)}.`
    : say``;
  const service = worst
    ? say`Not all demand is served: ${worst.placement.placementId} leaves ${percentText(worst.capacity.unserved / worst.capacity.demand)} in ${
        monthText(worst.month)
      }.`
    : say`All demand is served.`;
  return fillTable(capacityTable, { rows, answer: oneByOne(need, service) });
};
