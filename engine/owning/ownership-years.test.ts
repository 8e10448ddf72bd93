import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { annuityFactor } from '../numeric/time-value.ts';
import { ownedYear } from './owned-hardware.ts';
import { ownershipYears } from './ownership-years.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const hardware = fc.record({
  capex: fc.integer({ min: 1, max: 1_000_000 }),
  annualRate: fc.double({ min: 0, max: 0.3, noNaN: true }),
  lifeYears: fc.integer({ min: 1, max: 15 }),
  salvageShare: share,
  powerKw: fc.double({ min: 0, max: 100, noNaN: true }),
  loadFactor: share,
  pue: fc.double({ min: 1, max: 2, noNaN: true }),
  energyPerKwh: share,
  colocationPerKwMonth: fc.double({ min: 0, max: 300, noNaN: true }),
  maintenanceShare: share,
  staffPerYear: fc.integer({ min: 0, max: 100_000 }),
});

it('is worth as much as so many equal years, and the books end at the salvage', () => {
  fc.assert(
    fc.property(hardware, owned => {
      const years = ownershipYears(owned, { purchases: 1, priceChange: 0 });
      const worth = years.reduce((sum, { presentValue }) => sum + presentValue, 0);
      const equal = ownedYear(owned).total * annuityFactor(owned.annualRate, owned.lifeYears);
      expect(Math.abs(worth - equal)).toBeLessThan(1e-9 * Math.max(1, equal));
      const depreciated = years.reduce((sum, { depreciation }) => sum + depreciation, 0);
      expect(depreciated).toBeCloseTo(owned.capex * (1 - owned.salvageShare), 4);
      expect(years.at(-1)?.bookValue).toBeCloseTo(owned.capex * owned.salvageShare, 4);
    }),
  );
});

it('buys the next set on the day the last is sold, at the price of that day', () => {
  const owned = {
    capex: 1000, annualRate: 0, lifeYears: 2, salvageShare: 0.1, powerKw: 0, loadFactor: 1, pue: 1, energyPerKwh: 0,
    colocationPerKwMonth: 0, maintenanceShare: 0.05, staffPerYear: 7,
  };
  const years = ownershipYears(owned, { purchases: 2, priceChange: -0.1 });
  // The second set costs 0.9 x 0.9 of the first, and so does its maintenance
  expect(years.map(({ capex }) => capex)).toEqual([1000, 0, expect.closeTo(810 - 100, 9), 0, expect.closeTo(-81, 9)]);
  expect(years.map(({ maintenance }) => maintenance)).toEqual([0, 50, 50, expect.closeTo(40.5, 9), expect.closeTo(40.5, 9)]);
  expect(years.map(({ bookValue }) => bookValue)).toEqual(
    [1000, 550, expect.closeTo(810, 9), expect.closeTo(445.5, 9), expect.closeTo(81, 9)],
  );
});

it('is the same set bought again at an unchanged price: as many equal years', () => {
  fc.assert(
    fc.property(hardware, fc.integer({ min: 1, max: 5 }), (owned, purchases) => {
      const worth = ownershipYears(owned, { purchases, priceChange: 0 }).reduce((sum, { presentValue }) => sum + presentValue, 0);
      const equal = ownedYear(owned).total * annuityFactor(owned.annualRate, owned.lifeYears * purchases);
      expect(Math.abs(worth - equal)).toBeLessThan(1e-9 * Math.max(1, equal));
    }),
  );
});
