import { checkpointInterval } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument } from './argument.ts';

/**
 * Seconds of work between checkpoints that lose least time to interruptions (Young).
 * @customfunction CHECKPOINT
 * @param checkpointSeconds Seconds one checkpoint takes, 0 or more.
 * @param mtbiHours Mean hours between interruptions, more than 0.
 * @returns Seconds of work between two checkpoints.
 */
export function checkpoint(checkpointSeconds: number, mtbiHours: number): number {
  const taken = numberArgument('checkpointSeconds', checkpointSeconds, { minimum: 0 });
  return answer(checkpointInterval(taken, numberArgument('mtbiHours', mtbiHours, { moreThan: 0 })));
}
