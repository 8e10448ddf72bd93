import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventHeap } from './event-heap.ts';

/** The same by a list that is sorted anew each time: the sort of JavaScript keeps the order of equals. */
const bySorting = (steps: readonly Step[]): number[] => {
  const waiting: { time: number; event: number }[] = [];
  const seen: number[] = [];
  steps.forEach(({ time, kind }, event) => {
    if (kind !== 'push' && waiting.length > 0) seen.push((waiting.shift() as { event: number }).event);
    if (kind !== 'pop') waiting.push({ time, event });
    waiting.sort((a, b) => a.time - b.time);
  });
  return [...seen, ...waiting.map(({ event }) => event)];
};

const byHeap = (steps: readonly Step[]): number[] => {
  const heap = new EventHeap(1);
  const seen: number[] = [];
  steps.forEach(({ time, kind }, event) => {
    if (kind === 'push' || heap.size === 0) {
      if (kind !== 'pop') heap.push(time, event);
      return;
    }
    seen.push(heap.firstEvent);
    if (kind === 'pop') heap.pop();
    else heap.replaceFirst(time, event);
  });
  while (heap.size > 0) {
    seen.push(heap.firstEvent);
    heap.pop();
  }
  return seen;
};

interface Step {
  readonly time: number;
  readonly kind: 'push' | 'pop' | 'replace';
}

describe('an event heap', () => {
  it('gives events in the order of their time, and those of one time in the order they came', () => {
    const step = fc.record({
      time: fc.integer({ min: 0, max: 8 }),
      kind: fc.constantFrom('push' as const, 'push' as const, 'pop' as const, 'replace' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), steps => {
        expect(byHeap(steps)).toEqual(bySorting(steps));
      }),
    );
  });

  it('has no first event when empty', () => {
    const heap = new EventHeap();
    expect(heap.firstTime).toBe(Infinity);
    expect(() => heap.firstEvent).toThrow(RangeError);
    expect(() => heap.pop()).toThrow(RangeError);
    expect(() => heap.replaceFirst(1, 1)).toThrow(RangeError);
  });
});
