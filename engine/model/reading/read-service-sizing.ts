import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { ServiceQueueing, ServiceScaling, ServiceSizing } from '../../simulation/service-sizing.ts';
import { locate, numberColumn, type BodyRow, type ReadTable } from './read-table.ts';

/** Reads how a service turns demand into nodes. Reports `below-minimum`, and `blank-cell` for what another cell needs. */
export const sizingReader = (table: ReadTable, issues: Issue[]): ((row: BodyRow) => ServiceSizing) => {
  const number = (columnId: string) => numberColumn(table, columnId);
  const [capacity, target] = [number('CapacityPerNode'), number('TargetUtilization')];
  const [least, most, deferrable] = [number('MinNodes'), number('MaxNodes'), number('DeferrableSeconds')];
  const queueing = queueingReader(table, issues);
  const scaling = scalingReader(table);
  return row => {
    const [minNodes, maxNodes] = [least(row) ?? 0, most(row) ?? Infinity];
    if (maxNodes < minNodes) {
      const values = { column: 'MaxNodes', value: maxNodes, minimum: minNodes };
      issues.push(makeIssue('below-minimum', values, { location: locate(table, row, 'MaxNodes') }));
    }
    const [queue, lags] = [queueing(row), scaling(row)];
    return {
      capacityPerNode: capacity(row) ?? 1,
      targetUtilization: target(row) ?? 1,
      minNodes,
      maxNodes,
      deferrableSeconds: deferrable(row) ?? 0,
      ...(queue && { queueing: queue }),
      ...(lags && { scaling: lags }),
    };
  };
};

const queueingReader = (table: ReadTable, issues: Issue[]): ((row: BodyRow) => ServiceQueueing | null) => {
  const number = (columnId: string) => numberColumn(table, columnId);
  const [serviceSeconds, slots] = [number('ServiceSeconds'), number('SlotsPerNode')];
  const [arrivalScv, serviceScv] = [number('ArrivalScv'), number('ServiceScv')];
  const [wait, part] = [number('TargetWaitSeconds'), number('TargetWaitShare')];
  return row => {
    const missing = (column: string) =>
      issues.push(makeIssue('blank-cell', { column }, { location: locate(table, row, column) }));
    const [seconds, limit, within] = [serviceSeconds(row), wait(row), part(row)];
    if (within !== null && limit === null) missing('TargetWaitSeconds');
    if (limit !== null && seconds === null) missing('ServiceSeconds');
    if (seconds === null) return null;
    return {
      slotsPerNode: slots(row) ?? 1,
      serviceSeconds: seconds,
      arrivalScv: arrivalScv(row) ?? 1,
      serviceScv: serviceScv(row) ?? 1,
      target: limit === null ? null : { seconds: limit, part: within },
    };
  };
};

const scalingReader = (table: ReadTable): ((row: BodyRow) => ServiceScaling | null) => {
  const number = (columnId: string) => numberColumn(table, columnId);
  const [out, warmUp] = [number('ScaleOutSeconds'), number('WarmUpSeconds')];
  const [inward, cooldown, growth] = [number('ScaleInSeconds'), number('CooldownSeconds'), number('HotAddFactor')];
  return row => {
    const lags = {
      scaleOutSeconds: out(row) ?? 0,
      warmUpSeconds: warmUp(row) ?? 0,
      scaleInSeconds: inward(row) ?? 0,
      cooldownSeconds: cooldown(row) ?? 0,
    };
    return Object.values(lags).some(seconds => seconds > 0) ? { ...lags, growth: growth(row) ?? 1 } : null;
  };
};
