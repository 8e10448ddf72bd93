import { discounted } from '../numeric/time-value.ts';
import { ownedYear, type OwnedHardware } from './owned-hardware.ts';

/** A year of owning, in cash and in the books. Year 0 is the day of purchase. */
export interface OwnershipYear {
  readonly year: number;
  readonly capex: number;
  readonly energy: number;
  readonly colocation: number;
  readonly maintenance: number;
  readonly staff: number;
  /** What is paid less what salvage brings. */
  readonly cash: number;
  /** Straight line; not cash. */
  readonly depreciation: number;
  readonly bookValue: number;
  /** Of the cash, on the day of purchase: running costs at the ends of their years. */
  readonly presentValue: number;
}

/** How often hardware is bought, one set after the other. */
export interface Refresh {
  readonly purchases: number;
  /** By which the price of the next set rises in a year, as a share; below 0 it falls. */
  readonly priceChange: number;
}

/** The sets as they are bought: what staff, power and space cost stays. [EQ-OWN-8] */
export const boughtSets = (owned: OwnedHardware, { purchases, priceChange }: Refresh): OwnedHardware[] =>
  Array.from({ length: purchases }, (_, set) => ({ ...owned, capex: owned.capex * (1 + priceChange) ** (set * owned.lifeYears) }));

/**
 * Purchase, the years of use, salvage at the end of the last [EQ-OWN-5]; where more sets follow, the next is bought on
 * the day the last is sold.
 */
export const ownershipYears = (owned: OwnedHardware, refresh: Refresh): OwnershipYear[] => {
  const { lifeYears, salvageShare, annualRate } = owned;
  const nothing = { energy: 0, colocation: 0, maintenance: 0, staff: 0, depreciation: 0 };
  const sets = boughtSets(owned, refresh);
  const years: OwnershipYear[] = [
    { year: 0, capex: owned.capex, ...nothing, cash: owned.capex, bookValue: owned.capex, presentValue: owned.capex },
  ];
  sets.forEach((set, index) => {
    const { energy, colocation, maintenance, staff } = ownedYear(set);
    const salvage = set.capex * salvageShare;
    const depreciation = (set.capex - salvage) / lifeYears;
    for (let age = 1; age <= lifeYears; age += 1) {
      const year = index * lifeYears + age;
      const next = age === lifeYears ? (sets[index + 1]?.capex ?? 0) : 0;
      const capex = age === lifeYears ? next - salvage : 0;
      const cash = capex + energy + colocation + maintenance + staff;
      years.push({
        year, capex, energy, colocation, maintenance, staff, cash, depreciation,
        bookValue: next > 0 ? next : set.capex - depreciation * age, presentValue: discounted(cash, annualRate, year),
      });
    }
  });
  return years;
};
