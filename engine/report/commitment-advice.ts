/** How much of an option a scenario should buy on the first day of the plan. Amounts in the base currency, as doubles. */
export interface AdvisedCommitment {
  readonly optionId: string;
  readonly what: string;
  /** Null: everywhere. */
  readonly region: string | null;
  /** Of reserved nodes, or a family; null where it is for more. */
  readonly nodeType: string | null;
  /** In steps of what is sold: units, or an amount per hour. */
  readonly quantity: number;
  readonly fractionalQuantity: number;
  /** Null: the base currency per hour. */
  readonly unit: string | null;
  readonly upfront: number;
  /** Amortized fees of its hours in the plan. */
  readonly fees: number;
  /** On-demand cost of what it covers. */
  readonly coveredCost: number;
  /** Null of nothing. */
  readonly utilization: number | null;
  readonly breakEvenUtilization: number | null;
}

/** Reserved nodes that a scenario holds on the first day of the plan. */
export interface HeldNodes {
  readonly commitmentId: string;
  readonly region: string | null;
  readonly nodeType: string | null;
  readonly quantity: number;
  /** Of the plan. */
  readonly liveHours: number;
}

/** What a scenario should buy, and what that is worth. */
export interface CommitmentAdvice {
  readonly scenarioId: string;
  readonly held: readonly HeldNodes[];
  /** How a term that ends after the plan counts: the share of its fees, all of them, or as if demand went on for the longest term. */
  readonly counted: 'amortized' | 'liability' | 'extended';
  /** The way to count that was asked for first. */
  readonly isFirst: boolean;
  readonly commitments: readonly AdvisedCommitment[];
  /** With what is held alone, its fees left out: they are paid in any case. */
  readonly costWithout: number;
  readonly cost: number;
  readonly fractionalCost: number;
  /** Nothing costs less. */
  readonly lowerBound: number;
  readonly upfront: number;
  /** All fees of all terms. */
  readonly liability: number;
  /** On-demand cost with what is held alone and with what is bought, and recurring fees of that, month by month. */
  readonly months: readonly { readonly onDemandWithout: number; readonly onDemandWith: number; readonly recurring: number }[];
  /** Months; null when not in the plan. */
  readonly payback: { readonly cash: number | null; readonly liability: number | null };
  readonly regrets: readonly { readonly factor: number; readonly cost: number; readonly bestCost: number; readonly regret: number }[];
}

/** Units bought in a month of the plan. */
export interface AdvisedPurchase {
  readonly optionId: string;
  readonly what: string;
  /** Index of the plan's month, and of the one after the term: beyond the plan when as large as their number. */
  readonly month: number;
  readonly endMonth: number;
  readonly units: number;
  /** How it is given up in `endMonth`; null: its term ends. */
  readonly leaveBy: 'resale' | 'refund' | 'exchange' | 'none' | null;
  /** What that brings. */
  readonly proceeds: number | null;
}

/** Costs of one option over the plan, by foresight and by habit. */
export interface RuleComparison {
  readonly optionId: string;
  readonly what: string;
  readonly costWithout: number;
  /** Bought in whole units at the best months. */
  readonly bestCost: number;
  /** Whether the console sees the 30 days before the plan, or, where they are not known, its first: on demand until then. */
  readonly habitLooksAt: 'before' | 'first days';
  /** What was cheapest in the days it looks at; null in a plan that is over by then. */
  readonly habitCost: number | null;
  /** Bought when the trailing on-demand spend passes the fee; null without a price. */
  readonly onlineCost: number | null;
  readonly onlineUnits: number;
  readonly onlineBound: number | null;
}

/** What to buy when for one kind of node or component. */
export interface FamilyAdvice {
  readonly scenarioId: string;
  readonly family: string;
  readonly unit: string;
  /** One for each way to count what lies beyond the plan. */
  readonly plans: readonly {
    readonly rule: 'liability' | 'amortized' | 'extended';
    readonly cost: number;
    readonly costWithout: number;
    /** Share by which the purchases of all families together may lie above the least there is within the limits. */
    readonly couldMiss: number;
    readonly purchases: readonly AdvisedPurchase[];
  }[];
  readonly comparisons: readonly RuleComparison[];
}
