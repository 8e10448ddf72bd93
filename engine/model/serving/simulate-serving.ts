import type { Accelerator } from '../../catalog/accelerator.ts';
import { RandomStream } from '../../numeric/random/random-stream.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import { mostRequestsPerSecond, replicaOf, type Replica, type ServingGpus } from '../../simulation/inference/replica.ts';
import { serveRequests, type Requests, type Served } from '../../simulation/inference/serve-requests.ts';
import type { Percentiles, ServingOutcome } from '../../report/serving-outcome.ts';
import type { PlannedServing } from './read-serving.ts';

/** An hour of requests, but no more than these: percentiles of a few thousand are steady. */
const mostRequests = 20_000;
const [bytesPerGb, flopsPerTflop] = [1e9, 1e12];

export const gpusOf = ({ memoryGb, tflops, bandwidthGbPerSecond }: Accelerator, gpuCount: number): ServingGpus => ({
  gpuCount,
  flopsPerSecond: (tflops.half ?? 0) * flopsPerTflop,
  bytesPerSecond: bandwidthGbPerSecond * bytesPerGb,
  memoryBytes: memoryGb * bytesPerGb,
});

/** Requests of an hour as they come, by the seed alone. */
const drawRequests = ({ requestsPerSecond, promptTokens, outputTokens, hasRandomLengths }: PlannedServing, seed: number): Requests => {
  const count = Math.max(1, Math.min(mostRequests, Math.round(requestsPerSecond * secondsPerHour)));
  const stream = new RandomStream(seed, 0);
  const length = (mean: number): number => Math.max(1, Math.round(hasRandomLengths ? stream.exponential() * mean : mean));
  const requests = { arrival: new Float64Array(count), promptTokens: new Int32Array(count), outputTokens: new Int32Array(count) };
  let now = 0;
  for (let index = 0; index < count; index += 1) {
    now += stream.exponential() / requestsPerSecond;
    requests.arrival[index] = now;
    requests.promptTokens[index] = length(promptTokens);
    requests.outputTokens[index] = length(outputTokens);
  }
  return requests;
};

const percentiles = (values: Float64Array): Percentiles => {
  const sorted = values.slice().sort();
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
};

/** The fewest copies whose first tokens come in time, by doubling and halving; null when so many do not do it either. */
const fewestCopies = (serve: (copies: number) => Served, least: number, targetSeconds: number): number | null => {
  const keeps = (copies: number): boolean => percentiles(serve(copies).firstToken).p95 <= targetSeconds;
  let [low, high] = [least - 1, least];
  while (!keeps(high)) {
    if (high > 64 * least) return null;
    [low, high] = [high, high * 2];
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (keeps(middle)) high = middle;
    else low = middle;
  }
  return high;
};

/**
 * An hour of requests, or those of a trace, on the copies stated, or on the fewest that keep the target. Null when no number
 * of copies keeps it: a prompt alone takes longer. A model that does not fit memory is not asked about.
 */
export const simulateServing = (
  serving: PlannedServing,
  accelerator: Accelerator,
  copiesPerNode: number,
  seed: number,
): ServingOutcome | null => {
  const { promptTokens, outputTokens, requestsPerSecond, model, gpusPerCopy, targetSeconds } = serving;
  const gpus = gpusOf(accelerator, gpusPerCopy);
  const replica: Replica = replicaOf(model, gpus);
  const requests = serving.trace ?? drawRequests(serving, seed);
  const serve = (copies: number): Served => serveRequests(requests, replica, copies);
  const most = mostRequestsPerSecond(replica, promptTokens, outputTokens);
  const least = Math.max(1, Math.floor(requestsPerSecond / most));
  const copies = serving.copies ?? fewestCopies(serve, least, targetSeconds);
  if (copies === null) return null;
  const served = serve(copies);
  const { firstToken, lastToken, utilization, meanBatch, seconds } = served;
  const stepsOf = (index: number): number => Math.max(1, (requests.outputTokens[index] as number) - 1);
  const perToken = lastToken.map((last, index) => (last - (firstToken[index] as number)) / stepsOf(index));
  return {
    copies,
    nodes: Math.ceil(copies / copiesPerNode),
    requestCount: firstToken.length,
    firstToken: percentiles(firstToken),
    perToken: percentiles(perToken),
    whole: percentiles(lastToken),
    outputTokensPerSecond: requests.outputTokens.reduce((sum, tokens) => sum + tokens, 0) / Math.max(seconds, 1e-9),
    utilization,
    meanBatch,
    load: requestsPerSecond / (most * copies),
    weightShare: (model.parameterCount * model.bytesPerParameter) / (gpus.memoryBytes * gpusPerCopy),
    grade: accelerator.grade,
  };
};
