import { spotCost as costOfSpot } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * Price of an hour of work that is kept on spot nodes, with checkpoints at the interval of CLOUD.CHECKPOINT. #NUM! when
 * interruptions come so often that no work is kept.
 * @customfunction SPOTCOST
 * @param price On-demand price per hour.
 * @param discount What spot is below it, as a fraction: 0.7 for 70 %.
 * @param mtbiHours Mean hours between interruptions, more than 0.
 * @param checkpointSeconds Seconds one checkpoint takes, 0 or more.
 * @param [restartSeconds] Seconds from a new node to where the last checkpoint was; 0 when omitted.
 * @returns Price per hour of work kept.
 */
export function spotCost(
  price: number,
  discount: number,
  mtbiHours: number,
  checkpointSeconds: number,
  restartSeconds?: number,
): number {
  const cost = costOfSpot(
    numberArgument('price', price, { minimum: 0 }),
    numberArgument('discount', discount, { minimum: 0, maximum: 1 }),
    {
      mtbiHours: numberArgument('mtbiHours', mtbiHours, { moreThan: 0 }),
      checkpointSeconds: numberArgument('checkpointSeconds', checkpointSeconds, { minimum: 0 }),
      restartSeconds: optionalNumber('restartSeconds', restartSeconds, { minimum: 0 }) ?? 0,
    },
  );
  return answer(cost).perUsefulHour.toNumber();
}
