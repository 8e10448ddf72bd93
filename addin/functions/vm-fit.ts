import { vmFit as fitOf } from '../../engine/index.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * Virtual machines of one kind that fit on a host: the least of what its cores, its memory and its GPUs allow.
 * @customfunction VMFIT
 * @param cores Cores of the host.
 * @param ratio vCPUs promised for each core: 1 for heavy computing, 4 or more for servers that mostly wait.
 * @param memoryGib Memory of the host, GiB.
 * @param reservedGib Memory the hypervisor keeps, GiB.
 * @param vcpu vCPUs of one virtual machine.
 * @param vmGib Memory of one virtual machine, GiB.
 * @param [gpus] GPUs of the host; 0 when omitted.
 * @param [gpusPerVm] GPUs of one virtual machine; 0 when omitted.
 * @returns Number of virtual machines.
 */
export function vmFit(
  cores: number,
  ratio: number,
  memoryGib: number,
  reservedGib: number,
  vcpu: number,
  vmGib: number,
  gpus?: number,
  gpusPerVm?: number,
): number {
  return fitOf({
    hostCores: numberArgument('cores', cores, { moreThan: 0 }),
    vcpuPerCore: numberArgument('ratio', ratio, { moreThan: 0 }),
    hostMemoryGib: numberArgument('memoryGib', memoryGib, { moreThan: 0 }),
    reservedMemoryGib: numberArgument('reservedGib', reservedGib, { minimum: 0 }),
    vcpuPerGuest: numberArgument('vcpu', vcpu, { moreThan: 0 }),
    memoryGibPerGuest: numberArgument('vmGib', vmGib, { moreThan: 0 }),
    hostGpus: optionalNumber('gpus', gpus, { minimum: 0 }) ?? 0,
    gpusPerGuest: optionalNumber('gpusPerVm', gpusPerVm, { minimum: 0 }) ?? 0,
  }).count;
}
