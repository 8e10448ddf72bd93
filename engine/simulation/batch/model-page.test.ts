import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { clusterJobs } from './cluster/cluster-jobs.ts';
import { releaseOrder } from './cluster/release-order.ts';
import { simulateCluster } from './cluster/simulate-cluster.ts';
import { Fragmentation, typicalTasks } from './gpu/fragmentation.ts';
import { GpuCluster } from './gpu/gpu-cluster.ts';
import { batchJobs } from './jobs/job-builder.ts';
import type { BatchPolicyName } from './policies/batch-policy.ts';
import { simulateBatch } from './simulate-batch.ts';

// Runs every line of the ```example blocks of the page.
const rows = (text: string): number[][] => text.split(' ').map(word => word.split(':').map(Number));
const run = (policy: string, processorCount: string, jobs: string) =>
  simulateBatch(
    batchJobs(
      rows(jobs).map(([submit = 0, runSeconds = 0, processors = 0, estimateSeconds = runSeconds]) =>
        ({ submit, runSeconds, processors, estimateSeconds })),
    ),
    { policy: policy as BatchPolicyName, processorCount: Number(processorCount) },
  );
const clusterList = (text: string) =>
  clusterJobs(rows(text).map(([submit = 0, runSeconds = 0, cores = 0, memoryMib = 0]) => ({ submit, runSeconds, cores, memoryMib })));

const examples: Readonly<Record<string, (...parts: string[]) => string>> = {
  starts: (policy = '', processors = '', jobs = '') => run(policy, processors, jobs).start.join(' '),
  metrics(policy = '', processors = '', jobs = '') {
    const { metrics } = run(policy, processors, jobs);
    return metrics === null ? 'none' : [
      metrics.meanWaitSeconds.toFixed(6),
      metrics.maximumWaitSeconds,
      metrics.meanBoundedSlowdown.toFixed(6),
      metrics.meanResponseSeconds.toFixed(6),
      metrics.makespanSeconds,
      metrics.utilization.toFixed(8),
    ].join(' ');
  },
  cluster(nodes = '', jobs = '') {
    const [[count = 0, cores = 0, memoryMib = 0] = []] = rows(nodes);
    const nodeTypes = [{ cores, memoryMib, minNodes: count, maxNodes: count }];
    return simulateCluster(clusterList(jobs), { nodeTypes }).start.join(' ');
  },
  release(preferred = '', submit, deferrableSeconds) {
    const jobs = clusterJobs([{ submit: Number(submit), runSeconds: 1, cores: 1, deferrableSeconds: Number(deferrableSeconds) }]);
    return releaseOrder(jobs, preferred.split(' ').map(Number)).release.join(' ');
  },
  fragmentation(node = '', kinds = '') {
    const [cpus = 0, ...free] = [...node.matchAll(/\d+/g)].map(Number);
    const tasks = kinds.split(' ').flatMap(kind => {
      const [count = 0, gpuMilli = 0, cpu = 0] = kind.split('x').map(Number);
      return Array.from({ length: count }, () => ({ cpuMilli: cpu * 1000, memoryMib: 0, gpuCount: 1, gpuMilli, models: [] }));
    });
    const cluster = new GpuCluster([{ cpuMilli: cpus * 1000, memoryMib: 0, gpuCount: free.length, model: '' }]);
    free.forEach((milli, gpu) => {
      if (milli < 1000) cluster.place(0, { cpuMilli: 0, memoryMib: 0, gpuCount: 1, gpuMilli: 1000 - milli, models: [] }, gpu);
    });
    return String(new Fragmentation(typicalTasks(tasks), cluster.nodes).ofNode(cluster, 0) / 1000);
  },
  elastic(nodes = '', jobs = '') {
    const [maxNodes = 0, cores = 0, bootSeconds = 0, idleSeconds = 0] = [...nodes.matchAll(/\d+/g)].map(Number);
    const { start, pools } = simulateCluster(clusterList(jobs), {
      nodeTypes: [{ cores, memoryMib: 0, minNodes: 0, maxNodes, bootSeconds, idleSeconds }],
    });
    const nodeSeconds = pools.flatMap(({ nodeSecondsByHour }) => [...nodeSecondsByHour]).reduce((sum, seconds) => sum + seconds, 0);
    return `starts ${[...new Set(start)].join(' ')}; node-seconds ${nodeSeconds}`;
  },
};

describe('docs/model/batch.md', () => {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/model/batch.md', import.meta.url)), 'utf8').replaceAll('\r\n', '\n');
  const lines = [...page.matchAll(/```example\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

  it('numbers its equations, none twice', () => {
    const ids = [...page.matchAll(/> \[(EQ-BAT-\d+)\]/g)].map(([, id]) => id);
    expect(ids).toEqual(ids.map((_, index) => `EQ-BAT-${index + 1}`));
    expect(ids.length).toBeGreaterThan(8);
  });

  it.each(lines)('%s', line => {
    const [, call = '', list = '', expected] = /^(\w+)\((.*)\) = (.*)$/.exec(line) ?? [];
    expect(examples[call]?.(...list.split(', '))).toBe(expected);
  });
});
