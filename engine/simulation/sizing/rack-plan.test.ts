import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planRacks, rackResources, type RackAmounts, type RackKind, type ServerKind } from './rack-plan.ts';

const amounts = (space: number, ports: number, power: number, weight: number | null = null): RackAmounts =>
  ({ space, ports, power, cooling: null, weight });
const rack = (count: number, room = amounts(34, 24, 1500)): RackKind => ({ id: 'rack', count, room });
const server = (id: string, count: number, needs: RackAmounts): ServerKind => ({ id, count, needs });

/** Fewest racks for so many servers of each kind, by trying everything. */
const fewest = (room: RackAmounts, kinds: readonly ServerKind[]): number => {
  const items = kinds.flatMap(({ count, needs }) => Array.from({ length: count }, () => needs));
  let best = items.length;
  const bins: number[][] = [];
  const put = (index: number): void => {
    if (bins.length >= best) return;
    if (index === items.length) {
      best = bins.length;
      return;
    }
    const needs = rackResources.map(resource => items[index]?.[resource] ?? 0);
    const limits = rackResources.map(resource => room[resource] ?? Infinity);
    const fits = (bin: readonly number[]): boolean => needs.every((need, place) => (bin[place] ?? 0) + need <= (limits[place] ?? 0));
    for (const bin of bins) {
      if (!fits(bin)) continue;
      needs.forEach((need, place) => (bin[place] = (bin[place] ?? 0) + need));
      put(index + 1);
      needs.forEach((need, place) => (bin[place] = (bin[place] ?? 0) - need));
    }
    bins.push([...needs]);
    put(index + 1);
    bins.pop();
  };
  put(0);
  return best;
};

describe('a rack plan', () => {
  it('is the published rack: 17 servers by space at 88.2 VA, one by power at 740 W and 80 %', () => {
    expect(planRacks([rack(3)], [server('a', 18, amounts(2, 1, 88.2))]).bins.map(({ count, items, binding }) => [count, items.get('a'), binding])).toEqual([
      [1, 17, ['space', 'power']], [1, 1, []],
    ]);
    const hungry = planRacks([rack(2, amounts(34, 24, 1200))], [server('a', 3, amounts(2, 1, 740))]);
    expect(hungry.bins.map(({ count, items, binding }) => [count, items.get('a'), binding])).toEqual([[2, 1, ['power']]]);
    expect([...hungry.unplaced]).toEqual([['a', 1]]);
    expect(hungry.leastBins).toBe(2);
  });

  it('puts small servers into the room that large ones leave', () => {
    const plan = planRacks([rack(9)], [server('small', 10, amounts(1, 1, 50)), server('large', 4, amounts(10, 2, 300))]);
    expect(plan.bins.map(({ items }) => [items.get('large') ?? 0, items.get('small') ?? 0])).toEqual([[3, 4], [1, 6]]);
  });

  it('places every server once, within every limit, on no fewer racks than are needed', () => {
    const whole = (min: number, max: number) => fc.integer({ min, max });
    const need = fc.record({ space: whole(1, 10), ports: whole(1, 4), power: whole(50, 900) });
    const kinds = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), need), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(kinds, stated => {
        const servers = stated.map(([count, { space, ports, power }], index) => server(`k${index}`, count, amounts(space, ports, power)));
        const { bins, unplaced, leastBins } = planRacks([rack(99)], servers);
        expect(unplaced.size).toBe(0);
        const placed = (id: string): number => bins.reduce((sum, { count: alike, items }) => sum + alike * (items.get(id) ?? 0), 0);
        for (const { id, count } of servers) expect(placed(id)).toBe(count);
        for (const { used, room } of bins) {
          for (const resource of rackResources) expect(used[resource]).toBeLessThanOrEqual(room[resource] ?? Infinity);
        }
        const [best, racks] = [fewest(amounts(34, 24, 1500), servers), bins.reduce((sum, { count }) => sum + count, 0)];
        expect(leastBins).toBeLessThanOrEqual(best);
        expect(racks).toBeGreaterThanOrEqual(best);
        // First fit decreasing of vectors: at most 1.7 times the best of one resource, one more for each other
        expect(racks).toBeLessThanOrEqual(best * 2 + 1);
      }),
      { numRuns: 60 },
    );
  });
});
