import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billedPerUsefulHour, checkpointInterval, type InterruptedWork } from './checkpoint.ts';
import { bandShares, hazardPerHour, hoursBetweenInterruptions, interruptionBands } from './interruption.ts';
import { spotCost } from './spot-cost.ts';

const valueOf = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error('an issue');
  return result.value;
};
const codesOf = (result: { readonly ok: boolean; readonly issues?: readonly { readonly code: string }[] }): string[] =>
  (result.issues ?? []).map(({ code }) => code);

describe('interruption bands', () => {
  it('follow each other without a gap, the last one open', () => {
    const shares = interruptionBands.map(band => bandShares[band]);
    shares.slice(1).forEach(({ lowest }, index) => expect(lowest).toBe(shares[index]?.highest));
    expect(shares[0]?.lowest).toBe(0);
    expect(shares.at(-1)?.highest).toBeNull();
  });

  it('become a hazard that takes the stated share in a month', () => {
    for (const share of [0, 0.05, 0.1, 0.2, 0.5, 0.99]) {
      expect(1 - Math.exp(-valueOf(hazardPerHour(share)) * 730)).toBeCloseTo(share, 12);
    }
    // ln 2 / 730: half of all nodes in a month is a half-life of 730 hours, a mean of 1,053.2
    expect(valueOf(hoursBetweenInterruptions(0.5))).toBeCloseTo(730 / Math.LN2, 9);
    expect(valueOf(hoursBetweenInterruptions(0))).toBe(Infinity);
  });

  it('have no share of all, below none, or that is not a number', () => {
    for (const share of [1, 1.5, -0.1, NaN]) expect(codesOf(hazardPerHour(share))).toEqual(['out-of-range']);
  });
});

describe('checkpointInterval', () => {
  it('is Young\'s: 300 s each and a day between interruptions make two hours', () => {
    expect(valueOf(checkpointInterval(300, 24))).toBe(7200);
    expect(valueOf(checkpointInterval(0, 24))).toBe(0);
    expect(valueOf(checkpointInterval(300, Infinity))).toBe(Infinity);
  });

  it('refuses what is no time', () => {
    expect(codesOf(checkpointInterval(-1, 24))).toEqual(['out-of-range']);
    expect(codesOf(checkpointInterval(300, 0))).toEqual(['out-of-range']);
  });
});

/** A generator of its own, so that the trial is the same each time: Park and Miller, 1988. */
const uniformFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

/** Seconds billed for `intervals` pieces of work, interruption by interruption. */
const playedOut = ({ mtbiHours, checkpointSeconds, restartSeconds }: InterruptedWork, interval: number, intervals: number): number => {
  const uniform = uniformFrom(20_060_901);
  const untilInterrupted = () => -Math.log(uniform()) * mtbiHours * 3600;
  let billed = 0;
  let left = untilInterrupted();
  for (let done = 0; done < intervals; ) {
    const piece = interval + checkpointSeconds;
    if (left >= piece) {
      billed += piece;
      left -= piece;
      done += 1;
      continue;
    }
    billed += left;
    // A restart may be interrupted too, and then begins anew.
    for (left = untilInterrupted(); left < restartSeconds; left = untilInterrupted()) billed += left;
    billed += restartSeconds;
    left -= restartSeconds;
  }
  return billed;
};

describe('billedPerUsefulHour', () => {
  it.each([
    [{ mtbiHours: 24, checkpointSeconds: 300, restartSeconds: 600 }, 7200],
    [{ mtbiHours: 2, checkpointSeconds: 120, restartSeconds: 300 }, 1314],
    [{ mtbiHours: 1, checkpointSeconds: 600, restartSeconds: 1200 }, 3600],
  ])('is what playing it out comes to: %j every %d s', (work, interval) => {
    const played = playedOut(work, interval, 400_000) / (400_000 * interval);
    expect(Math.abs(billedPerUsefulHour(work, interval) / played - 1)).toBeLessThan(0.005);
  });

  it('is nearly least at Young\'s interval where checkpoints are short', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 500, noNaN: true }), fc.double({ min: 0.0005, max: 0.01, noNaN: true }), (mtbiHours, part) => {
        const work = { mtbiHours, checkpointSeconds: part * mtbiHours * 3600, restartSeconds: 0 };
        const young = valueOf(checkpointInterval(work.checkpointSeconds, mtbiHours));
        const least = Math.min(...Array.from({ length: 200 }, (_, step) => billedPerUsefulHour(work, young * (0.5 + step / 100))));
        expect(billedPerUsefulHour(work, young) / least).toBeLessThan(1.002);
      }),
    );
  });

  it('is one hour where nothing is ever interrupted, and only the restart where checkpoints are free', () => {
    expect(billedPerUsefulHour({ mtbiHours: Infinity, checkpointSeconds: 300, restartSeconds: 9 }, Infinity)).toBe(1);
    expect(billedPerUsefulHour({ mtbiHours: 10, checkpointSeconds: 0, restartSeconds: 3600 }, 0)).toBeCloseTo(Math.exp(0.1), 12);
    // The limit of ever shorter intervals
    const almostFree = { mtbiHours: 10, checkpointSeconds: 0, restartSeconds: 3600 };
    expect(billedPerUsefulHour(almostFree, 0.001)).toBeCloseTo(Math.exp(0.1), 6);
  });
});

describe('spotCost', () => {
  const work = { mtbiHours: 24, checkpointSeconds: 300, restartSeconds: 0 };
  const costOf = (price: number, discount: number, more: Partial<InterruptedWork> = {}) =>
    valueOf(spotCost(price, discount, { ...work, ...more })).perUsefulHour.toNumber();

  it('is the spot price times the hours billed for an hour kept', () => {
    // 86,400 / 7,200 x (e^(7,500 / 86,400) - 1) = 12 x 0.0906825... = 1.08819...
    expect(costOf(1, 0)).toBeCloseTo(12 * Math.expm1(7500 / 86400), 12);
    expect(costOf(2, 0.7)).toBeCloseTo(0.6 * 12 * Math.expm1(7500 / 86400), 12);
    expect(costOf(1, 0.7, { mtbiHours: Infinity })).toBe(0.3);
    expect(costOf(1, 1)).toBe(0);
  });

  it('grows with every cause of loss, and is never below the spot price', () => {
    const seconds = fc.double({ min: 1, max: 1800, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1000, noNaN: true }), seconds, seconds, (mtbiHours, checkpointSeconds, restartSeconds) => {
        const base = costOf(1, 0, { mtbiHours, checkpointSeconds, restartSeconds });
        expect(base).toBeGreaterThanOrEqual(1 - 1e-12);
        const causes = [
          { mtbiHours: mtbiHours / 2 }, { checkpointSeconds: checkpointSeconds + 60 }, { restartSeconds: restartSeconds + 60 },
        ];
        for (const worse of causes) {
          expect(costOf(1, 0, { mtbiHours, checkpointSeconds, restartSeconds, ...worse })).toBeGreaterThan(base);
        }
      }),
    );
  });

  it('refuses what is no price, discount or time, and says when work never ends', () => {
    const codes = (price: number, discount: number, more: Partial<InterruptedWork> = {}) =>
      codesOf(spotCost(price, discount, { ...work, ...more }));
    expect(codes(-1, 0)).toEqual(['out-of-range']);
    expect(codes(1, 1.1)).toEqual(['out-of-range']);
    expect(codes(1, 0, { restartSeconds: -1 })).toEqual(['out-of-range']);
    expect(codes(1, 0, { mtbiHours: 0 })).toEqual(['out-of-range']);
    expect(codes(1, 0, { mtbiHours: 1e-6, checkpointSeconds: 300 })).toEqual(['never-finishes']);
  });
});
