import type { HostSession } from '../session.ts';

/** Without a single answer in this time nothing more is awaited. */
const patienceSeconds = 20;

/**
 * Waits until nothing is being calculated. A function that never answers leaves its cell at #BUSY!, as in Excel; it must
 * not hold up the command for ever. Only silence counts: a slow machine may take its time.
 */
export async function settle(session: HostSession): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const outOfPatience = new Promise<void>(resolve => {
    let silentSeconds = 0;
    let seen = '';
    // counted by seconds this process was given, not by the clock
    timer = setInterval(() => {
      const { invoked, flushes } = session.functionStats;
      const now = `${invoked} ${flushes}`;
      silentSeconds = now === seen ? silentSeconds + 1 : 0;
      seen = now;
      if (silentSeconds >= patienceSeconds) resolve();
    }, 1000);
  });
  await Promise.race([session.idle(), outOfPatience]);
  clearInterval(timer);
}
