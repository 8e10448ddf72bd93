import { findPrice, parsePurchase, resolveNodeType, type FarmWork, type Money, type ResolvedNodeType } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { answer } from './answer.ts';
import { numberArgument, optionalNumber, optionalText, textArgument, type Argument } from './argument.ts';
import { CellError } from './cell-error.ts';
import { currentPrices } from './current-prices.ts';

export interface FarmArguments {
  readonly work: Argument;
  readonly bootSeconds: Argument;
  readonly efficiency: Argument;
  readonly sigma: Argument;
  readonly kappa: Argument;
}

/** `provider/region/type`, or the bare type where there is only one of that name. */
export const nodeTypeArgument = (value: Argument): ResolvedNodeType =>
  answer(resolveNodeType(currentPrices().book, textArgument('nodeType', value)));

export const nodeCountArgument = (name: string, value: Argument): number =>
  numberArgument(name, value, { minimum: 1, isWhole: true });

/** The job as the engine wants it. Work counts physical cores, or GPUs on a node type that has them. */
export function farmWork(given: FarmArguments, { nodeType }: ResolvedNodeType): FarmWork {
  const coresPerNode = nodeType.gpuCount > 0 ? nodeType.gpuCount : nodeType.physicalCoreCount;
  if (coresPerNode === null) throw new CellError('notAvailable', translate('cores-unknown', { nodeType: nodeType.name }));
  return {
    workHours: numberArgument('work', given.work, { moreThan: 0 }),
    coresPerNode,
    bootSeconds: optionalNumber('bootSeconds', given.bootSeconds, { minimum: 0 }) ?? 0,
    efficiency: optionalNumber('efficiency', given.efficiency, { moreThan: 0, maximum: 1 }) ?? 1,
    sigma: optionalNumber('sigma', given.sigma, { minimum: 0, maximum: 1 }) ?? 0,
    kappa: optionalNumber('kappa', given.kappa, { minimum: 0, maximum: 1 }) ?? 0,
  };
}

/** Effective price of one node for one hour, Linux on shared hardware. */
export function nodeHourPrice({ provider, region, nodeType }: ResolvedNodeType, purchase: Argument): Money {
  const option = answer(parsePurchase(optionalText('purchase', purchase) ?? 'on-demand'));
  const query = { provider, region, nodeType: nodeType.name, operatingSystem: 'linux', tenancy: 'shared', purchase: option } as const;
  return answer(findPrice(currentPrices().book, query)).effectivePerHour;
}

/** Billed in started steps of so many seconds; by the second when omitted. */
export const quantumArgument = (value: Argument): number =>
  optionalNumber('quantumSeconds', value, { minimum: 1, isWhole: true }) ?? 1;
