import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exitOrderBound, expiryFirst, findExitOrder } from './exit-order.ts';
import { bestLeave, costOfOrder, type ExitWork } from './exit-work.ts';

const work = (name: string, more: Partial<ExitWork> = {}): ExitWork => ({
  name, workMonths: 3, stayPerMonth: 100, goPerMonth: 40, committedPerMonth: 0, committedUntil: 0, notBefore: 0, after: null, ...more,
});
const anyWork = fc.record({
  workMonths: fc.integer({ min: 0, max: 6 }), stayPerMonth: fc.integer({ min: 0, max: 100 }), goPerMonth: fc.integer({ min: 0, max: 100 }),
  committedPerMonth: fc.integer({ min: 0, max: 100 }), committedUntil: fc.integer({ min: 0, max: 40 }),
  notBefore: fc.integer({ min: 0, max: 20 }),
  after: fc.option(fc.nat(20), { freq: 3 }),
});
/** Predecessors stand before what waits for them, so that there is no circle. */
const works = (minLength: number, maxLength: number) =>
  fc.array(anyWork, { minLength, maxLength }).map(list =>
    list.map(({ after, ...rest }, index): ExitWork => ({ ...rest, name: `w${index}`, after: after === null || index === 0 ? null : after % index })));
const months = 36;

/** Written down month by month: what is paid when each leaves in the cheapest whole month that it may. */
const plainCost = (list: readonly ExitWork[], order: readonly number[]): number => {
  let [done, total] = [0, 0];
  for (const place of order) {
    const own = list[place] as ExitWork;
    done += own.workMonths;
    let least = Infinity;
    for (let leaves = Math.min(months, Math.max(done, own.notBefore)); leaves <= months; leaves += 1) {
      let cost = 0;
      for (let month = 0; month < months; month += 1) {
        cost += month < leaves ? own.stayPerMonth : own.goPerMonth + (month < own.committedUntil ? own.committedPerMonth : 0);
      }
      least = Math.min(least, cost);
    }
    total += least;
  }
  return total;
};
const ordersOf = (list: readonly ExitWork[], placed: readonly number[] = []): number[][] => {
  if (placed.length === list.length) return [[...placed]];
  return [...list.keys()]
    .filter(place => !placed.includes(place) && (list[place]?.after == null || placed.includes(list[place]!.after!)))
    .flatMap(place => ordersOf(list, [...placed, place]));
};

/** What waits for another has a later key. */
const orderAtRandom = (list: readonly ExitWork[]) =>
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: list.length, maxLength: list.length }).map(draws => {
    const keys: number[] = [];
    list.forEach(({ after }, place) => keys.push(after === null ? draws[place]! : keys[after]! + (1 - keys[after]!) * draws[place]!));
    return [...list.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
  });

describe('the order of exits', () => {
  it('leaves commitments to their end when they cost more than leaving saves, without holding up the team', () => {
    const held = work('held', { committedPerMonth: 90, committedUntil: 12 });
    expect(bestLeave(held, 3, months)).toBe(12);
    expect(bestLeave(work('free'), 3, months)).toBe(3);
    expect(bestLeave(work('dear', { goPerMonth: 150 }), 3, months)).toBe(months);
    // What is held for a year is moved last; one team, three months each
    const order = findExitOrder([held, work('a'), work('b', { stayPerMonth: 200 })], months).order;
    expect(order).toEqual([2, 1, 0]);
  });

  it('costs what is paid month by month', () => {
    fc.assert(
      fc.property(works(1, 8), list => {
        const order = expiryFirst(list);
        expect(costOfOrder(list, order, months)).toBeCloseTo(plainCost(list, order), 6);
      }),
    );
  });

  it('is the cheapest of all orders of up to six workloads, whatever they wait for', () => {
    fc.assert(
      fc.property(works(1, 6), list => {
        const least = Math.min(...ordersOf(list).map(order => plainCost(list, order)));
        const found = findExitOrder(list, months);
        expect(found.cost).toBeCloseTo(least, 6);
        expect(plainCost(list, found.order)).toBeCloseTo(least, 6);
        expect(exitOrderBound(list, months)).toBeLessThanOrEqual(least + 1e-6);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('of eight is that of brute force', () => {
    const list = fc.sample(works(8, 8), { numRuns: 1, seed: 7 })[0] as ExitWork[];
    const least = Math.min(...ordersOf(list).map(order => costOfOrder(list, order, months)));
    expect(findExitOrder(list, months).cost).toBeCloseTo(least, 6);
  });

  it('of more than fifteen is searched: with workloads that cost nothing added it finds the order of the exact ones', () => {
    const idle = Array.from({ length: 8 }, (_, index) => work(`idle${index}`, { workMonths: 0, stayPerMonth: 0, goPerMonth: 0 }));
    for (const list of fc.sample(works(10, 12), { numRuns: 6, seed: 3 })) {
      const exact = findExitOrder(list, months);
      const searched = findExitOrder([...list, ...idle], months);
      expect([exact.isExact, searched.isExact]).toEqual([true, false]);
      expect(searched.cost).toBeCloseTo(exact.cost, 6);
    }
  });

  it('of forty is never worse than earliest expiry or thousands of orders at random, keeps to what waits, and has a bound below it', () => {
    for (const seed of [1, 2]) {
      const list = fc.sample(works(40, 40), { numRuns: 1, seed })[0] as ExitWork[];
      const found = findExitOrder(list, 240);
      expect([...found.order].sort((a, b) => a - b)).toEqual([...list.keys()]);
      found.order.forEach((place, at) => expect(list[place]?.after == null || found.order.indexOf(list[place]!.after!) < at).toBe(true));
      expect(found.cost).toBeLessThanOrEqual(costOfOrder(list, expiryFirst(list), 240));
      for (const order of fc.sample(orderAtRandom(list), { numRuns: 2000, seed })) {
        expect(found.cost).toBeLessThanOrEqual(costOfOrder(list, order, 240));
      }
      expect(found.lowerBound).toBeLessThanOrEqual(found.cost);
      expect(found.lowerBound).toBeGreaterThan(0.5 * found.cost);
      if (seed === 1) expect(findExitOrder(list, 240)).toEqual(found);
    }
  });

  it('of five hundred keeps to what waits, and has a bound below it', () => {
    const list = fc.sample(works(500, 500), { numRuns: 1, seed: 5 })[0] as ExitWork[];
    const found = findExitOrder(list, 600);
    expect(new Set(found.order).size).toBe(500);
    found.order.forEach((place, at) => expect(list[place]?.after == null || found.order.indexOf(list[place]!.after!) < at).toBe(true));
    expect(found.lowerBound).toBeLessThanOrEqual(found.cost);
    expect(found.cost).toBeLessThanOrEqual(costOfOrder(list, expiryFirst(list), 600));
  });

  it('does not exist when workloads wait for each other in a circle', () => {
    expect(() => findExitOrder([work('a', { after: 1 }), work('b', { after: 0 })], months)).toThrow('circle');
  });
});
