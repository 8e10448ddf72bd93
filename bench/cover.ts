import { cover, prepareCover } from '../engine/index.ts';
import type { MeterCommitment, UsageMeter } from '../engine/index.ts';
import { ratio } from './benchmark.ts';
import type { Benchmark, Finding, Measured } from './benchmark.ts';
import { coverByObjects } from './cover-by-objects.ts';
import { clocked, inTurns } from './measure.ts';

const meterCount = 1000;
const familyCount = 12;
const year = 8760;
const monthBounds = Array.from({ length: 13 }, (_, month) => month * 730);
/** The reference is too slow for a year: it gets a week of the same. */
const week = 168;

export const coverBenchmark: Benchmark = {
  name: 'cover',
  title: 'commitments over 1,000 meters, hour by hour',
  run: async (): Promise<readonly Finding[]> => [
    await findingOf('20 commitments, 12 of a family each, 8 for all meters; part of the usage covered', 0.6),
    await findingOf('the same, with more committed than used', 3),
  ],
};

async function findingOf(what: string, committedShare: number): Promise<Finding> {
  const random = randomNumbers();
  const meters = Array.from({ length: meterCount }, (_, index) => meterOf(index, random));
  const commitments = commitmentsFor(meters, committedShare);
  const prepared = prepareCover({ meters, commitments, bucketBounds: monthBounds });
  checkAgreement(meters, commitments);

  const times = await inTurns(
    {
      ours: () => clocked(() => cover(prepared)),
      objects: () => clocked(() => coverByObjects(meters, commitments, week)),
    },
    { warmUps: 2, runs: 7 },
  );
  const ours = perMillion(times.ours, year);
  const objects = perMillion(times.objects, week);
  const speed = 1000 / ours.value;
  return {
    what,
    ours,
    reference: { name: 'an object for each meter and commitment', measured: objects },
    figure: { value: ours.value, unit: 'ms', atMost: 50 },
    note: `for a million meter-hours: ${speed.toFixed(0)} million a second, ${ratio(objects, ours).value.toFixed(1)} times the reference.`,
  };
}

/** Nodes that come and go, a different number in every hour. */
function meterOf(index: number, random: () => number): UsageMeter {
  const most = 1 + Math.floor(random() * 20);
  return { account: index % 5, secondsByHour: Float64Array.from({ length: year }, () => Math.floor(most * 3600 * (0.5 + random() / 2))) };
}

function commitmentsFor(meters: readonly UsageMeter[], share: number): MeterCommitment[] {
  const scope = (index: number) => ({ account: index % 5, isShared: true, hours: [0, year] as const });
  const all = meters.map((_, meter) => meter);
  const meanNodes = (meter: number): number => meters[meter]!.secondsByHour.reduce((sum, seconds) => sum + seconds, 0) / year / 3600;
  const reservations = Array.from({ length: familyCount }, (_, family): MeterCommitment => {
    const weighted = all.filter((meter) => meter % familyCount === family).map((meter) => ({ meter, unitsPerNode: 2 ** (meter % 5) }));
    const units = weighted.reduce((sum, { meter, unitsPerNode }) => sum + meanNodes(meter) * unitsPerNode, 0);
    return { ...scope(family), kind: 'unit', rank: 0, unitsPerHour: Math.floor((units * share) / 2), meters: weighted };
  });
  const plans = Array.from({ length: 8 }, (_, index): MeterCommitment => {
    const rated = all.map((meter) => ({ meter, planPerHour: 0.1 + 0.01 * (meter % 37), onDemandPerHour: 0.5 + 0.02 * (meter % 29) }));
    const amount = rated.reduce((sum, { meter, planPerHour }) => sum + meanNodes(meter) * planPerHour, 0);
    return { ...scope(index), kind: 'spend', rank: index < 4 ? 1 : 2, amountPerHour: Math.floor((amount * share) / 16), meters: rated };
  });
  return [...reservations, ...plans];
}

/** A fast wrong answer ends the benchmark. */
function checkAgreement(meters: readonly UsageMeter[], commitments: readonly MeterCommitment[]): void {
  const { remainderSeconds, unusedCounts, countsPerSize } = cover(prepareCover({ meters, commitments, bucketBounds: [0, week] }));
  const { seconds, sizes } = coverByObjects(meters, commitments, week);
  const differs = (a: number, b: number): boolean => Math.abs(a - b) > 1e-6 * Math.max(1, Math.abs(b));
  if (seconds.some((value, meter) => differs(remainderSeconds[meter]!, value))) throw new Error('Another remainder than by objects.');
  if (sizes.some((value, index) => differs(unusedCounts[index]! / countsPerSize[index]!, value))) throw new Error('Another unused part.');
}

/** Milliseconds of a million meter-hours. */
function perMillion({ value, lowest, highest }: Measured, hours: number): Measured {
  const millions = (meterCount * hours) / 1e6;
  return {
    value: value / millions,
    unit: 'ms',
    ...(lowest !== undefined && highest !== undefined && { lowest: lowest / millions, highest: highest / millions }),
  };
}

/** The same numbers in every run. */
function randomNumbers(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
