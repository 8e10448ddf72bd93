export const nodeFamilies = ['general', 'compute', 'memory', 'storage', 'gpu', 'accelerator', 'hpc'] as const;
export type NodeFamily = (typeof nodeFamilies)[number];

/** What a node is. Cores and vCPUs are told apart: a vCPU is usually one hardware thread of a core. */
export interface NodeType {
  readonly provider: string;
  /** The provider's own name, e.g. `m7i.xlarge`, `Standard_D4s_v5`, `n2-standard-4`. */
  readonly name: string;
  readonly family: NodeFamily;
  readonly vcpuCount: number | null;
  readonly physicalCoreCount: number | null;
  readonly memoryGib: number | null;
  readonly gpuModel: string | null;
  readonly gpuCount: number;
  readonly gpuMemoryGib: number | null;
  readonly architecture: string | null;
  readonly source: string;
  /** ISO date the fact was read. */
  readonly asOf: string;
}
