import { describeModelPage } from '../../test/model-page.ts';
import { mostRequestsPerSecond, replicaOf, stepSeconds } from './replica.ts';

const replica = replicaOf(
  { parameterCount: 7e9, bytesPerParameter: 2, kvBytesPerToken: 524_288 },
  { gpuCount: 1, flopsPerSecond: 989.4e12, bytesPerSecond: 3350e9, memoryBytes: 80e9 },
);

describeModelPage('serving', {
  prefill: tokens => (Number(tokens) * replica.prefillSecondsPerToken).toFixed(6),
  step: (requests, context) => stepSeconds(replica, Number(requests), Number(context)).toFixed(6),
  fits: () => String(replica.contextTokens),
  most: (prompt, output) => mostRequestsPerSecond(replica, Number(prompt), Number(output)).toFixed(2),
});
