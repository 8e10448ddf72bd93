import type { IssueCode } from '../../../engine/index.ts';

/**
 * One sentence for each problem the engine can find in the workbook or in a function's arguments; its places are the
 * values of the code. Says what is wrong, with which value, and how to mend it.
 */
export const enUSIssues: Readonly<Record<IssueCode, string>> = {
  'invalid-number': '"{text}" is not a number.',
  'invalid-date': '"{text}" is not a date. Enter a date, or text such as 2026-01-31.',
  'invalid-time-zone': '"{timeZone}" is not a time zone. Use a name such as UTC or Europe/Berlin.',
  'unknown-currency': '"{currency}" is not a currency code. Use three letters such as USD.',
  'currency-mismatch': 'This amount is in {currency}, but {expected} is needed.',
  'no-exchange-rate': 'There is no exchange rate from {from} to {to}[ on {date}]. Add it to the table FxRates.',
  'unknown-provider': 'Unknown provider "{provider}".[ Did you mean {suggestion}?][ Known: {known}.]',
  'unknown-region': 'Unknown region "{region}" of {provider}.[ Did you mean {suggestion}?][ Known: {known}.]',
  'unknown-node-type': 'Unknown node type "{nodeType}"[ of {provider}].[ Did you mean {suggestion}?]',
  'ambiguous-node-type': 'More than one node type is called "{nodeType}". Write one of: {choices}.',
  'unknown-purchase': 'Unknown purchase option "{purchase}".[ Did you mean {suggestion}?][ Known: {known}.]',
  'unknown-operating-system': 'Unknown operating system "{operatingSystem}".[ Did you mean {suggestion}?][ Known: {known}.]',
  'unknown-tenancy': 'Unknown tenancy "{tenancy}".[ Did you mean {suggestion}?][ Known: {known}.]',
  'purchase-not-sold': '{provider} does not sell {purchase}.[ It sells: {sold}.]',
  'no-price':
    'No price is known for {nodeType} at {provider} in {region} ({operatingSystem}, {tenancy}, {purchase})[ on {date}].[ Known: {available}.]',
  'out-of-range': '{name} is {value}, but must be[ at least {minimum}][ at most {maximum}].',

  'missing-table': 'The table {table} is missing[; {neededBy} needs it]. Insert it from a template on the Model view.',
  'missing-column': 'The table {table} has no column {column}. Add it, or insert the table anew from a template.',
  'empty-table': 'The table {table} has no rows.',
  'too-many-rows': 'The table {table} has {rowCount} rows; at most {maximum} can be read.',
  'blank-cell': '{column} is blank, but needed.',
  'error-cell': '{column} holds the error {error}.',
  'not-a-choice': '{column} is "{value}", which is not a choice.[ Did you mean {suggestion}?][ Choices: {choices}.]',
  'not-whole': '{column} is {value}, but must be a whole number.',
  'below-minimum': '{column} is {value}, but must be {minimum} or more.',
  'not-above': '{column} is {value}, but must be more than {limit}.',
  'above-maximum': '{column} is {value}, but must be {maximum} or less.',
  'duplicate-key': '"{key}" stands twice; the other is in {otherCell}. Each row needs its own key.',
  'stated-twice': '"{name}" is stated in {otherTable} as well, in {otherCell}. Keep one of them.',
  'unknown-reference': '{column} is "{value}", which does not stand in {tables}.[ Did you mean {suggestion}?]',
  'end-before-start': 'The end {end} is not after the start {start}.',
  'series-starts-late': 'The series of {demand} starts at {firstStart}, but demand is needed from {neededFrom} on. Add a row for that time.',
  'formula-syntax': 'The formula cannot be read: {detail}',
  'formula-too-large': 'The formula has {size} parts; at most {maximum} are allowed.',
  'formula-not-allowed': 'The formula may not use {part}.',
  'formula-unknown-name': 'The formula uses "{name}", which is not known.[ Did you mean {suggestion}?][ Known: {known}.]',
  'formula-argument-count': '{function} is given {given} {given|argument|arguments}, but takes {wanted}.',
  'formula-result': 'The formula gives {value} at {localTime}. A demand is a number, 0 or more.',
  'circular-formula': 'The formulas refer to each other in a circle: {path}.',
  'no-work': 'The job {job} has neither Work nor sample runs. Fill in Work, or add rows to SampleRuns.',
  'work-stated-twice': 'The job {job} has Work as well as sample runs. Leave Work blank, or remove the sample runs.',
  'total-units-differ': 'TotalUnits of the job {job} is {value} here and {other} in another row. It must be the same in all.',
  'node-type-without-cores': 'The node type {nodeType} has no known number for {workUnit}. Choose another, or state it in the table NodeTypes.',
  'sample-cores-unknown':
    'CoresPerNode of the sample of {job} is blank, and the node types it is placed on have different counts ({coreCounts}). Fill it in.',
  'job-outside-placement': 'The job {job} starts at {start}, but is placed only from {from} to {to}.',
  'job-ends-late': 'The job {job} ends at {end}, after {limit}.',
  'placement-outside-plan': 'The placement {placement} lies outside of the plan, which runs from {planStart} to {planEnd}.',
  'shares-not-one': 'The shares of {workload}[ in scenario {scenario}] on {date} add to {share}, not to 1.',
  'workload-not-placed': '{workload} is not placed anywhere. Add a row to Placements.',
  'committed-nodes-ignored': 'CommittedNodes is given, but {purchase} has no commitment. It is not used.',
  'purchase-not-for-placement':
    '{purchase} is a commitment to spend, not to nodes. State it in the table Commitments and place the workload on-demand.',
  'own-price-blank': 'The price {price} is blank, so it is unknown. Fill in UnitPrice; a free price is a stated 0.',
};
