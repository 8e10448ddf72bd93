import { serviceCapacity, type ServiceSizing } from '../engine/index.ts';
import { ratio } from './benchmark.ts';
import type { Benchmark, Finding } from './benchmark.ts';
import { clocked, inTurns } from './measure.ts';

const serviceCount = 200;
const year = 8760;
const stepsPerHour = 12;

/** A daily cycle with noise, different for each service; nodes carry 50, two to four hundred are wanted. */
const demands = Array.from({ length: serviceCount }, (_, service) => {
  const random = randomNumbers(service + 1);
  const scale = 100 * (1 + 199 * random());
  return Float64Array.from({ length: year }, (_unused, hour) => scale * (1 + 0.6 * Math.sin((hour % 24) / 3.82) + 0.2 * random()));
});

const prompt: ServiceSizing = { capacityPerNode: 50, targetUtilization: 0.7, minNodes: 2, maxNodes: 500 };
const lags = { scaleOutSeconds: 97, warmUpSeconds: 60, scaleInSeconds: 600, cooldownSeconds: 300, growth: 1 };
const queueing = { slotsPerNode: 8, serviceSeconds: 0.16, arrivalScv: 1, serviceScv: 1, target: { seconds: 0.05, part: 0.95 } };

export const servicesBenchmark: Benchmark = {
  name: 'services',
  title: `a year of ${serviceCount} services`,
  async run(): Promise<readonly Finding[]> {
    const ways = [
      ['by the hour, without lags', prompt, 300],
      ['in steps of five minutes, with lags', { ...prompt, scaling: lags }, 1500],
      ['by the hour, target wait kept and waits told', { ...prompt, queueing }, null],
      ['in steps of five minutes, target wait kept and waits told', { ...prompt, scaling: lags, queueing }, null],
    ] as const;
    const findings: Finding[] = [];
    for (const [what, sizing, atMost] of ways) findings.push(await findingOf(what, sizing, atMost));
    return findings;
  },
};

async function findingOf(what: string, sizing: ServiceSizing, atMost: number | null): Promise<Finding> {
  const stepCount = sizing.scaling ? stepsPerHour : 1;
  const times = await inTurns(
    { ours: () => clocked(() => runAll(sizing)), bare: () => clocked(() => bareLoop(stepCount)) },
    { warmUps: 1, runs: 3 },
  );
  return {
    what,
    ours: times.ours,
    reference: { name: 'bare loop: nodes by division, nothing kept', measured: times.bare },
    figure: atMost === null ? ratio(times.ours, times.bare) : { value: times.ours.value, unit: 'ms', atMost },
    ...(atMost !== null && { note: `${ratio(times.ours, times.bare).value.toFixed(1)} times the bare loop.` }),
  };
}

const months = Array.from({ length: 12 }, (_, month) => [month * 730, (month + 1) * 730] as const);

function runAll(sizing: ServiceSizing): number {
  let seconds = 0;
  for (const demandByHour of demands) {
    const capacity = serviceCapacity({ sizing, demandByHour, share: 1, activeHours: [0, year], periods: months });
    for (const each of capacity.nodeSecondsByHour) seconds += each;
  }
  if (!(seconds > 0)) throw new Error('No node ran.');
  return seconds;
}

/** What the simulation cannot do without: a division and a rounding for each step. */
function bareLoop(stepCount: number): number {
  let nodes = 0;
  for (const demandByHour of demands) {
    for (let hour = 0; hour < year; hour++) {
      for (let step = 0; step < stepCount; step++) nodes += Math.max(2, Math.ceil(demandByHour[hour]! / 35));
    }
  }
  return nodes;
}

/** The same numbers in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
