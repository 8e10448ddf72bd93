import { expiryFirst, findExitOrder } from '../../migration/exit-order.ts';
import { costOfOrder, type ExitWork } from '../../migration/exit-work.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import type { LeavingOrder } from '../../report/leaving-order.ts';
import type { Leaving } from '../../report/migration.ts';
import type { PartInput } from '../parts/model-part.ts';
import type { Move } from './leaving.ts';

/** Months are taken as twelfths of a year when they lengthen a date. */
export const secondsPerMonth = (365.25 / 12) * secondsPerDay;

/** The order in which one team should move; null: nothing is committed, so that the order is the plan's own affair. */
export const orderOfLeaving = (
  moves: readonly Move[],
  { workloads }: Leaving,
  { horizon, settings }: Pick<PartInput, 'horizon' | 'settings'>,
): LeavingOrder | null => {
  if (moves.every(({ exit }) => exit.committedPerMonth === 0)) return null;
  const monthOf = (instant: number): number => Math.max(0, (instant - horizon.start) / secondsPerMonth);
  const placeOf = new Map(moves.map(({ exit }, place) => [exit.name.toLowerCase(), place]));
  const works = moves.map(({ exit }, place): ExitWork => ({
    name: exit.name,
    workMonths: (exit.durationDays * secondsPerDay) / secondsPerMonth,
    stayPerMonth: workloads[place]?.stayPerMonth ?? 0,
    goPerMonth: workloads[place]?.goPerMonth ?? 0,
    committedPerMonth: exit.committedPerMonth,
    committedUntil: monthOf(exit.committedUntil ?? horizon.start),
    notBefore: monthOf(exit.notBefore ?? horizon.start),
    after: placeOf.get(exit.after?.toLowerCase() ?? '') ?? null,
  }));
  const months = monthOf(horizon.end);
  return {
    works, months, secondsPerMonth,
    start: horizon.start,
    found: findExitOrder(works, months, settings.randomSeed),
    byExpiryCost: costOfOrder(works, expiryFirst(works), months),
  };
};
