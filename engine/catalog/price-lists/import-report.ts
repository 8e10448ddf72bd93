import type { Issue } from '../../issue/issue.ts';
import type { ImportedPrice } from './imported-price.ts';

export const priceListFormats = ['aws-ec2-offers', 'aws-savings-plans', 'azure-retail-prices', 'gcp-skus', 'own-prices'] as const;
export type PriceListFormat = (typeof priceListFormats)[number];

/** Why a row gave no price. The report counts each and names the first row. */
export const skipReasons = [
  /** Not wanted: another region, node type, operating system or tenancy. */
  'not-wanted',
  /** No price of a node's hour: storage, transfer, licence, another service. */
  'not-a-node',
  /** The list names no price, or 0: not on offer. Never a price of zero. */
  'not-offered',
  /** An own price of 0 that does not say its source. */
  'zero-without-source',
  'other-operating-system',
  'other-software',
  'other-location',
  'other-market',
  'other-term',
  'capacity-reservation',
  'dedicated-host',
  /** Azure's predecessor of spot, for batch pools only. */
  'low-priority',
  /** A reservation or plan covers the machine, not the licence on top. */
  'license-not-covered',
  'secondary-meter',
  /** A price for development and test subscriptions. */
  'dev-test',
  /** Several prices by quantity: no price of one node-hour. */
  'tiered',
  /** A reservation of which only one of its two legs is in the list. */
  'leg-missing',
  /** A GCP component that is no part of a wanted node type. */
  'component-not-used',
  /** The same price once more. */
  'stated-twice',
  /** Another price for what an earlier row has priced. */
  'stated-differently',
  /** A row that cannot be read: an issue says why. */
  'unreadable',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export interface SkippedRows {
  readonly reason: SkipReason;
  readonly count: number;
  /** Number of the first such row: line of a CSV file, item of a JSON list; from 1. */
  readonly firstRow: number;
}

/** What was read of a price list. Rows read = rows taken + rows skipped. */
export interface PriceListReport {
  /** Null when the file is no price list. */
  readonly format: PriceListFormat | null;
  /** The provider's own name of the list, e.g. `AmazonEC2`. */
  readonly listName: string;
  /** The provider's version, e.g. `20260422194203`; empty when the list states none. */
  readonly listVersion: string;
  /** ISO date; empty when the list states none. */
  readonly publishedOn: string;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  /** In the order of `skipReasons`. */
  readonly skipped: readonly SkippedRows[];
  /** Wanted node types that the list prices only in part, e.g. a GCP type without a price of its memory. */
  readonly unpriced: readonly string[];
}

/** The result of reading a list. With an issue of severity `error` none of its prices may be used. */
export interface PriceListReading {
  readonly report: PriceListReport;
  readonly prices: readonly ImportedPrice[];
  /** At most `maximumIssueCount`, the first ones. */
  readonly issues: readonly Issue[];
}

export const maximumIssueCount = 100;
