import type { HostSession } from '../session.ts';

/** Long enough for a workbook of tens of thousands of functions, short enough for a person to wait. */
const patienceMilliseconds = 20_000;

/**
 * Waits until nothing is being calculated. A function that never answers leaves its cell at #BUSY!, as in Excel; it must
 * not hold up the command for ever.
 */
export async function settle(session: HostSession, milliseconds = patienceMilliseconds): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const outOfPatience = new Promise<void>(resolve => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([session.idle(), outOfPatience]);
  clearTimeout(timer);
}
