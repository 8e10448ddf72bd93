import { ownedUnitHour, ownedYear } from '../../engine/index.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * Cost of an hour in which a unit of one's own hardware (a GPU, a core) is used: purchase with interest and salvage,
 * energy, colocation, maintenance and staff of a year over the hours in use.
 * @customfunction ONPREMRATE
 * @param capex Price of the hardware.
 * @param rate Interest rate a year, as a fraction.
 * @param lifeYears Years it is used.
 * @param powerKw Power of its nameplate in kW.
 * @param pue Power of the site over power of the machines; 1 where colocation includes it.
 * @param energyPerKwh Price of a kWh.
 * @param staffPerYear Staff a year.
 * @param units Units it has, such as 8 GPUs.
 * @param utilization Share of the hours in which they are used, more than 0.
 * @param [salvageShare] Share of the capex it is sold for in the end; 0 when omitted.
 * @param [colocationPerKwMonth] Colocation of a kW for a month; 0 when omitted.
 * @param [maintenanceShare] Share of the capex for maintenance each year; 0 when omitted.
 * @param [loadFactor] Share of the nameplate drawn on the mean; 1 when omitted.
 * @returns Price per unit and hour in use.
 */
export function onPremRate(
  capex: number,
  rate: number,
  lifeYears: number,
  powerKw: number,
  pue: number,
  energyPerKwh: number,
  staffPerYear: number,
  units: number,
  utilization: number,
  salvageShare?: number,
  colocationPerKwMonth?: number,
  maintenanceShare?: number,
  loadFactor?: number,
): number {
  const share = { minimum: 0, maximum: 1 };
  const { total } = ownedYear({
    capex: numberArgument('capex', capex, { minimum: 0 }),
    annualRate: numberArgument('rate', rate, { minimum: 0, maximum: 10 }),
    lifeYears: numberArgument('lifeYears', lifeYears, { moreThan: 0, maximum: 100 }),
    powerKw: numberArgument('powerKw', powerKw, { minimum: 0 }),
    pue: numberArgument('pue', pue, { minimum: 1, maximum: 10 }),
    energyPerKwh: numberArgument('energyPerKwh', energyPerKwh, { minimum: 0 }),
    staffPerYear: numberArgument('staffPerYear', staffPerYear, { minimum: 0 }),
    salvageShare: optionalNumber('salvageShare', salvageShare, share) ?? 0,
    colocationPerKwMonth: optionalNumber('colocationPerKwMonth', colocationPerKwMonth, { minimum: 0 }) ?? 0,
    maintenanceShare: optionalNumber('maintenanceShare', maintenanceShare, share) ?? 0,
    loadFactor: optionalNumber('loadFactor', loadFactor, share) ?? 1,
  });
  return ownedUnitHour(
    total,
    numberArgument('units', units, { moreThan: 0 }),
    numberArgument('utilization', utilization, { moreThan: 0, maximum: 1 }),
  );
}
