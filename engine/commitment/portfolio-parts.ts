import type { MeterCommitment } from '../pricing/cover/meter-commitment.ts';
import type { Portfolio } from './portfolio.ts';

/** A part of a portfolio that shares no usage with the rest, and where its meters and options stand in the whole. */
export interface PortfolioPart {
  readonly portfolio: Portfolio;
  readonly meters: readonly number[];
  readonly options: readonly number[];
}

/** Meters are in one part when some option may cover both, directly or over others. Options of no meter are in none. */
export const portfolioParts = ({ meters, options }: Portfolio): PortfolioPart[] => {
  const parents = meters.map((_, meter) => meter);
  const rootOf = (meter: number): number => {
    let root = meter;
    while (parents[root] !== root) root = parents[root] as number;
    return root;
  };
  for (const { commitment } of options) {
    const [first] = commitment.meters;
    if (first) for (const { meter } of commitment.meters) parents[rootOf(meter)] = rootOf(first.meter);
  }
  const roots = [...new Set(meters.map((_, meter) => rootOf(meter)))];
  return roots.map((root): PortfolioPart => {
    const own = meters.flatMap((_, meter) => (rootOf(meter) === root ? [meter] : []));
    const chosen = options.flatMap(({ commitment }, option) => {
      const [first] = commitment.meters;
      return first && rootOf(first.meter) === root ? [option] : [];
    });
    return partOf({ meters, options }, own, chosen);
  });
};

const partOf = ({ meters, options }: Portfolio, own: readonly number[], chosen: readonly number[]): PortfolioPart => {
  const placeOf = new Map(own.map((meter, place) => [meter, place]));
  const moved = <Named extends { readonly meter: number }>(named: Named): Named => ({ ...named, meter: placeOf.get(named.meter) ?? -1 });
  const renamed = (commitment: MeterCommitment): MeterCommitment =>
    commitment.kind === 'unit'
      ? { ...commitment, meters: commitment.meters.map(moved) }
      : { ...commitment, meters: commitment.meters.map(moved) };
  return {
    meters: own,
    options: chosen,
    portfolio: {
      meters: own.flatMap(meter => meters[meter] ?? []),
      options: chosen.flatMap(option => {
        const found = options[option];
        return found ? [{ ...found, commitment: renamed(found.commitment) }] : [];
      }),
    },
  };
};
