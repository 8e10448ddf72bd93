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

/** Purchase, the years of use, salvage at the end of the last. [EQ-OWN-5] */
export const ownershipYears = (owned: OwnedHardware): OwnershipYear[] => {
  const { capex, lifeYears, salvageShare, annualRate } = owned;
  const { energy, colocation, maintenance, staff } = ownedYear(owned);
  const salvage = capex * salvageShare;
  const depreciation = (capex - salvage) / lifeYears;
  const nothing = { energy: 0, colocation: 0, maintenance: 0, staff: 0, depreciation: 0 };
  const bought = { year: 0, capex, ...nothing, cash: capex, bookValue: capex, presentValue: capex };
  const years = Array.from({ length: lifeYears }, (_, index): OwnershipYear => {
    const year = index + 1;
    const sold = year === lifeYears ? salvage : 0;
    const cash = energy + colocation + maintenance + staff - sold;
    return {
      year, capex: sold === 0 ? 0 : -sold, energy, colocation, maintenance, staff, cash, depreciation,
      bookValue: capex - depreciation * year, presentValue: discounted(cash, annualRate, year),
    };
  });
  return [bought, ...years];
};
