import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mostRequestsPerSecond, replicaOf, servingEfficiency, stepSeconds } from './replica.ts';
import { serveRequests, type Requests } from './serve-requests.ts';

/** 7 billion parameters of two bytes on a GPU of 989.4 TFLOPS, 3.35 TB/s and 80 GB. */
const model = { parameterCount: 7e9, bytesPerParameter: 2, kvBytesPerToken: 524_288 };
const h100 = { gpuCount: 1, flopsPerSecond: 989.4e12, bytesPerSecond: 3350e9, memoryBytes: 80e9 };
const replica = replicaOf(model, h100);
const requests = (list: readonly (readonly [arrival: number, prompt: number, output: number])[]): Requests => ({
  arrival: Float64Array.from(list, ([at]) => at), promptTokens: Int32Array.from(list, ([, prompt]) => prompt),
  outputTokens: Int32Array.from(list, ([, , output]) => output),
});

describe('a copy of a model', () => {
  it('is as fast as its roofline', () => {
    // 14 GFLOP a token at half of the peak; 14 GB of weights at four fifths of the bandwidth
    expect(replica.prefillSecondsPerToken).toBeCloseTo(14e9 / (989.4e12 * 0.5), 15);
    expect(replica.weightSeconds).toBeCloseTo(14e9 / (3350e9 * 0.8), 12);
    expect(replica.contextTokens).toBe(Math.floor((72e9 - 14e9) / 524_288));
    expect(servingEfficiency).toEqual({ compute: 0.5, bandwidth: 0.8, memory: 0.9 });
  });

  it('serves one request in its prefill and its steps, one token with the first', () => {
    const { firstToken, lastToken, meanBatch, utilization } = serveRequests(requests([[3, 1000, 4]]), replica, 1);
    const prefill = 1000 * replica.prefillSecondsPerToken;
    const steps = [1000, 1001, 1002].reduce((sum, context) => sum + stepSeconds(replica, 1, context), 0);
    expect(firstToken[0]).toBeCloseTo(prefill, 12);
    expect(lastToken[0]).toBeCloseTo(prefill + steps, 12);
    expect(meanBatch).toBe(1);
    expect(utilization).toBeCloseTo(1, 12);
  });

  it('lets a second request wait for the step at hand, then both share steps', () => {
    const { firstToken } = serveRequests(requests([[0, 1000, 50], [0.001, 1000, 50]]), replica, 1);
    expect(firstToken[1]).toBeCloseTo(2 * 1000 * replica.prefillSecondsPerToken - 0.001, 12);
  });

  it('takes no more requests than memory holds', () => {
    const small = { ...replica, contextTokens: 2000 };
    const { firstToken, lastToken } = serveRequests(requests([[0, 900, 100], [0, 900, 100], [0, 900, 100]]), small, 1);
    expect(firstToken[2]).toBeGreaterThan(Math.min(lastToken[0] ?? 0, lastToken[1] ?? 0));
  });

  it('is stable below its bound and not above: 20,000 requests at 85 and at 130 of 100', () => {
    const bound = mostRequestsPerSecond(replica, 500, 200);
    const waits = (load: number): number => {
      const gap = 1 / (bound * load);
      const even = Array.from({ length: 20_000 }, (_, index) => [index * gap, 500, 200] as const);
      const { firstToken } = serveRequests(requests(even), replica, 1);
      return firstToken[19_999] ?? 0;
    };
    expect(waits(0.85)).toBeLessThan(2);
    expect(waits(1.3)).toBeGreaterThan(20);
  });

  it('does every request once, none faster than alone, and more copies never slow the mean first token much', () => {
    const request = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (stated, copies) => {
        const list = stated.map(([at, prompt, output]) => [at / 50, prompt, output] as const).sort((a, b) => a[0] - b[0]);
        const { firstToken, lastToken, utilization } = serveRequests(requests(list), replica, copies);
        list.forEach(([, prompt, output], index) => {
          expect(firstToken[index]).toBeGreaterThanOrEqual(prompt * replica.prefillSecondsPerToken * (1 - 1e-9));
          expect(lastToken[index]).toBeGreaterThanOrEqual((firstToken[index] ?? 0) + (output - 1) * replica.weightSeconds * (1 - 1e-9));
        });
        expect(utilization).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
