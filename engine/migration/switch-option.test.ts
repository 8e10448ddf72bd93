import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { switchOptionValue, switchTrigger } from './switch-option.ts';
import { switchingNpv } from './switching-value.ts';

const share = (max: number) => fc.double({ min: 0.01, max, noNaN: true });
const volatility = fc.double({ min: 0.1, max: 0.4, noNaN: true });
const amount = fc.integer({ min: 0, max: 1000 });

/** The same tree by recursion over its paths, remembered by level and ups: another order of everything. */
const byPaths = (V: number, S: number, T: number, sigma: number, r: number, q: number, steps: number): number => {
  const dt = T / steps;
  const u = Math.exp(sigma * Math.sqrt(dt));
  const p = (Math.exp((r - q) * dt) - 1 / u) / (u - 1 / u);
  const known = new Map<string, number>();
  const value = (level: number, price: number, ups: number): number => {
    const now = Math.max(0, price - S);
    if (level === steps) return now;
    const key = `${level} ${ups}`;
    const later = (): number => p * value(level + 1, price * u, ups + 1) + (1 - p) * value(level + 1, price / u, ups);
    const found = known.get(key) ?? Math.max(now, Math.exp(-r * dt) * later());
    known.set(key, found);
    return found;
  };
  return value(0, V, 0);
};

/** Worth of the right that never lapses: (V* - S) (V / V*)^beta below the trigger. */
const perpetual = (V: number, S: number, r: number, q: number, sigma: number): number => {
  const trigger = (switchTrigger(r, q, sigma) as number) * S;
  const beta = trigger / (trigger - S);
  return V >= trigger ? V - S : (trigger - S) * (V / trigger) ** beta;
};

describe('the option to switch', () => {
  it('is that of a second lattice', () => {
    fc.assert(
      fc.property(share(3), share(3), share(5), volatility, share(0.1), share(0.1), (V, S, T, sigma, rate, q) => {
        const ours = switchOptionValue({ saving: V, exitCost: S, years: T, sigma, rate, yield: q }, 60);
        if (ours !== null) expect(ours).toBeCloseTo(byPaths(V, S, T, sigma, rate, q, 60), 9);
      }),
      { numRuns: 50 },
    );
  });

  it('comes to the closed form of one that never lapses', () => {
    for (const [V, sigma] of [[0.8, 0.2], [1, 0.3], [1.5, 0.4], [3, 0.2]] as const) {
      const long = switchOptionValue({ saving: V, exitCost: 1, years: 150, sigma, rate: 0.07, yield: 0.04 }, 3000) as number;
      expect(Math.abs(long / perpetual(V, 1, 0.07, 0.04, sigma) - 1)).toBeLessThan(0.004);
    }
  });

  it('is never worth less than switching now, more when it may move more, less when switching costs more', () => {
    fc.assert(
      fc.property(share(3), share(3), share(5), volatility, (saving, exitCost, years, sigma) => {
        const at = (more: object) => switchOptionValue({ saving, exitCost, years, sigma, rate: 0.05, yield: 0.04, ...more }, 100) as number;
        expect(at({})).toBeGreaterThanOrEqual(Math.max(0, saving - exitCost) - 1e-12);
        expect(at({ sigma: sigma + 0.1 })).toBeGreaterThanOrEqual(at({}) - 1e-9);
        expect(at({ exitCost: exitCost + 0.1 })).toBeLessThanOrEqual(at({}) + 1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it('is the best day without chance', () => {
    // Saving 2 falls by 10 % a year, the cost of 1 falls by the interest of 5 %: now is best
    expect(switchOptionValue({ saving: 2, exitCost: 1, years: 10, sigma: 0, rate: 0.05, yield: 0.1 }, 100)).toBe(1);
    // Nothing is lost by waiting: the last day is best
    const waits = { saving: 2, exitCost: 1, years: 10, sigma: 0, rate: 0.05, yield: 0 };
    expect(switchOptionValue(waits, 100)).toBeCloseTo(2 - Math.exp(-0.5), 12);
    expect(switchOptionValue({ saving: 2, exitCost: 1, years: 0, sigma: 0.3, rate: 0.05, yield: 0 }, 100)).toBe(1);
  });
});

it('is the plain sum at rate 0, and nothing when nothing moves', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { maxLength: 20 }), amount, (flows, cost) => {
      const [stay, go] = [flows.map(([a]) => a), flows.map(([, b]) => b)];
      expect(switchingNpv(0, stay, go, cost)).toBe(flows.reduce((sum, [a, b]) => sum + a - b, 0) - cost);
      expect(switchingNpv(0.07, stay, stay, 0)).toBe(0);
    }),
  );
});
