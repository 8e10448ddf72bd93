import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { quoteHoursPerMonth } from '../../quantity/conversion.ts';

/** Bands in which AWS states how many nodes of a type it took back in a month. */
export const interruptionBands = ['<5%', '5-10%', '10-15%', '15-20%', '>20%'] as const;
export type InterruptionBand = (typeof interruptionBands)[number];

/** Shares of nodes interrupted in a month, 0 to 1; the highest is null where the band is open. */
export interface BandShares {
  readonly lowest: number;
  readonly highest: number | null;
}

export const bandShares: Readonly<Record<InterruptionBand, BandShares>> = {
  '<5%': { lowest: 0, highest: 0.05 },
  '5-10%': { lowest: 0.05, highest: 0.1 },
  '10-15%': { lowest: 0.1, highest: 0.15 },
  '15-20%': { lowest: 0.15, highest: 0.2 },
  '>20%': { lowest: 0.2, highest: null },
};

/**
 * Interruptions per hour of a node that runs through a month with the given chance of being taken back, when one hour is
 * like any other. [EQ-SPOT-1] 0 when it never is. Reports `out-of-range` for a share below 0, or of 1 and more.
 */
export const hazardPerHour = (monthlyShare: number): Result<number> => {
  if (!(monthlyShare >= 0 && monthlyShare < 1)) {
    return fail(makeIssue('out-of-range', { name: 'monthlyShare', value: monthlyShare, minimum: 0, maximum: 1 }));
  }
  return ok(-Math.log1p(-monthlyShare) / quoteHoursPerMonth);
};

/** Mean hours between interruptions; Infinity when there are none. Reports what {@link hazardPerHour} reports. */
export const hoursBetweenInterruptions = (monthlyShare: number): Result<number> => {
  const hazard = hazardPerHour(monthlyShare);
  return hazard.ok ? ok(1 / hazard.value) : hazard;
};
