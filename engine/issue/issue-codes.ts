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
  // tariffs and meters
  'unit-mismatch': ['unit', 'expected'],
  'tier-gap': ['meter', 'from', 'to'],
  'tier-overlap': ['meter', 'quantity'],
  'tier-negative': ['meter', 'value'],
  'tier-ends-differ': ['meter', 'value', 'other'],
  'quantity-beyond-tiers': ['meter', 'quantity', 'limit', 'month'],
  'unknown-meter': ['meter', 'suggestion'],
  'unknown-zone': ['meter', 'zone', 'known'],
  'unknown-eligibility': ['meter', 'eligibility', 'known'],
  'no-tariff': ['meter', 'date', 'available'],
  'workload-not-used': ['workload', 'scenario'],
  'usage-outside-plan': ['usage', 'planStart', 'planEnd'],

  // --- price lists: what a provider's file, or one of own prices, says; `row` is a line of CSV or an item of JSON
  'price-list-unknown': ['file'],
  'price-list-version': ['version', 'expected'],
  'price-list-columns': ['columns'],
  'price-list-cut': ['row'],
  'price-list-unreadable': ['row', 'detail'],
  'price-list-incomplete': ['next'],
  'price-list-cells': ['row', 'count', 'expected'],
  'price-list-cell': ['row', 'column', 'value'],
  'price-list-negative': ['row', 'column', 'value'],
  'price-list-currency': ['row', 'currency'],
  'plan-not-eligible': ['row', 'plan', 'service'],
  'price-list-nothing': ['rows'],
  'prices-start-late': ['count', 'planStart'],

  // --- job logs in the Standard Workload Format; `line` counts from 1
  'swf-line-cut': ['line'],
  'swf-field-count': ['line', 'count', 'expected'],
  'swf-field': ['line', 'field', 'text'],
  'swf-more-problems': ['count'],
  'swf-empty': [],
  'swf-no-machine': [],
  'swf-out-of-order': ['count'],
  'swf-no-run': ['count', 'line'],
  'job-larger-than-machine': ['count', 'job', 'processors', 'nodes'],

  // --- workload, simulation, model: the rows of the workbook (kept by the model)
  // tables and columns
  'missing-table': ['table', 'neededBy'],
  'missing-column': ['table', 'column'],
  'empty-table': ['table'],
  'too-many-rows': ['table', 'rowCount', 'maximum'],
  // single cells
  'blank-cell': ['column'],
  'error-cell': ['column', 'error'],
  'not-a-choice': ['column', 'value', 'suggestion', 'choices'],
  'not-whole': ['column', 'value'],
  'below-minimum': ['column', 'value', 'minimum'],
  'not-above': ['column', 'value', 'limit'],
  'above-maximum': ['column', 'value', 'maximum'],
  // rows among each other
  'duplicate-key': ['key', 'otherCell'],
  'stated-twice': ['name', 'otherTable', 'otherCell'],
  'unknown-reference': ['column', 'value', 'tables', 'suggestion'],
  'end-before-start': ['start', 'end'],
  // demand
  'series-starts-late': ['demand', 'firstStart', 'neededFrom'],
  'formula-syntax': ['detail'],
  'formula-too-large': ['size', 'maximum'],
  'formula-not-allowed': ['part'],
  'formula-unknown-name': ['name', 'suggestion', 'known'],
  'formula-argument-count': ['function', 'given', 'wanted'],
  'formula-result': ['value', 'localTime'],
  'circular-formula': ['path'],
  // jobs
  'no-work': ['job'],
  'work-stated-twice': ['job'],
  'total-units-differ': ['job', 'value', 'other'],
  'node-type-without-cores': ['nodeType', 'workUnit'],
  'sample-cores-unknown': ['job', 'coreCounts'],
  'job-outside-placement': ['job', 'start', 'from', 'to'],
  'job-ends-late': ['job', 'end', 'limit'],
  // queues
  'queue-overloaded': ['load', 'servers'],
  // job queues of the workbook
  'queue-not-growing': ['queue', 'policy'],
  'queue-not-shared': ['queue', 'share'],
  'queue-order-of-nodes': ['queue', 'policy'],
  'queue-nodes-unmatched': ['queue', 'nodeType'],
  'queue-dates-differ': ['queue', 'placement', 'other'],
  'queue-backlog': ['queue', 'placement', 'count', 'since'],
  'queued-job-too-large': ['job', 'asked', 'available', 'nodeType', 'nodes'],
  'queued-job-memory': ['job', 'asked', 'available', 'nodeType'],
  // model serving
  'gpu-speed-unknown': ['nodeType', 'gpu'],
  'precision-not-offered': ['nodeType', 'gpu', 'precision', 'offered'],
  'training-too-large': ['training', 'neededGb', 'nodes', 'memoryGb', 'least'],
  'training-never-ends': ['training', 'nodes'],
  'copy-larger-than-node': ['serving', 'gpus', 'nodeType', 'available'],
  'model-too-large': ['serving', 'weightsGb', 'gpus', 'memoryGb', 'tokens'],
  'first-token-too-late': ['serving', 'target'],
  'serving-overloaded': ['serving', 'placement', 'load', 'copies'],
  // sizing
  'guest-larger-than-host': ['guest', 'resources'],
  'guests-without-room': ['guest', 'count'],
  'servers-without-room': ['server', 'count'],
  'scaling-not-fitted': ['count', 'minimum'],
  'gpu-not-shareable': ['gpu', 'mode', 'profile', 'count', 'most'],
  'unknown-gpu-profile': ['gpu', 'profile', 'suggestion', 'known'],
  // placements
  'placement-outside-plan': ['placement', 'planStart', 'planEnd'],
  'shares-not-one': ['workload', 'scenario', 'date', 'share'],
  'workload-not-placed': ['workload', 'scenario'],
  'committed-nodes-ignored': ['purchase'],
  'purchase-not-for-placement': ['purchase'],
  'own-price-blank': ['price'],
  'upfront-without-reservation': ['price', 'purchase'],
  // commitments
  'usage-too-large': ['workload', 'placement'],
  'commitment-not-for-nodes': ['kind', 'nodeType'],
  'commitment-unit': ['kind', 'unit', 'units'],
  'commitment-longer-than-term': ['end', 'termEnd'],
  'commitment-twice': ['commitment', 'other', 'otherCell'],
  'exit-not-offered': ['commitment', 'way', 'ways'],
  'exit-outside-term': ['commitment', 'date', 'start', 'end'],
  'exchange-starts-otherwise': ['commitment', 'into', 'date'],
  'exchange-below-value': ['commitment', 'into', 'worth', 'needed'],
  'resale-outside-window': ['commitment'],
  'refund-pool-spent': ['commitment', 'asked', 'left'],
  'commitment-outside-plan': ['commitment', 'planStart', 'planEnd'],
  'commitment-covers-nothing': ['commitment', 'scenario'],
  'commitment-without-rate': ['commitment', 'purchase', 'nodeType', 'region'],
  // negotiated prices
  'negotiated-change': ['negotiated'],
  'negotiated-fixed-fee': ['negotiated'],
  'negotiated-tie': ['negotiated', 'other', 'priority'],
  // leaving
  'not-in-order': ['columns'],
  'bill-unknown': ['workload'],
  'budget-unknown': [],
  'allocation-not-whole': ['cost', 'share'],
  'change-unknown-table': ['table', 'suggestion'],
  'change-unknown-row': ['table', 'row', 'suggestion'],
  'change-unknown-column': ['table', 'column', 'suggestion'],
  'change-of-text': ['column'],
  'change-of-currency': [],
  'unknown-jurisdiction': ['jurisdiction'],
  'notice-above-law': ['months', 'most'],
  'waiver-not-in-force': ['provider', 'date'],
  'load-unknown': ['workload'],
  'exit-in-circle': ['workload'],
  'exit-cost-unknown': ['workload'],
  'exit-outside-plan': ['workload', 'end', 'planEnd'],
  // spot
  'never-finishes': ['mtbiHours'],
  'spot-share-unknown': ['nodeType', 'band'],
  // fees and taxes
  'support-bands-start': ['support'],
  'not-first-of-month': ['column', 'date'],
  'minimum-spend-unknown': ['minimum', 'start'],
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
