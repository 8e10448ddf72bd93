import { makeIssue } from '../issue/issue-codes.ts';
import type { Issue } from '../issue/issue.ts';
import type { Workload } from './plan.ts';

/** Column a workload's name stands in. */
export const keyColumnOf = (workload: Workload): string => {
  if (workload.kind === 'part') return workload.keyColumn;
  return workload.kind === 'service' ? 'ServiceId' : 'JobId';
};

/** A name may stand for one workload only, whatever its table: placements could not tell them apart. */
export const namesStatedTwice = (workloads: readonly Workload[]): Issue[] => {
  const first = new Map<string, Workload>();
  return workloads.flatMap(workload => {
    const name = workload.id.toLowerCase();
    const [own, other] = [workload, first.get(name)].map(each => each?.at(keyColumnOf(each)));
    if (!other) first.set(name, workload);
    // Twice in one table was told when that was read.
    if (!own || !other || own.tableName === other.tableName) return [];
    const values = { name: workload.id, otherTable: other.tableName, otherCell: other.cellAddress ?? '' };
    return [makeIssue('stated-twice', values, { location: own })];
  });
};
