/** A way to commit units of one family. Prices are the contracted ones, in one currency, per unit and hour. */
export interface FamilyOption {
  readonly id: string;
  /** Paid for every committed hour, used or not; upfront fees spread over the term. */
  readonly feePerUnitHour: number;
  /** Paid on top for the hours that are used; 0 for every commitment sold today. */
  readonly ratePerUsedHour: number;
  /** Of the fees, what is due on the day of purchase, per unit. */
  readonly upfrontPerUnit: number;
  /** Units it is sold in: 1 for whole nodes or vCPUs, the provider's block elsewhere. 1 when absent. */
  readonly step?: number;
  /** The least that is sold, if any is bought. */
  readonly leastUnits?: number;
}

/** What a family could buy, and what it pays otherwise. */
export interface FamilyOffer {
  readonly onDemandPerHour: number;
  readonly options: readonly FamilyOption[];
}

/** Throws on a price that is negative or not a number. */
export const demandOffer = ({ onDemandPerHour, options }: FamilyOffer): void => {
  const prices = options.flatMap(option => [option.feePerUnitHour, option.ratePerUsedHour, option.upfrontPerUnit]);
  if (![onDemandPerHour, ...prices].every(price => price >= 0 && Number.isFinite(price))) {
    throw new RangeError('a price is a number, 0 or more');
  }
  for (const { id, step = 1, leastUnits = 0 } of options) {
    if (!(step > 0 && leastUnits >= 0)) throw new RangeError(`${id} is sold in no step, or less than none`);
  }
};

/**
 * Share of the committed hours that must be used for the option to cost no more than on-demand; null when no use ever
 * makes it so. [EQ-OPT-3]
 */
export const breakEvenUtilizationOf = (option: FamilyOption, onDemandPerHour: number): number | null => {
  const saved = onDemandPerHour - option.ratePerUsedHour;
  const share = saved > 0 ? option.feePerUnitHour / saved : Infinity;
  return share <= 1 ? share : null;
};
