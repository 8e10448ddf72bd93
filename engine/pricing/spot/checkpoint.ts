import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';

const below = (name: string, value: number, minimum: number) =>
  makeIssue('out-of-range', { name, value, minimum, maximum: '' });

/** What interrupted work costs: of time only, in seconds and hours. */
export interface InterruptedWork {
  /** Mean hours between interruptions, more than 0; Infinity: none. */
  readonly mtbiHours: number;
  /** Seconds one checkpoint takes, 0 or more. */
  readonly checkpointSeconds: number;
  /** Seconds from a new node to where the last checkpoint was, 0 or more. */
  readonly restartSeconds: number;
}

/**
 * Seconds of work between checkpoints that lose least time, to first order. [EQ-SPOT-2] J. W. Young, A first order
 * approximation to the optimum checkpoint interval, CACM 17 (1974). Infinity without interruptions: no checkpoint pays.
 * Reports `out-of-range`.
 */
export const checkpointInterval = (checkpointSeconds: number, mtbiHours: number): Result<number> => {
  if (!(checkpointSeconds >= 0)) return fail(below('checkpointSeconds', checkpointSeconds, 0));
  if (!(mtbiHours > 0)) return fail(below('mtbiHours', mtbiHours, 0));
  return ok(Math.sqrt(2 * checkpointSeconds * mtbiHours * secondsPerHour));
};

/**
 * Billed hours for an hour of work kept, when interruptions come at random and work goes on from the last checkpoint,
 * taken every `intervalSeconds` of work. [EQ-SPOT-3] J. T. Daly, A higher order estimate of the optimum checkpoint
 * interval for restart dumps, Future Generation Computer Systems 22 (2006). Waiting for a new node is not
 * billed, so it is not counted. May be Infinity when hardly any work is ever kept.
 */
export const billedPerUsefulHour = (
  { mtbiHours, checkpointSeconds, restartSeconds }: InterruptedWork,
  intervalSeconds: number,
): number => {
  const mtbi = mtbiHours * secondsPerHour;
  // No checkpoint is ever taken, and nothing is ever lost.
  if (intervalSeconds === Infinity) return mtbi === Infinity ? 1 : Infinity;
  const restart = Math.exp(restartSeconds / mtbi);
  // Free checkpoints are taken all the time: nothing but the restart is lost.
  if (intervalSeconds === 0) return restart;
  if (mtbi === Infinity) return 1 + checkpointSeconds / intervalSeconds;
  return (restart * mtbi * Math.expm1((intervalSeconds + checkpointSeconds) / mtbi)) / intervalSeconds;
};
