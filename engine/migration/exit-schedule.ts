import type { EpochSeconds } from '../quantity/calendar.ts';
import { secondsPerDay } from '../quantity/conversion.ts';

/** When a workload may move, and how long that takes. */
export interface ExitTask {
  readonly name: string;
  /** Not before this instant; null: as soon as it may. */
  readonly notBefore: EpochSeconds | null;
  readonly durationDays: number;
  /** Workload that must have moved first, by its name in small letters. */
  readonly after: string | null;
}

/** When a workload moves. */
export interface ScheduledExit {
  readonly start: EpochSeconds;
  readonly end: EpochSeconds;
  /** What kept it from starting at once. */
  readonly blocker: string | null;
}

/**
 * Earliest start and end of every exit [EQ-SWC-6]. Null where exits wait for each other in a circle, for those in it or
 * behind it. A workload it waits for that is not there holds up nothing.
 */
export const scheduleExits = (tasks: readonly ExitTask[], earliest: EpochSeconds): ReadonlyMap<string, ScheduledExit | null> => {
  const taskByName = new Map(tasks.map(task => [task.name.toLowerCase(), task]));
  const scheduled = new Map<string, ScheduledExit | null>();
  const visit = (task: ExitTask, path: ReadonlySet<string>): ScheduledExit | null => {
    const name = task.name.toLowerCase();
    const known = scheduled.get(name);
    if (known !== undefined) return known;
    const before = task.after === null ? undefined : taskByName.get(task.after.toLowerCase());
    let ready = earliest;
    let blocker: string | null = null;
    if (before) {
      const first = path.has(before.name.toLowerCase()) ? null : visit(before, new Set([...path, name]));
      if (!first) {
        scheduled.set(name, null);
        return null;
      }
      if (first.end > ready) [ready, blocker] = [first.end, before.name];
    }
    if (task.notBefore !== null && task.notBefore > ready) [ready, blocker] = [task.notBefore, 'stated start'];
    const one = { start: ready, end: ready + Math.round(task.durationDays * secondsPerDay), blocker };
    scheduled.set(name, one);
    return one;
  };
  for (const task of tasks) visit(task, new Set([task.name.toLowerCase()]));
  return scheduled;
};
