import { listNodeTypes, type NodeFilter, type NodeOffer } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { optionalNumber, optionalText } from './argument.ts';
import { CellError } from './cell-error.ts';
import { currentPrices } from './current-prices.ts';

const header = [
  'Provider', 'Region', 'NodeType', 'VCpu', 'MemoryGiB', 'GpuModel', 'GpuCount', 'UnitPrice', 'Currency', 'Basis', 'Source', 'AsOf',
];

/**
 * Node types that satisfy every condition given, cheapest first, one row for each region, below a header row. A price
 * that is not known is empty and stands last. Prices are on-demand, Linux, per node-hour.
 * @customfunction NODES
 * @param [provider] Provider, such as aws; all when omitted.
 * @param [region] Region by the provider's own name; all when omitted.
 * @param [minVcpu] At least so many vCPUs.
 * @param [minMemoryGib] At least so much memory, in GiB.
 * @param [gpuModel] GPU model or a part of its name, such as A100.
 * @param [minGpus] At least so many GPUs.
 * @param [maxPrice] At most this price per node-hour, in USD.
 * @returns Table of node types.
 */
export function nodes(
  provider?: string,
  region?: string,
  minVcpu?: number,
  minMemoryGib?: number,
  gpuModel?: string,
  minGpus?: number,
  maxPrice?: number,
): any[][] { // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  const filter = nodeFilter({
    provider: optionalText('provider', provider),
    region: optionalText('region', region),
    minVcpu: optionalNumber('minVcpu', minVcpu, { minimum: 0 }),
    minMemoryGib: optionalNumber('minMemoryGib', minMemoryGib, { minimum: 0 }),
    gpuModel: optionalText('gpuModel', gpuModel),
    minGpus: optionalNumber('minGpus', minGpus, { minimum: 0 }),
    maxPrice: optionalNumber('maxPrice', maxPrice, { minimum: 0 }),
  });
  const offers = listNodeTypes(currentPrices().book, filter);
  if (offers.length === 0) throw new CellError('notAvailable', translate('no-node-type-matches'));
  return [header, ...offers.map(offerRow)];
}

type GivenFilter = { readonly [Key in keyof NodeFilter]: NodeFilter[Key] | null };

/** A condition that was not given is no condition. */
const nodeFilter = (given: GivenFilter): NodeFilter =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));

const offerRow = ({ nodeType, region, price }: NodeOffer): (string | number)[] => [
  nodeType.provider,
  region ?? '',
  nodeType.name,
  nodeType.vcpuCount ?? '',
  nodeType.memoryGib ?? '',
  nodeType.gpuModel ?? '',
  nodeType.gpuCount,
  price?.effectivePerHour.amount.toNumber() ?? '',
  price?.effectivePerHour.currency ?? '',
  price?.basis ?? '',
  price?.source ?? '',
  price?.asOf ?? '',
];
