/** A model as it is served. */
export interface ServedModel {
  readonly parameterCount: number;
  readonly bytesPerParameter: number;
  /** Of keys and values kept for each token of a request. */
  readonly kvBytesPerToken: number;
}

/** GPUs that serve one copy of it together. */
export interface ServingGpus {
  readonly gpuCount: number;
  readonly flopsPerSecond: number;
  readonly bytesPerSecond: number;
  readonly memoryBytes: number;
}

/** Parts of the peaks that serving reaches, and of the memory it may fill (A-SRV-1 to A-SRV-3). */
export const servingEfficiency = { compute: 0.5, bandwidth: 0.8, memory: 0.9 } as const;

/** Speeds of one copy. */
export interface Replica {
  readonly prefillSecondsPerToken: number;
  /** To read all weights once: each step of decoding takes at least that. */
  readonly weightSeconds: number;
  /** To read what is kept of a token of context. */
  readonly contextSecondsPerToken: number;
  /** To compute one token of one request. */
  readonly computeSecondsPerToken: number;
  /** Tokens of all its requests that fit into memory beside the weights; below 1 the model does not fit. */
  readonly contextTokens: number;
}

/** By the roofline: computing bounds prefill, reading weights and context bounds decoding. [EQ-SRV-1] to [EQ-SRV-4] */
export const replicaOf = ({ parameterCount, bytesPerParameter, kvBytesPerToken }: ServedModel, gpus: ServingGpus): Replica => {
  const flops = gpus.flopsPerSecond * gpus.gpuCount * servingEfficiency.compute;
  const bandwidth = gpus.bytesPerSecond * gpus.gpuCount * servingEfficiency.bandwidth;
  const weights = parameterCount * bytesPerParameter;
  const secondsPerToken = (2 * parameterCount) / flops;
  return {
    prefillSecondsPerToken: secondsPerToken,
    weightSeconds: weights / bandwidth,
    contextSecondsPerToken: kvBytesPerToken / bandwidth,
    computeSecondsPerToken: secondsPerToken,
    contextTokens: Math.floor((gpus.memoryBytes * gpus.gpuCount * servingEfficiency.memory - weights) / kvBytesPerToken),
  };
};

/** Seconds of a step that gives each of some requests a token, with so many tokens of context in all. */
export const stepSeconds = (replica: Replica, requests: number, context: number): number =>
  Math.max(replica.weightSeconds + context * replica.contextSecondsPerToken, requests * replica.computeSecondsPerToken);

/**
 * Requests a second of one copy at most, when memory is full of them: each takes its prefill alone and its share of the steps
 * of a full batch. Above it the queue grows without end. [EQ-SRV-5]
 */
export const mostRequestsPerSecond = (replica: Replica, promptTokens: number, outputTokens: number): number => {
  const batch = Math.max(1, Math.floor(replica.contextTokens / (promptTokens + outputTokens)));
  const context = batch * (promptTokens + outputTokens / 2);
  const perRequest = promptTokens * replica.prefillSecondsPerToken + (outputTokens * stepSeconds(replica, batch, context)) / batch;
  return 1 / perRequest;
};
