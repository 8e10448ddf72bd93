/** The right to switch later: worth of the saving when switched now, its price, and how that worth may move. */
export interface SwitchOption {
  /** Present value of the saving. */
  readonly saving: number;
  readonly exitCost: number;
  readonly years: number;
  /** Yearly volatility of the saving's worth: a judgement. */
  readonly sigma: number;
  /** Rates a year, continuously compounded. */
  readonly rate: number;
  /** What waiting loses of the saving a year. */
  readonly yield: number;
}

/**
 * Worth of the option to switch at any time until it lapses: an American call in a binomial tree (Cox, Ross and
 * Rubinstein 1979). Never below what switching now brings. Null when the steps are too coarse for a chance between 0
 * and 1. [EQ-LCK-5]
 */
export const switchOptionValue = (option: SwitchOption, steps: number): number | null => {
  const { saving, exitCost, years, sigma, rate } = option;
  const now = Math.max(0, saving - exitCost);
  if (years === 0) return now;
  const step = years / steps;
  if (sigma === 0) return certainValue(option, steps);
  const up = Math.exp(sigma * Math.sqrt(step));
  const chance = (Math.exp((rate - option.yield) * step) - 1 / up) / (up - 1 / up);
  if (!(chance >= 0 && chance <= 1)) return null;
  const discount = Math.exp(-rate * step);
  const worthAt = (level: number, ups: number): number => saving * up ** (2 * ups - level);
  const values = Float64Array.from({ length: steps + 1 }, (_, ups) => Math.max(0, worthAt(steps, ups) - exitCost));
  for (let level = steps - 1; level >= 0; level -= 1) {
    for (let ups = 0; ups <= level; ups += 1) {
      const waiting = discount * (chance * (values[ups + 1] as number) + (1 - chance) * (values[ups] as number));
      values[ups] = Math.max(waiting, worthAt(level, ups) - exitCost);
    }
  }
  return values[0] as number;
};

/** Without chance the best day of the same steps is taken. */
const certainValue = ({ saving, exitCost, years, rate, yield: lost }: SwitchOption, steps: number): number => {
  let best = 0;
  for (let step = 0; step <= steps; step += 1) {
    const time = (years * step) / steps;
    best = Math.max(best, saving * Math.exp(-lost * time) - exitCost * Math.exp(-rate * time));
  }
  return best;
};

/**
 * How many times its cost the saving must be worth before switching beats waiting, when the option never lapses
 * (McDonald and Siegel 1986). Null when waiting always pays: without a yield, or with one that is not positive. [EQ-LCK-6]
 */
export const switchTrigger = (rate: number, yieldRate: number, sigma: number): number | null => {
  if (!(yieldRate > 0)) return null;
  if (sigma === 0) return Math.max(1, rate / yieldRate);
  const drift = (rate - yieldRate) / sigma ** 2;
  const beta = 0.5 - drift + Math.sqrt((drift - 0.5) ** 2 + (2 * rate) / sigma ** 2);
  return beta > 1 ? beta / (beta - 1) : null;
};
