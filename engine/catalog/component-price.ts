import type { Money } from '../money/money.ts';
import type { OperatingSystem, Tenancy } from './price-key.ts';
import type { PurchaseOption } from './purchase.ts';

/**
 * What one series of one region charges per component and hour: GCP sells vCPUs and GiB of memory, a node type is their
 * sum. A null component is not sold or not known under this purchase option.
 */
export interface ComponentPrice {
  readonly provider: string;
  readonly series: string;
  readonly region: string;
  readonly operatingSystem: OperatingSystem;
  readonly tenancy: Tenancy;
  readonly purchase: PurchaseOption;
  readonly perVcpuHour: Money;
  readonly perMemoryGibHour: Money;
  readonly perGpuHour: Money | null;
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
  readonly vcpuCount: number;
  readonly memoryGib: number;
  readonly gpuCount: number;
}
