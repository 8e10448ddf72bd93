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
      const years = ownershipYears(owned);
      const worth = years.reduce((sum, { presentValue }) => sum + presentValue, 0);
      const equal = ownedYear(owned).total * annuityFactor(owned.annualRate, owned.lifeYears);
      expect(Math.abs(worth - equal)).toBeLessThan(1e-9 * Math.max(1, equal));
      const depreciated = years.reduce((sum, { depreciation }) => sum + depreciation, 0);
      expect(depreciated).toBeCloseTo(owned.capex * (1 - owned.salvageShare), 4);
      expect(years.at(-1)?.bookValue).toBeCloseTo(owned.capex * owned.salvageShare, 4);
    }),
  );
});
