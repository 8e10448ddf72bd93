import type { Result } from '../../issue/result.ts';
import { describeModelPage } from '../../test/model-page.ts';
import { billedPerUsefulHour, checkpointInterval } from './checkpoint.ts';
import { hazardPerHour, hoursBetweenInterruptions } from './interruption.ts';
import { spotCost } from './spot-cost.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describeModelPage('spot', {
  hazard: share => value(hazardPerHour(Number(share))).toFixed(10),
  mtbi: share => value(hoursBetweenInterruptions(Number(share))).toFixed(3),
  interval: (checkpoint, mtbi) => String(value(checkpointInterval(Number(checkpoint), Number(mtbi)))),
  billed: (mtbi, checkpoint, restart) => {
    const work = { mtbiHours: Number(mtbi), checkpointSeconds: Number(checkpoint), restartSeconds: Number(restart) };
    return billedPerUsefulHour(work, value(checkpointInterval(work.checkpointSeconds, work.mtbiHours))).toFixed(6);
  },
  spotCost: (price = '', discount = '', mtbi, checkpoint, restart) => {
    const work = { mtbiHours: Number(mtbi), checkpointSeconds: Number(checkpoint), restartSeconds: Number(restart) };
    return value(spotCost(price, discount, work)).perUsefulHour.toFixed(6);
  },
});
