/** A question for the number at which a cost is reached. */
export interface Solved {
  readonly name: string;
  readonly cell: string;
  readonly goal: string;
  /** Null: the goal lies outside. */
  readonly at: number | null;
  readonly cost: number;
  readonly target: number;
  readonly remark: string | null;
  readonly runs: number;
}

/** An input at its two ends, the others as stated. */
export interface Swing {
  readonly name: string;
  readonly cell: string;
  readonly low: number;
  readonly high: number;
  readonly stated: number;
  readonly costAtLow: number;
  readonly costAtHigh: number;
}

/** The cost at two numbers of two inputs. */
export interface GridPoint {
  readonly first: string;
  readonly second: string;
  readonly x: number;
  readonly y: number;
  readonly cost: number;
  readonly stated: number;
}
