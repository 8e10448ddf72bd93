/** A commitment of whole units for a term, and what its use costs. */
export interface OnlineOffer {
  readonly onDemandPerHour: number;
  /** Fees of a unit over its whole term, paid whether used or not. */
  readonly feePerUnit: number;
  /** Paid on top for each hour a committed unit is used; less than on demand. */
  readonly ratePerUsedHour: number;
  readonly termHours: number;
}

/** What comes of a rule that looks only at what has happened. */
export interface OnlineOutcome {
  readonly cost: number;
  /** Units bought in each hour. */
  readonly boughtByHour: Float64Array;
  readonly boughtUnits: number;
  /** However demand turns out, the cost is never more than so many times that of perfect foresight. */
  readonly competitiveBound: number;
}

/**
 * "Buy when the trailing on-demand spend reaches the fee": a unit is committed once a unit more, had it been there over
 * the last term, would have saved its fee; what was bought so counts as if it had been there, so that no hour argues for
 * two. Never costs more than 2 - a times the best plan in whole units (a: rate of use over on-demand price; what is sold
 * today has none, so twice), and no rule without foresight or dice can promise less (Wang, Li and Liang, 2013,
 * arXiv:1305.5608, algorithm 1). Demand in whole units. [EQ-OPT-14]
 */
export const simulateOnlineRule = (unitsByHour: Float64Array, offer: OnlineOffer): OnlineOutcome => {
  const { onDemandPerHour, feePerUnit, ratePerUsedHour, termHours } = offer;
  if (!(onDemandPerHour > 0 && ratePerUsedHour >= 0 && ratePerUsedHour < onDemandPerHour && feePerUnit >= 0)) {
    throw new RangeError('the use of a commitment costs less than on demand');
  }
  if (!(Number.isInteger(termHours) && termHours > 0)) throw new RangeError('a term is a whole number of hours');
  if (!unitsByHour.every(units => Number.isInteger(units) && units >= 0)) throw new RangeError('demand is in whole units');
  const hourCount = unitsByHour.length;
  const savedPerHour = onDemandPerHour - ratePerUsedHour;
  /** Units bought or counted as if they had been there. */
  const counted = new Float64Array(hourCount);
  const live = new Float64Array(hourCount);
  const boughtByHour = new Float64Array(hourCount);
  let uncoveredHours = 0;
  let cost = 0;
  let boughtUnits = 0;
  const isUncovered = (hour: number): number => ((unitsByHour[hour] as number) > (counted[hour] as number) ? 1 : 0);
  for (let hour = 0; hour < hourCount; hour += 1) {
    if (hour >= termHours) uncoveredHours -= isUncovered(hour - termHours);
    uncoveredHours += isUncovered(hour);
    while (uncoveredHours > 0 && savedPerHour * uncoveredHours > feePerUnit) {
      const first = Math.max(0, hour - termHours + 1);
      const end = Math.min(hourCount, hour + termHours);
      uncoveredHours = 0;
      for (let other = first; other < end; other += 1) {
        counted[other] = (counted[other] as number) + 1;
        if (other >= hour) live[other] = (live[other] as number) + 1;
        if (other <= hour) uncoveredHours += isUncovered(other);
      }
      boughtByHour[hour] = (boughtByHour[hour] as number) + 1;
      boughtUnits += 1;
      cost += feePerUnit;
    }
    const used = Math.min(unitsByHour[hour] as number, live[hour] as number);
    cost += used * ratePerUsedHour + ((unitsByHour[hour] as number) - used) * onDemandPerHour;
  }
  return { cost, boughtByHour, boughtUnits, competitiveBound: 2 - ratePerUsedHour / onDemandPerHour };
};
