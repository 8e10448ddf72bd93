import { jobCost as costOfJob } from '../../engine/index.ts';
import { farmWork, nodeCountArgument, nodeHourPrice, nodeTypeArgument, quantumArgument } from './farm-argument.ts';

/**
 * Cost of a job that any number of nodes can share, start-up and billing steps included.
 * @customfunction JOBCOST
 * @param work Total work in physical-core-hours, or in GPU-hours for a node type with GPUs.
 * @param nodeType provider/region/type, such as aws/us-east-1/c7i.8xlarge, or the type alone where it is the only one.
 * @param nodes Number of nodes.
 * @param [purchase] on-demand (the default), spot, or a commitment such as reserved-1y-no-upfront or compute-sp-3y-all-upfront.
 * @param [bootSeconds] Seconds a node needs to start; 0 when omitted.
 * @param [quantumSeconds] Each node is billed in started steps of so many seconds; 1 when omitted, 3600 for hours.
 * @param [efficiency] Share of a core or GPU that does useful work; 1 when omitted.
 * @param [sigma] Contention (serial share) of the universal scalability law; 0 when omitted.
 * @param [kappa] Crosstalk of the universal scalability law; 0 when omitted.
 * @returns Amount of money.
 */
export function jobCost(
  work: number,
  nodeType: string,
  nodes: number,
  purchase?: string,
  bootSeconds?: number,
  quantumSeconds?: number,
  efficiency?: number,
  sigma?: number,
  kappa?: number,
): number {
  const resolved = nodeTypeArgument(nodeType);
  return costOfJob({
    work: farmWork({ work, bootSeconds, efficiency, sigma, kappa }, resolved),
    nodeCount: nodeCountArgument('nodes', nodes),
    pricePerNodeHour: nodeHourPrice(resolved, purchase),
    quantumSeconds: quantumArgument(quantumSeconds),
  }).amount.toNumber();
}
