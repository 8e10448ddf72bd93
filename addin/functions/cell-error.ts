import type { Issue } from '../../engine/index.ts';
import { issueMessage } from '../localization/issue-message.ts';
import { translate } from '../localization/translate.ts';

/** `notAvailable` shows as #N/A, `invalidValue` as #VALUE!, `invalidNumber` as #NUM! (which cannot carry a message). */
export type CellErrorKind = 'notAvailable' | 'invalidValue' | 'invalidNumber';

/**
 * An answer that is an Excel error. Thrown by what parses arguments, and turned into the host's own error at the
 * door.
 */
export class CellError extends Error {
  readonly kind: CellErrorKind;
  constructor(kind: CellErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What is asked for does not exist: #N/A. Everything else the engine minds about an argument is #VALUE!. */
const notAvailableCodes: ReadonlySet<string> = new Set([
  'no-price', 'purchase-not-sold', 'unknown-provider', 'unknown-region', 'unknown-node-type', 'no-exchange-rate',
  'unknown-meter', 'unknown-zone', 'unknown-eligibility', 'no-tariff', 'quantity-beyond-tiers',
  'gpu-not-shareable', 'unknown-gpu-profile',
]);

/** There is no such number: #NUM!, as Excel says of its own functions without a solution. */
const invalidNumberCodes: ReadonlySet<string> = new Set(['never-finishes', 'queue-overloaded', 'scaling-not-fitted']);

export function issuesError(issues: readonly Issue[]): CellError {
  const all = (codes: ReadonlySet<string>): boolean => issues.every(issue => codes.has(issue.code));
  const kind = all(notAvailableCodes) ? 'notAvailable' : all(invalidNumberCodes) ? 'invalidNumber' : 'invalidValue';
  return new CellError(kind, issues.map(messageWithPlace).join(' '));
}

/** A problem of the workbook's own price tables is mended there, not in the cell that asks. */
const messageWithPlace = (issue: Issue): string => {
  const { sheetName, cellAddress } = issue.location ?? {};
  return cellAddress === undefined ? issueMessage(issue) : `${sheetName}!${cellAddress}: ${issueMessage(issue)}`;
};

/** Any other exception is our own mistake; the cell still shows a readable one. */
export const asCellError = (error: unknown): CellError =>
  error instanceof CellError
    ? error
    : new CellError('invalidValue', translate('function-failed', { reason: error instanceof Error ? error.message : String(error) }));
