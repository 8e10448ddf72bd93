const parts = (text: string): string[] => text.toLowerCase().match(/\d+|\D+/g) ?? [];

/**
 * Order a reader expects of names: `web 2` before `web 10`, letter case last. The same on every machine (no locale),
 * and total: two different texts are never equal.
 */
export const byName = (a: string, b: string): number => {
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [x, y] = [left[index] as string, right[index] as string];
    if (x === y) continue;
    const difference = Number(x) - Number(y);
    if (difference) return difference;
    return x < y ? -1 : 1;
  }
  if (left.length !== right.length) return left.length - right.length;
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Order of scenarios: the one called Base first. */
export const byScenario = (a: string, b: string): number => {
  const isBase = (id: string): number => (id.toLowerCase() === 'base' ? 0 : 1);
  return isBase(a) - isBase(b) || byName(a, b);
};
