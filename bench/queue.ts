import { batchMeans, simulateQueue, waitProbability, type QueueModel } from '../engine/index.ts';
import type { Benchmark, Finding, Measured } from './benchmark.ts';
import { ratio } from './benchmark.ts';
import { clocked, inTurns } from './measure.ts';
import type { Sample } from './measure.ts';
import { findSimpy } from './simpy.ts';

const servers = 10;
const utilization = 0.9;
const million = 1_000_000;
/** SimPy takes a second for so many. */
const fewer = 100_000;
const seed = 20_260_101;

const model: QueueModel = {
  serverCount: servers,
  interarrival: { kind: 'exponential', mean: 1 / (servers * utilization) },
  service: { kind: 'exponential', mean: 1 },
};

export const queueBenchmark: Benchmark = {
  name: 'queue',
  title: 'event simulation of M/M/10 at 0.9 of capacity, customers in a second',
  async run(): Promise<readonly Finding[]> {
    checkAgainstErlang();
    const simpy = findSimpy();
    const ways: Record<string, Sample> = { ours: () => clocked(() => simulateQueue(model, million, seed)) };
    if (simpy) {
      ways.simpy = () => simpy.run({ servers, arrivalRate: servers * utilization, customers: fewer, seed }).milliseconds;
    }
    const times = await inTurns(ways, { warmUps: 1, runs: 5 });
    const ours = times.ours!;
    const what = 'a million customers';
    const absolute: Finding = {
      what,
      ours,
      figure: { value: ours.value, unit: 'ms', atMost: 400 },
      note: `${(1000 / ours.value).toFixed(2)} million a second; at least 2.5 are wanted.`,
    };
    if (!simpy) {
      const note = 'SimPy is not here: `apt-get install python3-simpy3` would bring it to Debian.';
      return [{ ...absolute, note: `${absolute.note} ${note}` }];
    }
    const ofMillion = scaled(times.simpy!, million / fewer);
    return [
      absolute,
      {
        what,
        ours,
        reference: { name: `SimPy ${simpy.version}, from ${fewer.toLocaleString('en-US')} customers`, measured: ofMillion },
        figure: ratio(ours, ofMillion, 1 / 30),
        note: `${ratio(ofMillion, ours).value.toFixed(1)} times as fast; at least 30 times are wanted.`,
      },
    ];
  },
};

/** A fast wrong answer ends the benchmark. */
function checkAgainstErlang(): void {
  const probability = waitProbability(servers, servers * utilization);
  if (!probability.ok) throw new Error('M/M/10 at 0.9 has a steady state.');
  const exact = probability.value / (servers * (1 - utilization));
  const { mean, halfWidth } = batchMeans(simulateQueue(model, million, seed).waits, { warmUp: million / 20, confidence: 0.999 });
  if (Math.abs(mean - exact) > halfWidth) throw new Error(`A mean wait of ${mean} plus or minus ${halfWidth}, but Erlang says ${exact}.`);
}

function scaled({ value, unit, lowest, highest }: Measured, factor: number): Measured {
  return {
    value: value * factor,
    unit,
    ...(lowest !== undefined && highest !== undefined && { lowest: lowest * factor, highest: highest * factor }),
  };
}
