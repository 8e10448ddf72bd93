import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { hashText } from '../model/input-hash.ts';
import { money } from '../money/money.ts';
import { decimal } from '../numeric/decimal.ts';
import { parseIsoDate, type CivilDate } from '../quantity/calendar.ts';
import { makeTimeZone, type TimeZone } from '../quantity/time-zone.ts';
import { roundToSum } from '../report/round-to-sum.ts';
import { cover } from '../pricing/cover/cover.ts';
import { prepareCover } from '../pricing/cover/prepare-cover.ts';
import { extrapolateWork } from '../simulation/extrapolate.ts';
import { frontier } from '../simulation/frontier.ts';
import { jobCost } from '../simulation/job-cost.ts';
import { jobTime } from '../simulation/job-time.ts';
import { effectiveNodeCount } from '../simulation/scaling.ts';
import { NodePlanner } from '../simulation/node-planner.ts';
import { serviceCapacity } from '../simulation/service-capacity.ts';
import { nodesForDemand, type ServiceSizing } from '../simulation/service-sizing.ts';
import { studentTQuantile } from '../simulation/student-t.ts';
import { compileFormula } from '../workload/formula.ts';
import { makeHorizon, type Horizon } from '../workload/horizon.ts';
import { makeLocalClock } from '../workload/local-clock.ts';
import { profileDemandByHour, type DayPattern, type ShapeFactor } from '../workload/profile-demand.ts';
import { seriesDemandByHour } from '../workload/series-demand.ts';

// Runs every line of the ```example blocks in the model pages of these rooms.
const words = (text: string): string[] => text.split(' ');
const numbers = (text: string): number[] => words(text).map(Number);
/** At most `decimals` decimals, without zeros at the end. */
const short = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)));

const dateOf = (text: string): CivilDate => {
  const date = parseIsoDate(text);
  if (!date.ok) throw new Error(text);
  return date.value;
};
const zoneOf = (name: string): TimeZone => {
  const zone = makeTimeZone(name);
  if (!zone.ok) throw new Error(name);
  return zone.value;
};
const horizonOf = (start: string, months: number): Horizon => makeHorizon(dateOf(start), months);
const sizing = (capacity: string, target: string, least: string, most: string): ServiceSizing => ({
  capacityPerNode: Number(capacity),
  targetUtilization: Number(target),
  minNodes: Number(least),
  maxNodes: most === '-' ? Infinity : Number(most),
});
/** `weekday@9:4` is factor 4 on weekdays at 9. */
const factorOf = (word: string): ShapeFactor => {
  const [, day = '', hour, factor] = /^(\w+)(?:@(\d+))?:(.+)$/.exec(word) ?? [];
  return { day: day as DayPattern, hourOfDay: hour === undefined ? null : Number(hour), factor: Number(factor) };
};

const examples: Readonly<Record<string, (...parts: string[]) => string>> = {
  hours: (start = '', months) => String(horizonOf(start, Number(months)).hourCount),
  localHour: (zone = '', instant = '') => {
    const horizon = horizonOf(instant.slice(0, 10), 1);
    const hour = (Date.parse(instant) / 1000 - horizon.start) / 3600;
    return String(makeLocalClock(horizon, zoneOf(zone)).hourOfDay[hour]);
  },
  profile: (base, growth, shape = '', start = '', hour) => {
    const horizon = horizonOf(start, 24);
    const demand = {
      kind: 'profile',
      base: Number(base),
      growthPerYear: Number(growth),
      shape: words(shape).map(factorOf),
    } as const;
    const series = profileDemandByHour(demand, horizon, makeLocalClock(horizon, zoneOf('UTC')));
    return short(series[Number(hour)] ?? NaN, 4);
  },
  series: (steps = '', hour) => {
    const horizon = horizonOf('2026-01-01', 1);
    const points = words(steps).map(step => {
      const [offset, quantity] = step.split(':');
      return { localStart: horizon.start + Number(offset), quantity: Number(quantity) };
    });
    const series = seriesDemandByHour('d', { kind: 'series', points }, horizon, zoneOf('UTC'), horizon.start);
    return series.ok ? short(series.value[Number(hour)] ?? NaN, 6) : 'unknown';
  },
  formula: (text = '', hour) => {
    const compiled = compileFormula(text.replaceAll(';', ','), []);
    if (!compiled.ok) return JSON.stringify(compiled.issues);
    return short(
      compiled.value.evaluate({ hour: Number(hour), day: 0, weekday: 1, month: 1, index: 0, demands: [] }),
      6,
    );
  },
  nodes: (demand, capacity = '', target = '', least = '', most = '') =>
    String(nodesForDemand(Number(demand), sizing(capacity, target, least, most))),
  unserved: (demand, capacity = '', target = '', least = '', most = '') => {
    const demandByHour = Float64Array.of(Number(demand));
    const input = {
      sizing: sizing(capacity, target, least, most),
      demandByHour,
      share: 1,
      activeHours: [0, 1],
    } as const;
    return String(serviceCapacity(input).unservedByHour[0]);
  },
  waitingNodes: (demand, capacity, slots, seconds, wait, part) => {
    const queueing = {
      slotsPerNode: Number(slots),
      serviceSeconds: Number(seconds),
      arrivalScv: 1,
      serviceScv: 1,
      target: { seconds: Number(wait), part: part === 'mean' ? null : Number(part) },
    };
    return String(new NodePlanner({ ...sizing(capacity ?? '', '1', '0', '-'), queueing }).nodesFor(Number(demand)));
  },
  lags: (demand = '', capacity = '', out, warmUp, inward, hour) => {
    const scaling = {
      scaleOutSeconds: Number(out),
      warmUpSeconds: Number(warmUp),
      scaleInSeconds: Number(inward),
      cooldownSeconds: 0,
      growth: 1,
    };
    const demandByHour = Float64Array.from(numbers(demand));
    const { nodeSecondsByHour, unservedByHour } = serviceCapacity({
      sizing: { ...sizing(capacity, '1', '0', '-'), scaling },
      demandByHour,
      share: 1,
      activeHours: [0, demandByHour.length],
    });
    return `${nodeSecondsByHour[Number(hour)]} ${short(unservedByHour[Number(hour)] ?? NaN, 3)}`;
  },
  effectiveNodes: (nodes, sigma, kappa) => effectiveNodeCount(Number(nodes), Number(sigma), Number(kappa)).toFixed(2),
  job: (workHours, cores, price = '', boot, nodes) => {
    const work = { workHours: Number(workHours), coresPerNode: Number(cores), bootSeconds: Number(boot) };
    const job = { work, nodeCount: Number(nodes), pricePerNodeHour: money(price, 'USD') };
    const costs = [1, 3600].map(quantumSeconds => jobCost({ ...job, quantumSeconds }).amount.toFixed(2));
    return [jobTime(work, job.nodeCount).toFixed(3), ...costs].join(' ');
  },
  efficient: (workHours, cores, price = '', boot, quantum, counts = '') =>
    frontier({
      work: { workHours: Number(workHours), coresPerNode: Number(cores), bootSeconds: Number(boot) },
      nodeCounts: numbers(counts),
      pricePerNodeHour: money(price, 'USD'),
      quantumSeconds: Number(quantum),
    })
      .filter(({ isEfficient }) => isEfficient)
      .map(({ nodeCount }) => nodeCount)
      .join(' '),
  work: (samples = '', total) => {
    const runs = words(samples).map(sample => {
      const [units, coreHours] = sample.split(':');
      return { units: Number(units), seconds: Number(coreHours) * 3600, nodeCount: 1, coresPerNode: 1 };
    });
    const { workHours, lowWorkHours, highWorkHours } = extrapolateWork(runs, Number(total));
    return [workHours, lowWorkHours, highWorkHours]
      .map(hours => (hours === null ? 'unknown' : short(hours, 3)))
      .join(' ');
  },
  studentT: (confidence, degrees) => studentTQuantile(Number(confidence), Number(degrees)).toFixed(3),
  hash: (text = '') => hashText(text),
  cover: (committed, nodes = '') => {
    const secondsByHour = Float64Array.from(numbers(nodes), count => count * 3600);
    const size = Number(committed);
    const hours = [0, secondsByHour.length] as const;
    const commitment = {
      kind: 'unit', rank: 0, account: 0, isShared: false, hours, unitsPerHour: size, meters: [{ meter: 0, unitsPerNode: 1 }],
    } as const;
    const result = cover(prepareCover({ meters: [{ account: 0, secondsByHour }], commitments: [commitment], bucketBounds: hours }));
    const nodeHours = (seconds: number | undefined): number => (seconds ?? NaN) / 3600;
    const unused = (result.unusedCounts[0] ?? NaN) / (result.countsPerSize[0] ?? NaN);
    return [nodeHours(result.coveredSeconds[0]), nodeHours(result.remainderSeconds[0]), unused].join(' ');
  },
  round: (amounts = '', total) => roundToSum(words(amounts).map(decimal), Number(total)).join(' '),
};

describe.each(['demand', 'capacity', 'farm', 'ledger-use'])('docs/model/%s.md', name => {
  const file = fileURLToPath(new URL(`../../docs/model/${name}.md`, import.meta.url));
  const page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const lines = [...page.matchAll(/```example\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

  it('has worked examples and numbered equations', () => {
    expect(lines.length).toBeGreaterThan(4);
    const ids = [...page.matchAll(/> \[(EQ-[A-Z]+-\d+)\]/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(lines)('%s', line => {
    const [, call = '', list = '', expected] = /^(\w+)\((.*)\) = (.*)$/.exec(line) ?? [];
    expect(examples[call]?.(...list.split(', '))).toBe(expected);
  });
});
