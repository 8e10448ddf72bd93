import type { FamilyOffer, Portfolio, Schedule } from '../engine/index.ts';

/** The same problems written out hour by hour, in the LP format that HiGHS reads: independent of how ours solves them. */

/** One family: units of each option, what of them is used in each hour, and the rest on demand. */
export function familyProgram(units: Float64Array, { onDemandPerHour, options }: FamilyOffer): string {
  const hours = units.length;
  const costs: string[] = options.map(({ feePerUnitHour }, option) => `+ ${feePerUnitHour * hours} r${option}`);
  const rows: string[] = [];
  units.forEach((demand, hour) => {
    const used = options.map((_, option) => `u${hour}_${option}`);
    costs.push(`+ ${onDemandPerHour} o${hour}`, ...options.map(({ ratePerUsedHour }, option) => `+ ${ratePerUsedHour} u${hour}_${option}`));
    rows.push(`${used.join(' + ')} + o${hour} >= ${demand}`);
    used.forEach((name, option) => rows.push(`${name} - r${option} <= 0`));
  });
  return programText(costs, rows);
}

/** Usage of a portfolio may be assigned to its commitments in any way. All of them live throughout, and shared. */
export function portfolioProgram({ meters, options }: Portfolio): string {
  const hours = meters[0]?.secondsByHour.length ?? 0;
  const costs: string[] = options.map(({ feePerHour }, option) => `+ ${feePerHour * hours} r${option}`);
  const rows: string[] = [];
  for (let hour = 0; hour < hours; hour++) {
    const coversOf = new Map<number, string[]>(meters.map((_, meter) => [meter, []]));
    options.forEach(({ commitment }, option) => {
      const drawn: string[] = [];
      for (const each of commitment.meters) {
        const name = `u${hour}_${option}_${each.meter}`;
        drawn.push(`${'planPerHour' in each ? each.planPerHour : each.unitsPerNode} ${name}`);
        coversOf.get(each.meter)?.push(name);
      }
      rows.push(`${drawn.join(' + ')} - r${option} <= 0`);
    });
    meters.forEach(({ secondsByHour, onDemandPerHour }, meter) => {
      costs.push(`+ ${onDemandPerHour} o${hour}_${meter}`);
      rows.push(`${[...(coversOf.get(meter) ?? []), `o${hour}_${meter}`].join(' + ')} >= ${secondsByHour[hour]! / 3600}`);
    });
  }
  return programText(costs, rows);
}

/** Purchases in every period, fees by their share inside; the hours of a period that want the same units are one row. */
export function scheduleProgram({ periods, options }: Schedule): string {
  const costs: string[] = [];
  const rows: string[] = [];
  const live = periods.map((): string[] => []);
  periods.forEach((_, from) =>
    options.forEach(({ termPeriods, upfrontPerUnit, recurringPerUnitPeriod }, option) => {
      const name = `b${from}_${option}`;
      const inside = Math.min(termPeriods, periods.length - from);
      costs.push(`+ ${((upfrontPerUnit + recurringPerUnitPeriod * termPeriods) * inside) / termPeriods} ${name}`);
      for (let period = from; period < from + inside; period++) live[period]!.push(name);
    }));
  periods.forEach(({ unitsByHour, onDemandPerHour, heldUnits }, period) => {
    const hoursAt = new Map<number, number>();
    for (const units of unitsByHour) hoursAt.set(units, (hoursAt.get(units) ?? 0) + 1);
    [...hoursAt].forEach(([units, hours], level) => {
      costs.push(`+ ${onDemandPerHour * hours} o${period}_${level}`);
      rows.push(`${[...live[period]!, `o${period}_${level}`].join(' + ')} >= ${Math.max(0, units - heldUnits)}`);
    });
  });
  return programText(costs, rows);
}

const programText = (costs: readonly string[], rows: readonly string[]): string =>
  `Minimize\n cost: ${costs.join('\n ')}\nSubject To\n${rows.map((row, index) => ` c${index}: ${row}`).join('\n')}\nEnd\n`;
