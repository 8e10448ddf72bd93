/** Letters and digits only, lower case: `Standard D4s v5` and `Standard_D4s_v5` are one spelling. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Candidates are the same few hundred names again and again. */
const bareNames = new Map<string, string>();
const bareCandidate = (name: string): string => {
  let text = bareNames.get(name);
  if (text === undefined) bareNames.set(name, (text = bare(name)));
  return text;
};

/**
 * Edits (insert, delete, replace, swap of neighbors) that turn `a` into `b`; above `limit` when there are more:
 * optimal string alignment, given up as soon as a whole row is beyond the limit.
 */
const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const width = b.length + 1;
  let beforePrevious = new Uint8Array(width);
  let previous = Uint8Array.from({ length: width }, (_, column) => column);
  let current = new Uint8Array(width);
  for (let row = 1; row <= a.length; row += 1) {
    const letter = a.charCodeAt(row - 1);
    const letterBefore = row > 1 ? a.charCodeAt(row - 2) : -1;
    let best = row;
    current[0] = row;
    for (let column = 1; column < width; column += 1) {
      const other = b.charCodeAt(column - 1);
      const insertion = (current[column - 1] as number) + 1;
      const deletion = (previous[column] as number) + 1;
      const replacement = (previous[column - 1] as number) + (letter === other ? 0 : 1);
      let cost = Math.min(insertion, deletion, replacement);
      if (column > 1 && letterBefore === other && letter === b.charCodeAt(column - 2)) {
        cost = Math.min(cost, (beforePrevious[column - 2] as number) + 1);
      }
      current[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return previous[width - 1] as number;
};

/** Longer texts are no name of ours. */
const maxLength = 80;

/**
 * The candidates someone who wrote `name` most likely meant, best first; empty when none is near (a third of the
 * letters may differ). Punctuation and case do not count; ties in the candidates' own order.
 */
export const nearestNames = (name: string, candidates: Iterable<string>, maxCount = 3): string[] => {
  const wanted = bare(name);
  if (!wanted || wanted.length > maxLength) return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const other = bareCandidate(candidate);
    const isPart = other.endsWith(wanted) || other.startsWith(wanted);
    // A name that only lacks its beginning or end is nearer than any misspelling.
    const distance = other === wanted ? 0 : isPart ? 0.5 : editDistance(wanted, other, limit);
    if (distance <= limit && other.length <= maxLength) scored.push({ candidate, distance });
  }
  return scored.sort((a, b) => a.distance - b.distance).slice(0, maxCount).map(({ candidate }) => candidate);
};
