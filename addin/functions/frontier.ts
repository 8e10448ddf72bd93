import { frontier as pointsOf, frontierNodeCounts } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { optionalNumber } from './argument.ts';
import { CellError } from './cell-error.ts';
import { farmWork, nodeCountArgument, nodeHourPrice, nodeTypeArgument, quantumArgument } from './farm-argument.ts';

const header = ['Nodes', 'Hours', 'Cost', 'IsEfficient'];

/**
 * Time against money: what a job takes and costs on different numbers of nodes, below a header row. A point is
 * efficient when no other is as fast and cheaper, or as cheap and faster.
 * @customfunction FRONTIER
 * @param work Total work in physical-core-hours, or in GPU-hours for a node type with GPUs.
 * @param nodeType provider/region/type, such as aws/us-east-1/c7i.8xlarge, or the type alone where it is the only one.
 * @param minNodes Fewest nodes.
 * @param maxNodes Most nodes.
 * @param [steps] Points at most, spaced by ratio; 20 when omitted.
 * @param [purchase] on-demand (the default), spot, or a commitment such as reserved-1y-no-upfront or compute-sp-3y-all-upfront.
 * @param [bootSeconds] Seconds a node needs to start; 0 when omitted.
 * @param [quantumSeconds] Each node is billed in started steps of so many seconds; 1 when omitted, 3600 for hours.
 * @param [efficiency] Share of a core or GPU that does useful work; 1 when omitted.
 * @param [sigma] Contention (serial share) of the universal scalability law; 0 when omitted.
 * @param [kappa] Crosstalk of the universal scalability law; 0 when omitted.
 * @returns Table of nodes, hours and cost.
 */
export function frontier(
  work: number,
  nodeType: string,
  minNodes: number,
  maxNodes: number,
  steps?: number,
  purchase?: string,
  bootSeconds?: number,
  quantumSeconds?: number,
  efficiency?: number,
  sigma?: number,
  kappa?: number,
): any[][] { // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  const resolved = nodeTypeArgument(nodeType);
  const fewest = nodeCountArgument('minNodes', minNodes);
  const most = nodeCountArgument('maxNodes', maxNodes);
  if (most < fewest) throw new CellError('invalidValue', translate('range-reversed', { lower: 'minNodes', upper: 'maxNodes' }));
  const points = pointsOf({
    work: farmWork({ work, bootSeconds, efficiency, sigma, kappa }, resolved),
    nodeCounts: frontierNodeCounts(fewest, most, optionalNumber('steps', steps, { minimum: 1, maximum: 1000, isWhole: true }) ?? 20),
    pricePerNodeHour: nodeHourPrice(resolved, purchase),
    quantumSeconds: quantumArgument(quantumSeconds),
  });
  const rows = points.map(point => [point.nodeCount, point.hours, point.cost.amount.toNumber(), point.isEfficient]);
  return [header, ...rows];
}
