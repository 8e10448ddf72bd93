/** Least, most likely and most: what an expert can say of work that was never done before. */
export interface Triangular {
  readonly least: number;
  readonly likely: number;
  readonly most: number;
}

/** Its value with a share p of the outcomes below: the inverse of its distribution. [EQ-SWC-4] */
export const triangularQuantile = ({ least, likely, most }: Triangular, p: number): number => {
  const width = most - least;
  if (width === 0) return least;
  const turn = (likely - least) / width;
  return p < turn ? least + Math.sqrt(p * width * (likely - least)) : most - Math.sqrt((1 - p) * width * (most - likely));
};
