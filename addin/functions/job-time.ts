import { jobTime as timeOfJob } from '../../engine/index.ts';
import { farmWork, nodeCountArgument, nodeTypeArgument } from './farm-argument.ts';

/**
 * Hours a job takes that any number of nodes can share, start-up included.
 * @customfunction JOBTIME
 * @param work Total work in physical-core-hours, or in GPU-hours for a node type with GPUs.
 * @param nodeType provider/region/type, such as aws/us-east-1/c7i.8xlarge, or the type alone where it is the only one.
 * @param nodes Number of nodes.
 * @param [bootSeconds] Seconds a node needs to start; 0 when omitted.
 * @param [sigma] Contention (serial share) of the universal scalability law; 0 when omitted.
 * @param [kappa] Crosstalk of the universal scalability law; 0 when omitted.
 * @param [efficiency] Share of a core or GPU that does useful work; 1 when omitted.
 * @returns Hours.
 */
export function jobTime(
  work: number,
  nodeType: string,
  nodes: number,
  bootSeconds?: number,
  sigma?: number,
  kappa?: number,
  efficiency?: number,
): number {
  const job = farmWork({ work, bootSeconds, efficiency, sigma, kappa }, nodeTypeArgument(nodeType));
  return timeOfJob(job, nodeCountArgument('nodes', nodes));
}
