import type { NodeType } from '../catalog/node-type.ts';
import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { knownProviders, unknownNodeType, unknownProvider, unknownRegion } from './explain-missing-price.ts';
import { nodeTypeKey, type PriceBook } from './price-book.ts';

/** A node type in a region, as `provider/region/type` names it. */
export interface ResolvedNodeType {
  readonly provider: string;
  readonly region: string;
  readonly nodeType: NodeType;
}

/**
 * Reads `provider/region/type`, or a bare `type` when one provider offers it in one region. Reports
 * `ambiguous-node-type` with the choices, `unknown-node-type` with the nearest name, `unknown-provider`,
 * `unknown-region`.
 */
export const resolveNodeType = (book: PriceBook, text: string): Result<ResolvedNodeType> => {
  const parts = text.trim().split('/').map(part => part.trim());
  const [provider, region, name] = parts;
  if (parts.length === 3 && provider !== undefined && region !== undefined && name !== undefined) {
    return resolveFull(book, provider, region, name);
  }
  const wanted = parts.join('/').toLowerCase();
  const found: ResolvedNodeType[] = [];
  for (const { nodeType, regions } of book.nodeTypes.values()) {
    if (nodeType.name.toLowerCase() !== wanted) continue;
    for (const each of regions) found.push({ provider: nodeType.provider, region: each, nodeType });
  }
  const [only] = found;
  if (!only) return fail(unknownNodeType(book, '', text));
  if (found.length === 1) return ok(only);
  const choices = found.map(each => `${each.provider}/${each.region}/${each.nodeType.name}`);
  return fail(makeIssue('ambiguous-node-type', { nodeType: text, choices: choices.join(', ') }));
};

const resolveFull = (book: PriceBook, provider: string, region: string, name: string): Result<ResolvedNodeType> => {
  if (!knownProviders(book).includes(provider.toLowerCase())) return fail(unknownProvider(book, provider));
  const offering = book.nodeTypes.get(nodeTypeKey(provider, name));
  if (!offering) return fail(unknownNodeType(book, provider, name));
  const regions = book.regionsByProvider.get(provider.toLowerCase());
  if (!regions?.has(region.toLowerCase())) return fail(unknownRegion(book, provider, region));
  return ok({ provider: offering.nodeType.provider, region: region.toLowerCase(), nodeType: offering.nodeType });
};
