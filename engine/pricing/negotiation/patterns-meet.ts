/**
 * Whether some text fits both patterns, in any letter case; `*` stands for any characters or none, `?` for one. A name
 * without either is a pattern of itself, so this also tells whether a name fits.
 */
export const patternsMeet = (first: string, second: string): boolean => {
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  // rest[j]: whether a from i on and b from j on meet; worked out from the ends.
  let rest: boolean[] = [];
  for (let i = a.length; i >= 0; i -= 1) {
    const next = rest;
    rest = Array.from({ length: b.length + 1 }, () => false);
    for (let j = b.length; j >= 0; j -= 1) {
      const [mine, other] = [a[i], b[j]];
      if (mine === undefined && other === undefined) rest[j] = true;
      else if (mine === '*' || other === '*') {
        // Either star is empty from here on, or swallows one more of the other side.
        const [dropFirst, dropSecond] = [next[j] === true, rest[j + 1] === true];
        rest[j] = (mine !== undefined && dropFirst) || (other !== undefined && dropSecond);
      } else if (mine !== undefined && other !== undefined) {
        rest[j] = (mine === '?' || other === '?' || mine === other) && next[j + 1] === true;
      }
    }
  }
  return rest[0] === true;
};
