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
  'unit-mismatch': 'A quantity in {unit} cannot be counted in {expected}.',
  'tier-gap': 'The tiers of {meter} give no price from {from} to {to}. Let the first begin at 0, and each where the one before ends.',
  'tier-overlap': 'Two tiers of {meter} give a price for {quantity}. Let each begin where the one before ends.',
  'tier-negative': 'A tier of {meter} holds {value}; prices and quantities are 0 or more.',
  'tier-ends-differ': 'Tiers of {meter} that hold from the same day must end on the same day: here {value}, elsewhere {other}.',
  'quantity-beyond-tiers': '{meter} has prices up to {limit}, but {quantity} are used in {month}. Add a tier, or leave the last ToQuantity blank.',
  'unknown-meter': 'Unknown meter "{meter}".[ Did you mean {suggestion}?] State it in the tables Meters and MeterTiers.',
  'unknown-zone': '{meter} has no prices for the zone {zone}. Known: {known}.',
  'unknown-eligibility': '{meter} has no prices for the condition {eligibility}. Known: {known}.',
  'no-tariff': 'No price is known for {meter} on {date}.[ Known: {available}.]',
  'workload-not-used': '{workload} uses meters in another scenario, but not in {scenario}. Add rows to MeterUsage, or leave ScenarioId blank.',
  'usage-outside-plan': 'The usage {usage} lies outside of the plan, which runs from {planStart} to {planEnd}.',

  'price-list-unknown':
    '{file} is no price list known here: the AWS EC2 offer file or a Savings Plans list (CSV), Azure Retail Prices or Google Cloud SKUs (JSON), or own prices in the columns of PriceSheet (CSV, not packed).',
  'price-list-version': 'The price list is of the format version "{version}", but {expected} is understood.',
  'price-list-columns': 'The price list has no column {columns}.',
  'price-list-cut': 'The price list ends in the middle of row {row}. Download it again.',
  'price-list-unreadable': 'The price list cannot be read at row {row}: {detail}',
  'price-list-incomplete': 'This is one page of a longer list; what follows is at {next}.',
  'price-list-cells': 'Row {row} has {count} {count|cell|cells}, but the header has {expected}.',
  'price-list-cell': 'Row {row}: {column} is missing or cannot be read[: "{value}"].',
  'price-list-negative': 'Row {row}: {column} is {value}. A price is 0 or more.',
  'price-list-currency': 'Row {row}: "{currency}" is not a currency code.',
  'plan-not-eligible': 'Row {row}: a plan of {plan} does not cover {service}.',
  'price-list-nothing': 'None of the {rows} {rows|row|rows} holds a price that is wanted.',

  'swf-line-cut': 'Line {line} does not end. A job log is text with one job a line.',
  'swf-field-count': 'Line {line} has {count} {count|number|numbers}; a line of a job log in the Standard Workload Format has {expected}.',
  'swf-field': 'Line {line}, number {field}: "{text}" is no number a job log can hold.',
  'swf-more-problems': 'And {count} more {count|problem|problems}.',
  'swf-empty': 'The log holds no job.',
  'swf-no-machine': 'The log does not say how large its machine is (MaxProcs). Say how many nodes there are.',
  'swf-out-of-order': '{count} {count|job stands|jobs stand} after one submitted later; they were sorted by submission.',
  'swf-no-run': '{count} {count|job has|jobs have} no run time, no processors or no submission, first at line {line}; each counts as one second on what it asked for.',
  'job-larger-than-machine': '{count} {count|job needs|jobs need} more than the {nodes} {nodes|node|nodes} there are, first job {job} with {processors}; they were rejected.',

  'prices-start-late':
    '{count} imported {count|price holds|prices hold} only from a day after {planStart}, where the plan begins: its first days have the price of the catalog, or none.',

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
  'queue-not-growing': 'Only the order best-fit serves a fleet that grows; {queue} states {policy}. Leave MinNodes blank, or choose best-fit.',
  'queue-not-shared': 'A queue runs whole: {queue} cannot be placed with a share of {share}. Use a queue for each place.',
  'queue-order-of-nodes': 
    'GPUs of jobs, several node types and work that may be put off are of the order best-fit alone; {queue} states {policy}. Choose best-fit.',
  'queue-nodes-unmatched':
    'Of the node types of {queue}, each needs one row of QueueNodes and one placement in a scenario; {nodeType} does not have just one of both.',
  'queue-dates-differ': 'All node types of {queue} run for the same time; the dates of {placement} are not those of {other}.',
  'queue-backlog':
    '{count} {count|job|jobs} of {queue} still {count|waits|wait} at the end of {placement}; somebody has waited since {since}. Allow more nodes, or send less.',
  'queued-job-too-large':
    '{job} asks for {asked}, and {nodes} {nodes|node|nodes} of {nodeType} {nodes|has|have} room for {available}. Ask for less, or choose more or larger nodes.',
  'queued-job-memory': 'A task of {job} asks for {asked} GiB, and a {nodeType} has {available}. Ask for less, or choose a larger node type.',
  'guest-larger-than-host': 'Not even an empty host has room for {guest}: {resources}. Choose larger hosts, or keep less of them.',
  'guests-without-room': '{count} {count|guest|guests} of {guest} {count|finds|find} no host. Allow more hosts, or take larger ones.',
  'servers-without-room': '{count} {count|server|servers} of {server} {count|finds|find} no room in the racks. Add racks, or take smaller servers.',
  'precision-not-offered': '{gpu} of {nodeType} has no peak in {precision} precision; known are {offered}.',
  'training-too-large':
    '{training} needs {neededGb} GB for weights, gradients and optimiser; {nodes} nodes have {memoryGb} GB. At least {least} nodes hold it.',
  'training-never-ends': '{training} fails so often on {nodes} nodes that hardly any work is ever kept. Check failures, checkpoints and restarts.',
  'gpu-speed-unknown': 'The speed of the GPU of {nodeType}[ ({gpu})] is not known. Choose a node type with V100, T4, A100, L40S, H100 or H200.',
  'copy-larger-than-node': 'A copy of {serving} asks for {gpus} GPUs, and {nodeType} has {available}. Ask for fewer, or choose a larger node type.',
  'model-too-large':
    'The weights of {serving} take {weightsGb} GB: on {gpus} {gpus|GPU|GPUs} of {memoryGb} GB there is room for {tokens} tokens of context, too few for one request. ' +
    'Use more GPUs for a copy, fewer bytes for a parameter, or a larger GPU.',
  'first-token-too-late': 'No number of copies of {serving} gives 95 of 100 first tokens within {target} ms: a prompt alone takes longer. Use more GPUs for a copy, or a faster one.',
  'serving-overloaded':
    'More requests come to {serving} than {copies} {copies|copy|copies} of {placement} can answer: the queue grows without end. Add copies, or leave the number blank.',
  'queue-overloaded': '{load} erlangs are not less than {servers} {servers|server|servers}: the line would grow without end.',
  'scaling-not-fitted': '{count} different node {count|count|counts} tell no scaling: at least {minimum} are needed, and a throughput that grows less than in step.',
  'gpu-not-shareable': '{gpu} cannot serve {count} {count|guest|guests} by {mode}[ {profile}]; at most {most}.',
  'unknown-gpu-profile': '{gpu} has no profile "{profile}".[ Did you mean {suggestion}?] Known: {known}.',
  'placement-outside-plan': 'The placement {placement} lies outside of the plan, which runs from {planStart} to {planEnd}.',
  'shares-not-one': 'The shares of {workload}[ in scenario {scenario}] on {date} add to {share}, not to 1.',
  'workload-not-placed': '{workload} is not placed anywhere. Add a row to Placements.',
  'committed-nodes-ignored': 'CommittedNodes is given, but {purchase} has no commitment. It is not used.',
  'purchase-not-for-placement':
    '{purchase} is a commitment to spend, not to nodes. State it in the table Commitments and place the workload on-demand.',
  'negotiated-change': '{negotiated} needs either Percent or FixedPrice, and not both.',
  'negotiated-fixed-fee':
    'FixedPrice of {negotiated} is for on-demand only. State the fee of a commitment in PriceSheet, or a Percent here.',
  'negotiated-tie': '{negotiated} and {other} hold for the same charge with priority {priority}. Give one of them a higher one.',
  'usage-too-large': '{workload} runs more nodes in {placement} than can be counted. Check its demand, capacity and growth.',
  'commitment-not-for-nodes': '{kind} does not cover virtual machines such as {nodeType}. Leave NodeTypeOrFamily blank, or choose another Kind.',
  'commitment-unit': '{kind} is not bought in {unit}, but in {units}.',
  'commitment-longer-than-term': 'The end {end} lies after the end of the term, {termEnd}. A renewal is a row of its own.',
  'commitment-twice': '{commitment} says the same as {other}[ in {otherCell}]. State two of one kind by their Quantity or HourlyCommit.',
  'exit-not-offered': '{commitment} cannot be left by {way}[; possible: {ways}].',
  'exit-outside-term': '{commitment} runs from {start} to {end}: on {date} it cannot be given up.',
  'exchange-starts-otherwise': '{commitment} is exchanged on {date}: {into} must be of the same kind and provider, and begin on that day.',
  'exchange-below-value':
    '{into} is worth {worth}, less than the {needed} left of {commitment}. An exchange must be of at least the same value.',
  'resale-outside-window': '{commitment} can be sold after 30 days and while a month is left. Choose another date.',
  'refund-pool-spent': '{commitment} would take {asked} of what can be returned in twelve months; {left} are left. Return fewer, or later.',
  'commitment-outside-plan': 'The commitment {commitment} is not live in the plan, which runs from {planStart} to {planEnd}.',
  'commitment-covers-nothing':
    'The commitment {commitment} covers nothing that is placed[ in scenario {scenario}]: all of it is unused. Check region, node type and account.',
  'commitment-without-rate':
    'The price under {purchase} is not known[ for {nodeType}][ in {region}], so {commitment} cannot cover it. State the price in PriceSheet.',
  'load-unknown': '{workload} runs on no nodes here: place it, or leave WorkloadId blank.',
  'unknown-jurisdiction': '{jurisdiction} is no country. Use two letters such as DE, or EU.',
  'waiver-not-in-force':
    'No rule that waives the price of sending data holds for {provider} on {date} and for as long as the transfer takes: the list price is counted. ' +
    'Check Jurisdiction, Start and LinkGbps, or set FullExit to no.',
  'bill-unknown': 'The plan charges nothing for {workload}: state BillPerMonth, or place the workload.',
  'not-in-order': '{columns} must not fall from one to the next.',
  'exit-in-circle': '{workload} waits for a workload that waits for it. Remove one of the names in After.',
  'exit-cost-unknown': 'The plan charges nothing for {workload}. State MonthlyCostBefore, or name a workload and a scenario of the plan.',
  'exit-outside-plan': '{workload} leaves the old place on {end}, after the plan ends ({planEnd}): what is due then is not counted. Lengthen the plan.',
  'never-finishes': 'With {mtbiHours} hours between interruptions no work is ever kept.',
  'spot-share-unknown':
    'How often {nodeType} is interrupted is not known[: {band} has no upper end]. Fill in MonthlyInterruption.',
  'support-bands-start': 'The bands of {support} do not start from 0. Add a row to SupportBands with FromAmount 0.',
  'not-first-of-month': '{column} is {date}, but must be the first day of a month.',
  'minimum-spend-unknown':
    'The period of {minimum} began on {start}, before the plan. Fill in SpentBefore, else its shortfall is not known and left out.',
  'upfront-without-reservation':
    'The price {price} has an Upfront, but {purchase} is no reservation. Leave it blank; the rate of a savings plan is whole.',
  'own-price-blank': 'The price {price} is blank, so it is unknown. Fill in UnitPrice; a free price is a stated 0.',
};
