import { nearestNames } from '../../catalog/nearest-names.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { PriceBook } from '../../pricing/price-book.ts';
import type { Locator } from '../plan.ts';

interface AskedNodeType {
  readonly provider: string;
  readonly nodeType: string;
  readonly at: Locator;
}

/** A node type nobody knows, with the nearest that is known. */
export const unknownNodeType = ({ provider, nodeType, at }: AskedNodeType, book: PriceBook): Issue => {
  const all = [...book.nodeTypes.values()].map(each => each.nodeType);
  const own = all.filter(each => each.provider.toLowerCase() === provider.toLowerCase()).map(({ name }) => name);
  const suggestion = nearestNames(nodeType, own, 1)[0] ?? '';
  return makeIssue('unknown-node-type', { provider, nodeType, suggestion }, { location: at('NodeType') });
};
