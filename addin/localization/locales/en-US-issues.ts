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
};
