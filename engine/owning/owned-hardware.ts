import { annuityFactor, discounted } from '../numeric/time-value.ts';
import { quoteHoursPerMonth } from '../quantity/conversion.ts';

/** Of a year as price lists count it. */
const hoursPerYear = 12 * quoteHoursPerMonth;

/**
 * What an asset costs in each year of its life so that purchase, salvage and interest are paid: what is left in the end
 * is worth less today. [EQ-OWN-1] The straight line of the books at rate 0.
 */
export const assetAnnualCost = (cost: number, annualRate: number, lifeYears: number, salvage: number): number =>
  (cost - discounted(salvage, annualRate, lifeYears)) / annuityFactor(annualRate, lifeYears);

/** Hardware of one's own, and what running it takes in a year. */
export interface OwnedHardware {
  readonly capex: number;
  readonly annualRate: number;
  readonly lifeYears: number;
  /** Of the capex, what is left of it in the end. */
  readonly salvageShare: number;
  /** Of the nameplate, what is paid for as space and cooling; and of it what is drawn on the mean. */
  readonly powerKw: number;
  readonly loadFactor: number;
  /** Power of the site over power of the machines. */
  readonly pue: number;
  readonly energyPerKwh: number;
  readonly colocationPerKwMonth: number;
  /** Of the capex, each year. */
  readonly maintenanceShare: number;
  readonly staffPerYear: number;
}

/** A year of it, by what it is paid for. */
export interface OwnedYear {
  readonly capital: number;
  readonly energy: number;
  readonly colocation: number;
  readonly maintenance: number;
  readonly staff: number;
  readonly total: number;
}

/** [EQ-OWN-2] */
export const ownedYear = (owned: OwnedHardware): OwnedYear => {
  const { capex, annualRate, lifeYears, salvageShare, powerKw, loadFactor, pue, energyPerKwh } = owned;
  const capital = assetAnnualCost(capex, annualRate, lifeYears, capex * salvageShare);
  const energy = powerKw * loadFactor * pue * hoursPerYear * energyPerKwh;
  const colocation = powerKw * owned.colocationPerKwMonth * 12;
  const maintenance = capex * owned.maintenanceShare;
  const staff = owned.staffPerYear;
  return { capital, energy, colocation, maintenance, staff, total: capital + energy + colocation + maintenance + staff };
};

/** Cost of an hour in which a unit (a GPU, a core) is used. [EQ-OWN-3] */
export const ownedUnitHour = (annualCost: number, units: number, utilization: number): number =>
  annualCost / (units * hoursPerYear * utilization);

/**
 * Share of the hours in which the units must be used for a year of owning to cost no more than renting them; above 1 it
 * never does. [EQ-OWN-4]
 */
export const breakEvenUse = (annualCost: number, units: number, cloudPricePerHour: number): number =>
  annualCost / (units * hoursPerYear * cloudPricePerHour);
