/** People without whom something stands still. */
export interface KeyPersons {
  readonly count: number;
  /** Chance that one of them leaves within a year. */
  readonly leavesPerYear: number;
  readonly weeksWithout: number;
  readonly lossPerWeek: number;
  readonly rehireCost: number;
  readonly outageHours: number;
  readonly lossPerHour: number;
}

/** What one departure costs. [EQ-KEY-1] */
export const departureCost = ({ weeksWithout, lossPerWeek, rehireCost, outageHours, lossPerHour }: KeyPersons): number =>
  rehireCost + weeksWithout * lossPerWeek + outageHours * lossPerHour;

/** Chance that any of them leaves within so many years, each on their own. [EQ-KEY-2] */
export const departureChance = ({ count, leavesPerYear }: KeyPersons, years: number): number => 1 - (1 - leavesPerYear) ** (count * years);

/** Of a year, on the mean. [EQ-KEY-3] */
export const expectedDepartureCost = (persons: KeyPersons): number =>
  persons.count * persons.leavesPerYear * departureCost(persons);

/**
 * What running on several providers costs more than on one: a share of the bill for each provider after the first, and
 * what is there twice. [EQ-MUL-1]
 */
export const multiCloudOverhead = (billPerMonth: number, providers: number, sharePerProvider: number, duplicatedPerMonth: number): number =>
  (providers - 1) * (billPerMonth * sharePerProvider + duplicatedPerMonth);
