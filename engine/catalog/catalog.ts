import type { ComponentPrice, NodeComposition } from './component-price.ts';
import type { DiscountAssumption } from './discount-assumption.ts';
import type { ExitRule } from './exit-rule.ts';
import type { ListedPrice } from './listed-price.ts';
import type { NodeType } from './node-type.ts';
import type { Allowance, TierTable } from './tier-table.ts';

/** What providers offer, as read on given dates: facts with their sources, and assumptions marked as such. */
export interface Catalog {
  /** ISO date of the newest fact: what `CLOUD.CATALOGDATE()` answers. */
  readonly date: string;
  readonly nodeTypes: readonly NodeType[];
  readonly prices: readonly ListedPrice[];
  readonly componentPrices: readonly ComponentPrice[];
  readonly compositions: readonly NodeComposition[];
  readonly discounts: readonly DiscountAssumption[];
  readonly tierTables: readonly TierTable[];
  readonly allowances: readonly Allowance[];
  readonly exitRules: readonly ExitRule[];
}

/** The node type of that provider and name, in any letter case. */
export const findNodeType = (catalog: Catalog, provider: string, name: string): NodeType | undefined => {
  const wantedProvider = provider.toLowerCase();
  const wantedName = name.toLowerCase();
  return catalog.nodeTypes.find(
    nodeType => nodeType.provider.toLowerCase() === wantedProvider && nodeType.name.toLowerCase() === wantedName,
  );
};
