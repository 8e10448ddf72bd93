import type { Machine } from '../machine/machine.ts';
import type { BatchPolicy, BatchPolicyName } from './batch-policy.ts';
import { ConservativeBackfilling } from './conservative.ts';
import type { FairShareOptions } from './department-usage.ts';
import { EasyBackfilling } from './easy.ts';
import { FairShare } from './fair-share.ts';
import { FirstComeFirstServed } from './fcfs.ts';
import { ShortestJobFirst } from './shortest-job-first.ts';

export const makePolicy = (name: BatchPolicyName, machine: Machine, fairShare: FairShareOptions): BatchPolicy => {
  switch (name) {
    case 'fcfs': return new FirstComeFirstServed(machine);
    case 'easy': return new EasyBackfilling(machine);
    case 'conservative': return new ConservativeBackfilling(machine);
    case 'sjf': return new ShortestJobFirst(machine);
    case 'fair-share': return new FairShare(machine, fairShare);
  }
};
