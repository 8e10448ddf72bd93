/** A span of times over requests, in seconds. */
export interface Percentiles {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

/** What an hour of requests came to on the copies of a model. */
export interface ServingOutcome {
  readonly copies: number;
  readonly nodes: number;
  readonly requestCount: number;
  readonly firstToken: Percentiles;
  /** Between two tokens of an answer. */
  readonly perToken: Percentiles;
  readonly whole: Percentiles;
  readonly outputTokensPerSecond: number;
  readonly utilization: number;
  readonly meanBatch: number;
  /** Requests that came over those the copies can do at most. */
  readonly load: number;
  /** Of the GPUs of a copy, what the weights take. */
  readonly weightShare: number;
  readonly grade: string;
}

/** A served model as placed. */
export interface PlacedServing {
  readonly servingId: string;
  readonly requestsPerSecond: number;
  readonly outputTokens: number;
  readonly outcome: ServingOutcome;
}
