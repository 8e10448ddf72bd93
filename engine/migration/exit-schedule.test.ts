import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scheduleExits } from './exit-schedule.ts';

const day = 86_400;

it('starts each exit when all that it waits for has ended, and not before its day', () => {
  const task = fc.record({ notBefore: fc.option(fc.nat(100)), durationDays: fc.nat(50), after: fc.option(fc.nat(9)) });
  fc.assert(
    fc.property(fc.array(task, { maxLength: 10 }), stated => {
      const tasks = stated.map(({ notBefore, durationDays, after }, index) => ({
        name: `t${index}`, notBefore: notBefore === null ? null : notBefore * day, durationDays, after: after === null ? null : `T${after}`,
      }));
      const scheduled = scheduleExits(tasks, 10 * day);
      /** Behind a circle when one comes back to where one was. */
      const isLost = (index: number): boolean => {
        const seen = new Set<number>();
        for (let at = index; ; ) {
          if (seen.has(at)) return true;
          seen.add(at);
          const next = stated[at]?.after;
          if (next === null || next === undefined || next >= stated.length) return false;
          at = next;
        }
      };
      tasks.forEach(({ name, notBefore, durationDays, after }, index) => {
        const own = scheduled.get(name);
        expect(own === null).toBe(isLost(index));
        if (!own) return;
        const before = after === null ? undefined : scheduled.get(after.toLowerCase());
        expect(own.start).toBe(Math.max(10 * day, notBefore ?? 0, before?.end ?? 0));
        expect(own.end).toBe(own.start + durationDays * day);
      });
    }),
  );
});
