import { describe, expect, it } from '@jest/globals';
import { formulaValues } from './formula-values.ts';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { autoscale } from './source/autoscale.ts';

const report = await runSample(autoscale);
const capacity = new Map(resultRows(report, 'OutCapacity').map(row => [String(row['WorkloadId']), row]));
const of = (id: string, column: string): number => Number(capacity.get(id)?.[column] ?? NaN);

/** Factors by hour and lags by service, read from the source's tables and not from the engine. */
const table = (id: string) => autoscale.sheets.flatMap(({ tables }) => tables).find(({ tableId }) => tableId === id);
const factors = (table('DemandShapes')?.rows ?? []).map(row => Number(row[3]));
const services = table('Services');
const cell = (id: string, column: string): number =>
  Number(services?.rows.find(([name]) => name === id)?.[services.columns.indexOf(column)] ?? 0);

const hours = 31 * 24;
const demandAt = (hour: number): number => 6000 * (factors[((hour % 24) + 24) % 24] as number);
/** Mean demand of a step of five minutes: evenly up or down within the hour, by the smaller slope to a neighbor. */
const stepDemand = (hour: number, step: number): number => {
  const [before, at, after] = [demandAt(Math.max(0, hour - 1)), demandAt(hour), demandAt(Math.min(hours - 1, hour + 1))];
  const [rise, next] = [at - before, after - at];
  const slope = rise * next <= 0 ? 0 : Math.sign(rise) * Math.min(Math.abs(rise), Math.abs(next));
  return at + slope * ((step + 0.5) / 12 - 0.5);
};

/** The month by a list of nodes with their times, step by step. */
const replay = (id: string) => {
  const [out, warmUp, inward, cooldown] = ['ScaleOutSeconds', 'WarmUpSeconds', 'ScaleInSeconds', 'CooldownSeconds'].map(column => cell(id, column)) as
    [number, number, number, number];
  const [perNode, deferrable] = [450 * cell(id, 'TargetUtilization'), cell(id, 'DeferrableSeconds')];
  let nodes: { start: number; ready: number }[] = [];
  const wantedBefore: number[] = [];
  let [lastChange, nodeSeconds, lost, total, backlog] = [-Infinity, 0, 0, 0, 0];
  for (let index = 0; index < hours * 12; index += 1) {
    const now = index * 300;
    const demand = stepDemand(Math.floor(index / 12), index % 12);
    // The backlog counts as what one step could have brought; it is to be done in the time it may wait.
    const planned = demand + (backlog * 300) / Math.max(300, deferrable);
    const wanted = Math.min(120, Math.max(2, Math.ceil(planned / perNode - 1e-9)));
    if (index === 0) nodes = Array.from({ length: wanted }, () => ({ start: 0, ready: 0 }));
    wantedBefore.push(wanted);
    const enough = Math.max(...wantedBefore.slice(-1 - Math.ceil(inward / 300)));
    if (now - lastChange >= cooldown && (wanted > nodes.length || enough < nodes.length)) {
      lastChange = now;
      const order = { start: now + out, ready: now + out + warmUp };
      if (wanted > nodes.length) nodes = [...nodes, ...Array.from({ length: wanted - nodes.length }, () => order)];
      else nodes = nodes.slice(0, enough);
    }
    const during = (from: number): number => Math.min(300, Math.max(0, now + 300 - from));
    nodeSeconds += nodes.reduce((sum, { start }) => sum + during(start), 0);
    const carried = (nodes.reduce((sum, { ready }) => sum + during(ready), 0) / 300) * 450;
    const left = Math.max(0, demand + backlog - carried);
    backlog = Math.min(left, (carried * deferrable) / 300);
    lost += left - backlog;
    total += demand;
  }
  return { nodeHours: nodeSeconds / 3600, lostShare: lost / total };
};

describe('the service with a show in the evening', () => {
  it('takes every hour the nodes its demand divides into, when nodes are prompt', () => {
    const nodeHours = factors.reduce((sum, factor) => sum + Math.max(2, Math.ceil((6000 * factor) / 360 - 1e-9)), 0) * 31;
    expect(of('prompt', 'NodeHours')).toBe(nodeHours);
    expect(of('prompt', 'UnservedShare')).toBe(0);
    expect(of('prompt', 'PeakNodes')).toBe(54);
  });

  it.each(['linux', 'windows', 'headroom', 'puts-off'])('%s: node-hours and losses of a replay node by node', id => {
    const { nodeHours, lostShare } = replay(id);
    expect(of(id, 'NodeHours')).toBeCloseTo(nodeHours, 6);
    expect(of(id, 'UnservedShare')).toBeCloseTo(lostShare, 9);
  });

  it('loses more the slower it starts, and none with headroom or when requests may wait', () => {
    expect(of('windows', 'UnservedShare')).toBeGreaterThan(of('linux', 'UnservedShare'));
    expect(of('linux', 'UnservedShare')).toBeGreaterThan(0);
    expect(of('headroom', 'UnservedShare')).toBeLessThan(of('windows', 'UnservedShare') / 2);
    expect(of('puts-off', 'UnservedShare')).toBeLessThan(of('windows', 'UnservedShare'));
    expect(of('puts-off', 'LongestDelaySeconds')).toBeLessThanOrEqual(900);
  });

  it('says what binds when the show begins', () => {
    expect(['prompt', 'linux', 'windows'].map(id => capacity.get(id)?.['BindingConstraint'])).toEqual([
      'target utilization', 'scale-out lag', 'scale-out lag',
    ]);
  });

  it('costs its node-hours at the price of the catalog', () => {
    const summary = resultRows(report, 'OutSummary');
    for (const [scenario, id] of [['1 No lag', 'prompt'], ['3 Windows', 'windows'], ['4 Windows, headroom', 'headroom']]) {
      const row = summary.find(({ ScenarioId }) => ScenarioId === scenario);
      expect(Number(row?.['EffectiveCost'])).toBeCloseTo(of(id ?? '', 'NodeHours') * 0.4032, 1);
    }
  });

  it('answers its worksheet formulas by the same arithmetic', () => {
    const { single } = formulaValues(autoscale);
    const slots = Math.ceil(6600 / 360) * 36;
    expect(single.slice(0, 2)).toEqual([Math.ceil(19_200 / 360), slots]);
    // Erlang B by its sum, in logarithms: 528 erlangs on all slots
    const erlangC = (servers: number, load: number): number => {
      let [inverse, term] = [1, 1];
      for (let k = servers; k > 0; k -= 1) inverse += (term *= k / load);
      return servers / inverse / (servers - load * (1 - 1 / inverse));
    };
    expect(single[2]).toBeCloseTo(erlangC(slots, 528), 9);
    const beyond = (servers: number): number => erlangC(servers, 528) * Math.exp((-(servers - 528) * 0.002) / 0.08);
    expect([beyond(Number(single[3])) <= 0.01, beyond(Number(single[3]) - 1) <= 0.01]).toEqual([true, false]);
    expect(erlangC(540, 528) * Math.exp((-12 * Number(single[4])) / 0.08)).toBeCloseTo(0.01, 6);
  });
});
