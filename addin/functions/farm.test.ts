import { describe, expect, it } from '@jest/globals';
import { frontier } from './frontier.ts';
import { jobCost } from './job-cost.ts';
import { jobTime } from './job-time.ts';

/**
 * The film job as first told: 560,000 core-hours on nodes of 8 cores at 1.60 USD per hour, 97 s to start. Node
 * counts, hours and costs (billed by the second, by the started hour) were worked out independently.
 */
const film = [
  [100, 700.027, 112_004.31, 112_160],
  [1_000, 70.027, 112_043.11, 113_600],
  [10_000, 7.027, 112_431.11, 128_000],
  [70_000, 1.027, 115_017.78, 224_000],
] as const;
const node = 'aws/us-east-1/cc1.4xlarge';
const omitted = null as unknown as undefined;

describe('the film job', () => {
  it.each(film)('on %i nodes takes %d hours', (nodes, hours, _bySecond, _byHour) => {
    expect(jobTime(560_000, node, nodes, 97)).toBeCloseTo(hours, 3);
  });

  it.each(film)('on %i nodes costs by the second and by the hour', (nodes, _hours, bySecond, byHour) => {
    expect(jobCost(560_000, node, nodes, omitted, 97)).toBeCloseTo(bySecond, 2);
    expect(jobCost(560_000, node, nodes, omitted, 97, 3600)).toBe(byHour);
  });

  it('shows time against money, fewest nodes first', () => {
    const [header, ...points] = frontier(560_000, node, 100, 70_000, 2, omitted, 97, 3600);
    expect(header).toEqual(['Nodes', 'Hours', 'Cost', 'IsEfficient']);
    expect(points.map(([nodes, , cost]) => [nodes, cost])).toEqual([[100, 112_160], [70_000, 224_000]]);
    expect(points.every(point => point[3] === true)).toBe(true);
  });
});

describe('what a job needs to be told', () => {
  it.each([
    ['no work', [0, node, 10], 'work must be more than 0, not 0.'],
    ['no node', [100, node, 0], 'nodes must be 1 or more, not 0.'],
    ['half a node', [100, node, 1.5], 'nodes must be a whole number, not 1.5.'],
    ['more than full efficiency', [100, node, 1, omitted, omitted, omitted, 1.1], 'efficiency must be 1 or less, not 1.1.'],
  ])('refuses %s', (_what, values, message) => {
    expect(() => (jobTime as (...all: unknown[]) => number)(...values)).toThrow(message);
  });

  it('lists the choices when a bare name is not the only one', () => {
    expect(() => jobTime(100, 'Standard_D2s_v5', 1)).toThrow(
      expect.objectContaining({ kind: 'invalidValue', message: expect.stringContaining('azure/westeurope/Standard_D2s_v5') }),
    );
  });

  it('refuses a range that runs backwards', () => {
    expect(() => frontier(100, node, 10, 5)).toThrow('maxNodes must not be less than minNodes.');
  });
});
