import type { RandomStream } from '../../numeric/random/random-stream.ts';

/** How times between arrivals, or of service, are spread about their mean; the same unit as the mean. */
export type Distribution =
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'deterministic'; readonly mean: number }
  /** Sum of so many exponential phases: squared variation 1 / phases. */
  | { readonly kind: 'erlang'; readonly mean: number; readonly phases: number }
  /** One of two exponentials, with balanced means (Tijms, A First Course in Stochastic Models, 2003, app. B). */
  | { readonly kind: 'hyperexponential'; readonly mean: number; readonly squaredVariation: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly squaredVariation: number };

/** Squared coefficient of variation: variance over the square of the mean. */
export const squaredVariation = (distribution: Distribution): number => {
  switch (distribution.kind) {
    case 'exponential':
      return 1;
    case 'deterministic':
      return 0;
    case 'erlang':
      return 1 / distribution.phases;
    case 'hyperexponential':
    case 'lognormal':
      return distribution.squaredVariation;
  }
};

const demand = (isRight: boolean, what: string): void => {
  if (!isRight) throw new RangeError(what);
};

/** Draws from a distribution with the numbers of a stream. Throws a RangeError for one that does not exist. */
export const sampler = (distribution: Distribution, stream: RandomStream): (() => number) => {
  const { mean } = distribution;
  demand(mean > 0 && Number.isFinite(mean), `a mean is more than 0, not ${mean}`);
  switch (distribution.kind) {
    case 'exponential':
      return () => mean * stream.exponential();
    case 'deterministic':
      return () => mean;
    case 'erlang': {
      const { phases } = distribution;
      demand(Number.isInteger(phases) && phases >= 1, `${phases} phases`);
      return () => {
        let sum = 0;
        for (let phase = 0; phase < phases; phase += 1) sum += stream.exponential();
        return (mean * sum) / phases;
      };
    }
    case 'hyperexponential': {
      const scv = distribution.squaredVariation;
      demand(scv >= 1 && Number.isFinite(scv), `a hyperexponential varies by 1 or more, not ${scv}`);
      const first = (1 + Math.sqrt((scv - 1) / (scv + 1))) / 2;
      return () => {
        const part = stream.uniform() < first ? first : 1 - first;
        return (mean / (2 * part)) * stream.exponential();
      };
    }
    case 'lognormal': {
      const scv = distribution.squaredVariation;
      demand(scv > 0 && Number.isFinite(scv), `a lognormal varies by more than 0, not ${scv}`);
      const logVariance = Math.log(1 + scv);
      const deviation = Math.sqrt(logVariance);
      return () => mean * Math.exp(deviation * stream.normal() - logVariance / 2);
    }
  }
};
