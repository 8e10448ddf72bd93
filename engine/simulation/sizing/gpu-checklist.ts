/** What work on shared GPUs needs of a node, and what the node has; null: not known, or not asked. */
export interface GpuNeeds {
  readonly guests: number;
  readonly diskMbPerSecond: number;
  readonly networkGbps: number;
  readonly resultGib: number;
}

export interface GpuHost {
  readonly vcpuCount: number | null;
  readonly gpuCount: number;
  readonly hasCuda: boolean | null;
  readonly hasPassthrough: boolean | null;
  /** The card, and its driver, serve guests of several operating systems at once. */
  readonly hasMultiOs: boolean | null;
  readonly diskMbPerSecond: number | null;
  readonly networkGbps: number | null;
  readonly storageGib: number | null;
}

export type ChecklistPoint = 'CUDA' | 'passthrough' | 'several systems' | 'vCPUs' | 'disks' | 'network' | 'results';

export interface ChecklistAnswer {
  readonly point: ChecklistPoint;
  readonly needed: number | null;
  readonly available: number | null;
  /** Null: what the node has is not known. */
  readonly holds: boolean | null;
}

/** Nothing less counts as a network for results of several nodes: 10 Gb/s Ethernet, or InfiniBand. */
const leastNetworkGbps = 10;

/**
 * The seven questions before GPUs are shared between guests: each must hold, none makes up for another. Several systems are
 * asked of more than one guest alone; a GPU passed through serves one guest, so there must be one for each.
 */
export const gpuChecklist = (needs: GpuNeeds, host: GpuHost): ChecklistAnswer[] => {
  const flag = (value: boolean | null): Pick<ChecklistAnswer, 'needed' | 'available' | 'holds'> => ({ needed: null, available: null, holds: value });
  const amount = (needed: number, available: number | null): Pick<ChecklistAnswer, 'needed' | 'available' | 'holds'> =>
    ({ needed, available, holds: available === null ? null : available >= needed });
  const throughAll = host.hasPassthrough === null ? null : host.hasPassthrough && host.gpuCount >= needs.guests;
  return [
    { point: 'CUDA', ...flag(host.hasCuda) },
    { point: 'passthrough', needed: needs.guests, available: host.gpuCount, holds: throughAll },
    { point: 'several systems', ...flag(needs.guests > 1 ? host.hasMultiOs : true) },
    { point: 'vCPUs', ...amount(needs.guests, host.vcpuCount) },
    { point: 'disks', ...amount(needs.diskMbPerSecond, host.diskMbPerSecond) },
    { point: 'network', ...amount(Math.max(needs.networkGbps, leastNetworkGbps), host.networkGbps) },
    { point: 'results', ...amount(needs.resultGib, host.storageGib) },
  ];
};
