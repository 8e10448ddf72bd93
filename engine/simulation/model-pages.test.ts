import type { Result } from '../issue/result.ts';
import { normalQuantile } from '../numeric/normal.ts';
import { describeModelPage } from '../test/model-page.ts';
import { erlangB } from './queueing/erlang.ts';
import { queueWait, waitPercentile, waitProbability, type QueueWait } from './queueing/queue-wait.ts';
import { serversForWait, squareRootStaffing } from './queueing/staffing.ts';
import { checkBenchmark } from './sizing/benchmark-check.ts';
import { gpuShare, type GpuMode } from './sizing/gpu-share.ts';
import { nodesForDriver } from './sizing/nodes-for-driver.ts';
import { poolSize } from './sizing/pool-size.ts';
import { rackFit } from './sizing/rack-fit.ts';
import { fitScaling } from './sizing/scaling-fit.ts';
import { meanRemoteShare, softwareDefinedSlowdown, treeLevels, wireMicroseconds } from './sizing/software-defined-server.ts';
import { busyCores, onMany, onOneMachine, onOneOfMany } from './sizing/scaling-way.ts';
import { rawStorage } from './sizing/storage-raw.ts';
import type { TightestLimit } from './sizing/tightest-limit.ts';
import { vmFit } from './sizing/vm-fit.ts';

const textOf = <T>(result: Result<T>, text: (value: T) => string): string => (result.ok ? text(result.value) : 'none');
const numbers = (parts: readonly string[]): number[] => parts.map(Number);
const limitText = ({ count, binding }: TightestLimit): string => `${count} ${binding.join('+')}`;
const steady = (parts: readonly string[]): Result<QueueWait> => {
  const [serverCount = 0, arrivalsPerSecond = 0, serviceSeconds = 0, arrivalScv = 1, serviceScv = 1] = numbers(parts);
  return queueWait({ serverCount, arrivalsPerSecond, serviceSeconds, arrivalScv, serviceScv });
};

describeModelPage('queueing', {
  blocking: (servers, load) => erlangB(Number(servers), Number(load)).toFixed(12),
  waiting: (servers, load) => textOf(waitProbability(Number(servers), Number(load)), value => value.toFixed(12)),
  wait: (...parts) => textOf(steady(parts), ({ meanSeconds }) => meanSeconds.toFixed(12)),
  percentile: (servers = '', arrivals = '', service = '', part) =>
    textOf(steady([servers, arrivals, service]), wait => waitPercentile(wait, Number(part)).toFixed(4)),
  servers: (arrivals, service, seconds, part) => {
    const target = { seconds: Number(seconds), part: part === 'mean' ? null : Number(part) };
    return textOf(serversForWait(Number(arrivals), Number(service), target), String);
  },
  squareRoot: (load, beta) => String(squareRootStaffing(Number(load), Number(beta))),
});

/** Schwartz 2015: throughput of a server under 1 to 32 threads. */
const published = [
  955.16, 1878.91, 2688.01, 3548.68, 4315.54, 5130.43, 5931.37, 6531.08, 7219.8, 7867.61, 8278.71, 8646.7, 9047.84,
  9426.55, 9645.37, 9897.24, 10097.6, 10240.5, 10532.39, 10798.52, 11151.43, 11518.63, 11806, 12089.37, 12075.41,
  12177.29, 12211.41, 12158.93, 12155.27, 12118.04, 12140.4, 12074.39,
].map((throughput, index) => ({ nodeCount: index + 1, throughput }));

const work = { tasks: 1, waitShare: 0, mostCores: Infinity, memoryGib: 1, overhead: 0 };
describeModelPage('sizing', {
  nodesFor: (...parts) => {
    const [drivers = 0, perNode = 0, headroom = 0] = numbers(parts);
    return String(nodesForDriver(drivers, perNode, headroom));
  },
  quantile: part => normalQuantile(Number(part)).toFixed(5),
  pool: (...parts) => {
    const [count = 0, mean = 0, standardDeviation = 0, correlation = 0, level = 0] = numbers(parts);
    const demands = Array.from({ length: count }, () => ({ mean, standardDeviation }));
    return textOf(poolSize(demands, correlation, level), value => value.toFixed(2));
  },
  guests: (...parts) => {
    const [hostCores = 0, vcpuPerCore = 0, hostMemoryGib = 0, reservedMemoryGib = 0, ...guest] = numbers(parts);
    const [vcpuPerGuest = 0, memoryGibPerGuest = 0, hostGpus = 0, gpusPerGuest = 0] = guest;
    return limitText(
      vmFit({
        hostCores,
        vcpuPerCore,
        hostMemoryGib,
        reservedMemoryGib,
        vcpuPerGuest,
        memoryGibPerGuest,
        hostGpus,
        gpusPerGuest,
      }),
    );
  },
  rack: (...parts) => {
    const [rackUnits = 0, emptyUnits = 0, unitsPerServer = 0, switchPorts = 0, ...circuit] = numbers(parts);
    const [volts = 0, amperes = 0, wattsPerServer = 0, derating = 0] = circuit;
    return limitText(
      rackFit({ rackUnits, emptyUnits, unitsPerServer, switchPorts, volts, amperes, wattsPerServer, derating }),
    );
  },
  gpu: (gpu = '', mode, profile = '', count) =>
    textOf(gpuShare(gpu, mode as GpuMode, profile === '-' ? null : profile, Number(count)), share => share.toFixed(3)),
  slowdown: fraction => softwareDefinedSlowdown(Number(fraction)).toFixed(1),
  wire: (bytes, gigabits) => wireMicroseconds(Number(bytes), Number(gigabits)).toFixed(2),
  busy: (tasks, waitShare, overhead) =>
    String(Number(busyCores({ ...work, tasks: Number(tasks), waitShare: Number(waitShare), overhead: Number(overhead) }).toFixed(3))),
  one: (tasks, waitShare, mostCores, cores) => {
    const asked = { ...work, tasks: Number(tasks), waitShare: Number(waitShare), mostCores: Number(mostCores) };
    const scaled = onOneMachine(asked, { cores: Number(cores), memoryGib: 1 });
    return scaled ? `${scaled.usedCores} ${scaled.slowdown}` : 'none';
  },
  many: (tasks, memoryGib, cores, nodeGib, sigma) => {
    const asked = { ...work, tasks: Number(tasks), memoryGib: Number(memoryGib) };
    return String(onMany(asked, { cores: Number(cores), memoryGib: Number(nodeGib) }, Number(sigma), 0)?.machines ?? 'none');
  },
  asOne: (tasks, memoryGib, cores, nodeGib, remoteShare) => {
    const asked = { ...work, tasks: Number(tasks), memoryGib: Number(memoryGib) };
    const scaled = onOneOfMany(asked, { cores: Number(cores), memoryGib: Number(nodeGib) }, Number(remoteShare));
    return scaled ? `${scaled.machines} ${scaled.slowdown}` : 'none';
  },
  levels: (nodes, perSwitch) => String(treeLevels(Number(nodes), Number(perSwitch))),
  settled: (first, last, settle, runs) => {
    const settling = { firstRemoteShare: Number(first), remoteShare: Number(last), settleHours: Number(settle), runHours: Number(runs) };
    return String(Number(meanRemoteShare(settling).toFixed(3)));
  },
  raw: (usable, replicas, data, parity) => {
    const code = Number(data) > 0 ? { data: Number(data), parity: Number(parity) } : null;
    return String(rawStorage(Number(usable), { replicas: Number(replicas), code }));
  },
  benchmark: (operations, seconds, peak) => {
    const { shareOfPeak, isPlausible } = checkBenchmark(Number(operations), Number(seconds), Number(peak));
    return `${shareOfPeak.toFixed(1)} ${isPlausible ? 'yes' : 'no'}`;
  },
  fit: () =>
    textOf(fitScaling(published), ({ sigma, kappa, perNode, peakNodeCount }) =>
      [sigma.toFixed(6), kappa.toFixed(8), perNode.toFixed(2), peakNodeCount.toFixed(1)].join(' '),
    ),
});
