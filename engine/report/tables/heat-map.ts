import { hoursPerDay } from '../../quantity/conversion.ts';
import { percentText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable, type ResultColumn, type ResultRow } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { blocksOf } from './day-profile.ts';
import { say } from '../sentence.ts';

const hourId = (hour: number): `Hour${string}` => `Hour${String(hour).padStart(2, '0')}`;
const hourColumns = Array.from({ length: hoursPerDay }, (_, hour): ResultColumn<`Hour${string}`> => ({
  id: hourId(hour), title: `${hour}:00`, format: 'heat', description: 'Part of what the nodes can do that is used in that local hour, on the mean.',
}));

export const heatMapTable = defineResultTable({
  id: 'OutHeatMap',
  version: 1,
  sheetName: 'Results Heat map',
  title: 'Utilization by hour',
  question: 'On which days and at which hours are the nodes busy, and when do they stand idle?',
  description:
    'One row per service and day of the week, all its placements together; scenarios that run the same share their rows. The darker, the ' +
    'busier; blank: nothing ran.',
  columns: [
    { id: 'WorkloadId', title: 'Service', format: 'text', description: 'Row of Services.' },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenarios in which it runs like this.' },
    { id: 'Day', title: 'Day', format: 'text', description: 'Local day of the week.' },
    ...hourColumns,
  ],
});

type HeatRow = ResultRow<'ScenarioId' | 'WorkloadId' | 'Day' | `Hour${string}`>;

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export const buildHeatMap = (results: RunResults): ComposedTable | null => {
  const { clock } = results;
  const rows = blocksOf(results).flatMap(({ workloadId, scenarioIds, runs }): HeatRow[] => {
    const [served, capable] = [new Float64Array(dayNames.length * hoursPerDay), new Float64Array(dayNames.length * hoursPerDay)];
    for (const [capacity, { activeHours, times, capacityPerNode }] of runs) {
      for (let hour = activeHours[0]; hour < activeHours[1]; hour += 1) {
        const place = ((clock.dayOfWeek[hour] as number) - 1) * hoursPerDay + (clock.hourOfDay[hour] as number);
        served[place] = (served[place] as number) + times * (capacity.servedByHour[hour] as number);
        capable[place] = (capable[place] as number) + times * (capacity.nodesByHour[hour] as number) * capacityPerNode;
      }
    }
    return dayNames.map((Day, day) => {
      const hours = Array.from({ length: hoursPerDay }, (_, hour): [string, number | null] => {
        const place = day * hoursPerDay + hour;
        return [hourId(hour), (capable[place] as number) > 0 ? (served[place] as number) / (capable[place] as number) : null];
      });
      const names = { WorkloadId: workloadId, ScenarioId: scenarioIds.join(', '), Day };
      return { ...names, ...Object.fromEntries(hours) };
    });
  });
  const [first] = rows;
  const own = rows.filter(row => row.ScenarioId === first?.ScenarioId && row.WorkloadId === first?.WorkloadId);
  const cells = own.flatMap(row => hourColumns.flatMap(({ id }, hour) => {
    const value = row[id] ?? null;
    return typeof value === 'number' ? [{ day: String(row.Day), hour, value }] : [];
  }));
  const idlest = cells.reduce<(typeof cells)[number] | null>((least, cell) => (least && least.value <= cell.value ? least : cell), null);
  const answer = idlest && first
    ? say`${String(first.WorkloadId)} is used least on ${idlest.day} at ${idlest.hour}:00 (${results.timeZoneName}): ${
        percentText(idlest.value)
      } of what its nodes can do.`
    : say``;
  return fillTable(heatMapTable, { rows, answer });
};
