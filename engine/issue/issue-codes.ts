import type { Issue, IssueLocation } from './issue.ts';

/**
 * Every code the engine can emit, with the keys of its `values`: the parameters of its message. Lists inside a value
 * are joined by a comma and a blank; a key that has nothing to say holds an empty text.
 */
export const issueCodes = {
  // --- money, quantity: cells that hold no amount, no date, no zone
  'invalid-number': ['text'],
  'invalid-date': ['text'],
  'invalid-time-zone': ['timeZone'],
  'unknown-currency': ['currency'],
  'currency-mismatch': ['currency', 'expected'],
  'no-exchange-rate': ['from', 'to', 'date'],

  // --- catalog and pricing: what is sold, and for how much
  'unknown-provider': ['provider', 'suggestion', 'known'],
  'unknown-region': ['provider', 'region', 'suggestion', 'known'],
  'unknown-node-type': ['provider', 'nodeType', 'suggestion'],
  'ambiguous-node-type': ['nodeType', 'choices'],
  'unknown-purchase': ['purchase', 'suggestion', 'known'],
  'unknown-operating-system': ['operatingSystem', 'suggestion', 'known'],
  'unknown-tenancy': ['tenancy', 'suggestion', 'known'],
  'purchase-not-sold': ['provider', 'purchase', 'sold'],
  'no-price': ['provider', 'region', 'nodeType', 'operatingSystem', 'tenancy', 'purchase', 'date', 'available'],
  'out-of-range': ['name', 'value', 'minimum', 'maximum'],

  // --- workload, simulation, model: the rows of the workbook (kept by the model)
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type IssueCode = keyof typeof issueCodes;

export type IssueValues<Code extends IssueCode> = Readonly<Record<(typeof issueCodes)[Code][number], string | number>>;

/** An issue whose values are exactly the ones its message needs. */
export const makeIssue = <Code extends IssueCode>(
  code: Code,
  values: IssueValues<Code>,
  options: { readonly severity?: Issue['severity']; readonly location?: IssueLocation } = {},
): Issue => ({
  code,
  severity: options.severity ?? 'error',
  values,
  ...(options.location ? { location: options.location } : {}),
});
