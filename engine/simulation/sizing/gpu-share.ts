import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { nearestNames } from '../../catalog/nearest-names.ts';

/** Ways in which several guests use one GPU. */
export const gpuModes = ['passthrough', 'mig', 'time-slice', 'mps'] as const;
export type GpuMode = (typeof gpuModes)[number];

interface Slices {
  /** Seventh or fourth parts of the multiprocessors. */
  readonly compute: number;
  readonly most: number;
}

/** Profiles of Multi-Instance GPU: parts of the whole, and most instances (NVIDIA MIG User Guide, supported profiles). */
const sevenths = (names: readonly [string, string, string, string, string, string]): Readonly<Record<string, Slices>> => ({
  [names[0]]: { compute: 1, most: 7 },
  [names[1]]: { compute: 1, most: 4 },
  [names[2]]: { compute: 2, most: 3 },
  [names[3]]: { compute: 3, most: 2 },
  [names[4]]: { compute: 4, most: 1 },
  [names[5]]: { compute: 7, most: 1 },
});
const of80 = sevenths(['1g.10gb', '1g.20gb', '2g.20gb', '3g.40gb', '4g.40gb', '7g.80gb']);

interface Partitions {
  readonly parts: number;
  readonly profiles: Readonly<Record<string, Slices>>;
}

const partitions: Readonly<Record<string, Partitions>> = {
  'a30': {
    parts: 4,
    profiles: { '1g.6gb': { compute: 1, most: 4 }, '2g.12gb': { compute: 2, most: 2 }, '4g.24gb': { compute: 4, most: 1 } },
  },
  'a100-40gb': {
    parts: 7,
    profiles: sevenths(['1g.5gb', '1g.10gb', '2g.10gb', '3g.20gb', '4g.20gb', '7g.40gb']),
  },
  'a100-80gb': { parts: 7, profiles: of80 },
  'h100': { parts: 7, profiles: of80 },
  'h200': { parts: 7, profiles: sevenths(['1g.18gb', '1g.35gb', '2g.35gb', '3g.71gb', '4g.71gb', '7g.141gb']) },
  'b200': { parts: 7, profiles: sevenths(['1g.23gb', '1g.45gb', '2g.45gb', '3g.90gb', '4g.90gb', '7g.180gb']) },
};

/** Time a guest loses by passing the GPU through the hypervisor (Walters et al. 2014: KVM 98 to 100 % of bare metal). */
const passthroughLoss = 0.01;

/** `NVIDIA H100 SXM` and `h100` are the same; so are `A100 80GB` and `a100-80gb`. */
const partitionsOf = (gpu: string): Partitions | undefined => {
  const name = gpu.toLowerCase().replace(/^nvidia[ -]/, '');
  if (/^a100/.test(name)) return partitions[/\b40 ?gb/.test(name.replace('-', ' ')) ? 'a100-40gb' : 'a100-80gb'];
  return partitions[/^(a30|h100|h200|b200)\b/.exec(name)?.[1] ?? ''];
};

/**
 * Part of one GPU's computing that `count` guests can use together. [EQ-SIZ-6] Passed through it serves one guest; cut
 * into instances, what no instance takes is stranded; sliced by time or shared by MPS all of it can be used, but nobody
 * is sure of a part. Reports `gpu-not-shareable` for what the hardware cannot do, `unknown-gpu-profile`.
 */
export const gpuShare = (gpu: string, mode: GpuMode, profile: string | null, count: number): Result<number> => {
  const impossible = (most: number) => fail(makeIssue('gpu-not-shareable', { gpu, mode, profile: profile ?? '', count, most }));
  if (mode === 'passthrough') return count > 1 ? impossible(1) : ok(count * (1 - passthroughLoss));
  if (mode !== 'mig') return ok(count > 0 ? 1 : 0);
  const cut = partitionsOf(gpu);
  if (!cut) return impossible(0);
  const slices = cut.profiles[profile?.toLowerCase() ?? ''];
  if (!slices) {
    const known = Object.keys(cut.profiles);
    const suggestion = nearestNames(profile ?? '', known).join(', ');
    return fail(makeIssue('unknown-gpu-profile', { gpu, profile: profile ?? '', suggestion, known: known.join(', ') }));
  }
  return count > slices.most ? impossible(slices.most) : ok((count * slices.compute) / cut.parts);
};
