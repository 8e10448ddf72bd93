import type { Money } from '../money/money.ts';
import { sumDecimals, type Decimal } from '../numeric/decimal.ts';
import type { OperatingSystem, Tenancy } from './price-key.ts';
import type { PurchaseOption } from './purchase.ts';

/** What the nodes of a series are billed by: vCPUs, GiB of memory, GPUs, and GiB of local SSD. */
export const nodeComponents = ['vcpu', 'memory', 'gpu', 'local-ssd'] as const;
export type NodeComponent = (typeof nodeComponents)[number];

/**
 * What one series of one region charges per component and hour: on GCP a node type is the sum of what it is made of. A
 * null component is not sold or not known under this purchase option.
 */
export interface ComponentPrice {
  readonly provider: string;
  readonly series: string;
  readonly region: string;
  readonly operatingSystem: OperatingSystem;
  readonly tenancy: Tenancy;
  readonly purchase: PurchaseOption;
  readonly currency: string;
  readonly perHour: Readonly<Record<NodeComponent, Money | null>>;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly asOf: string;
}

/** The components a node type is charged for. */
export interface NodeComposition {
  readonly provider: string;
  readonly nodeType: string;
  readonly series: string;
  readonly counts: Readonly<Record<NodeComponent, number>>;
}

/** Components a node has any of. */
export const componentsOf = ({ counts }: NodeComposition): NodeComponent[] => nodeComponents.filter(component => counts[component] > 0);

/** What an hour of a node costs by its components; null when one of them has no price. [EQ-PRI-3] */
export const sumOfComponents = (composition: NodeComposition, { perHour, currency }: ComponentPrice): Money | null => {
  const amounts: Decimal[] = [];
  for (const component of componentsOf(composition)) {
    const price = perHour[component];
    if (!price) return null;
    amounts.push(price.amount.times(composition.counts[component]));
  }
  return { amount: sumDecimals(amounts), currency };
};
