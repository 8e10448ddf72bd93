import { tightestLimit, type TightestLimit } from './tightest-limit.ts';
import { unitsWithin } from './whole-units.ts';

/** A host and what each of its guests is promised. */
export interface GuestFit {
  readonly hostCores: number;
  /** vCPUs promised for each core: 1 for computing without idle time, more for guests that mostly wait. */
  readonly vcpuPerCore: number;
  readonly hostMemoryGib: number;
  /** Memory the hypervisor or the host's own system keeps. */
  readonly reservedMemoryGib: number;
  readonly vcpuPerGuest: number;
  /** Application and guest system; a container has no system of its own. */
  readonly memoryGibPerGuest: number;
  readonly hostGpus?: number;
  readonly gpusPerGuest?: number;
}

/** Guests of one kind on a host: the least of what cores, memory and GPUs allow, and which of them binds. [EQ-SIZ-4] */
export const vmFit = (fit: GuestFit): TightestLimit => {
  const { hostGpus = 0, gpusPerGuest = 0 } = fit;
  return tightestLimit([
    { resource: 'cores', count: unitsWithin((fit.hostCores * fit.vcpuPerCore) / fit.vcpuPerGuest) },
    { resource: 'memory', count: unitsWithin((fit.hostMemoryGib - fit.reservedMemoryGib) / fit.memoryGibPerGuest) },
    { resource: 'gpus', count: gpusPerGuest > 0 ? unitsWithin(hostGpus / gpusPerGuest) : null },
  ]);
};
