/** Edits (insert, delete, replace, swap of neighbors) that turn `a` into `b`; more than `limit` counts as limit + 1. */
const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (previous[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[column - 2] as number) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] as number;
};

/** Letters and digits only, lower case: `Standard D4s v5` and `Standard_D4s_v5` are one spelling. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The candidates someone who wrote `name` most likely meant, best first; empty when none is near (a third of the
 * letters may differ). Punctuation and case do not count; ties in the candidates' own order.
 */
export const nearestNames = (name: string, candidates: Iterable<string>, maxCount = 3): string[] => {
  const wanted = bare(name);
  if (!wanted) return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const other = bare(candidate);
    const distance = other.endsWith(wanted) || other.startsWith(wanted) ? 0.5 : editDistance(wanted, other, limit);
    if (other === wanted) scored.push({ candidate, distance: 0 });
    else if (distance <= limit) scored.push({ candidate, distance });
  }
  return scored.sort((a, b) => a.distance - b.distance).slice(0, maxCount).map(({ candidate }) => candidate);
};
