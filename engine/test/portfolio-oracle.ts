import type { Portfolio, PortfolioOption } from '../commitment/portfolio.ts';
import type { LinearProgramText, OracleRow } from './highs-oracle.ts';

interface Pair {
  readonly option: number;
  readonly meter: number;
  readonly size: number;
}

const pairsOf = ({ commitment }: PortfolioOption, option: number): Pair[] =>
  commitment.kind === 'unit'
    ? commitment.meters.map(({ meter, unitsPerNode }) => ({ option, meter, size: unitsPerNode }))
    : commitment.meters.map(({ meter, planPerHour }) => ({ option, meter, size: planPerHour }));

/**
 * The whole portfolio written out hour by hour: sizes of the options, node-hours of each meter each of them covers, and
 * the rest on demand. Usage may be assigned freely, so no order of any provider costs less.
 */
export const portfolioExtensiveForm = ({ meters, options, upfrontBudget }: Portfolio): LinearProgramText => {
  const hourCount = meters[0]?.secondsByHour.length ?? 0;
  const pairs = options.flatMap(pairsOf).filter(({ option, meter }) => {
    const { isShared, account } = (options[option] as PortfolioOption).commitment;
    return isShared || meters[meter]?.account === account;
  });
  const isLive = (option: number, hour: number): boolean => {
    const [first, end] = (options[option] as PortfolioOption).commitment.hours;
    return hour >= first && hour < end;
  };
  const costs = options.map(({ feePerHour, commitment: { hours: [first, end] } }) =>
    feePerHour * Math.max(0, Math.min(end, hourCount) - first));
  const lower = options.map(({ leastSize }) => leastSize);
  const upper = options.map(({ mostSize }) => mostSize);
  const rows: OracleRow[] = [];
  for (let hour = 0; hour < hourCount; hour += 1) {
    const covered = pairs.filter(({ option }) => isLive(option, hour)).map(pair => ({ ...pair, variable: costs.push(0) - 1 }));
    const rest = meters.map(({ onDemandPerHour }) => costs.push(onDemandPerHour) - 1);
    meters.forEach(({ secondsByHour }, meter) => {
      const own = covered.filter(pair => pair.meter === meter).map(({ variable }) => [variable, 1] as const);
      rows.push({ terms: [...own, [rest[meter] as number, 1]], atLeast: (secondsByHour[hour] as number) / 3600 });
    });
    options.forEach((_, option) => {
      const drawn = covered.filter(pair => pair.option === option).map(({ variable, size }) => [variable, size] as const);
      if (drawn.length > 0) rows.push({ terms: [...drawn, [option, -1]], atMost: 0 });
    });
  }
  if (upfrontBudget !== undefined && options.length > 0) {
    rows.push({ terms: options.map(({ upfrontPerSize }, option) => [option, upfrontPerSize] as const), atMost: upfrontBudget });
  }
  while (lower.length < costs.length) {
    lower.push(0);
    upper.push(Infinity);
  }
  return { costs, lower, upper, rows };
};
