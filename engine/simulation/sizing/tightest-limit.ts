/** How many fit by one resource alone; null: it does not limit. */
export interface ResourceLimit {
  readonly resource: string;
  readonly count: number | null;
}

export interface TightestLimit {
  readonly count: number;
  /** The resources that would have to grow first, in the order given. */
  readonly binding: readonly string[];
}

/** The least of all limits, and what sets it. At least one of them must limit. */
export const tightestLimit = (limits: readonly ResourceLimit[]): TightestLimit => {
  const stated = limits.flatMap(({ resource, count }) => (count === null ? [] : [{ resource, count: Math.max(0, count) }]));
  if (stated.length === 0) throw new RangeError('nothing limits');
  const count = Math.min(...stated.map(limit => limit.count));
  return { count, binding: stated.filter(limit => limit.count === count).map(({ resource }) => resource) };
};
