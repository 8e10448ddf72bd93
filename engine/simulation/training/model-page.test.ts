import { describeModelPage } from '../../test/model-page.ts';
import { trainingTime, type TrainingNodes } from './training-time.ts';

const none: TrainingNodes = {
  flopsPerSecond: 1, bytesPerSecond: Infinity, overlap: 0, failuresPerNodeHour: 0, checkpointSeconds: 0, restartSeconds: 0,
};
const billion = 1e9;
const work = (parameters: string, tokens: string, operations: string) => ({
  flops: Number(operations) * Number(parameters) * billion * Number(tokens) * billion,
  stepCount: 1,
  gradientBytes: 2 * Number(parameters) * billion,
});

describeModelPage('training', {
  days: (parameters = '', tokens = '', operations = '', nodes = '', gpus = '', teraflops = '') => {
    const on = { ...none, flopsPerSecond: Number(gpus) * Number(teraflops) * 1e12 };
    return (trainingTime(work(parameters, tokens, operations), on, Number(nodes)).hours / 24).toFixed(2);
  },
  gpuHours: (parameters = '', tokens = '', operations = '', peak = '', efficiency = '') => {
    const on = { ...none, flopsPerSecond: Number(peak) * Number(efficiency) * 1e12 };
    return trainingTime(work(parameters, tokens, operations), on, 1).hours.toFixed(0);
  },
  exchange: (parameters = '', nodes = '', gbps = '') => {
    const on = { ...none, flopsPerSecond: Infinity, bytesPerSecond: (Number(gbps) * billion) / 8 };
    return String(Number((trainingTime(work(parameters, '1', '6'), on, Number(nodes)).hours * 3600).toFixed(6)));
  },
  lost: (nodes = '', failures = '', checkpointSeconds = '', restartSeconds = '') => {
    const stops = { checkpointSeconds: Number(checkpointSeconds), restartSeconds: Number(restartSeconds) };
    const on = { ...none, ...stops, failuresPerNodeHour: Number(failures) / 730 };
    return trainingTime(work('1', '1', '6'), on, Number(nodes)).lostShare.toFixed(3);
  },
});
