/** One stream of usage that a price list bills by itself: the nodes of one kind, or one kind of component on GCP. */
export interface UsageMeter {
  /** Which account runs it: an index of the caller's. */
  readonly account: number;
  /** Whole seconds used in each hour of the plan: node-seconds, or vCPU-, GiB- or GPU-seconds. */
  readonly secondsByHour: Float64Array;
}
