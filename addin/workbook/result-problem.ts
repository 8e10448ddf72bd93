import type { ProblemView } from '../automation.ts';
import type { MessageKey, MessageValues } from '../localization/message-key.ts';
import { translate } from '../localization/translate.ts';

/** Why results cannot be written where they belong: told before the first cell changes. */
export type ResultProblem = ProblemView;

export interface ResultPlace {
  readonly sheetName: string;
  readonly tableName: string;
  readonly cellAddress?: string;
}

type ResultProblemCode = Extract<
  MessageKey,
  'result-table-taken' | 'result-too-long' | 'result-sheet-protected' | 'result-sheet-taken' | 'workbook-protected' | 'result-in-the-way'
>;

export const resultProblem = <Code extends ResultProblemCode>(
  code: Code,
  { sheetName, tableName, cellAddress = '' }: ResultPlace,
  ...values: MessageValues<Code>
): ResultProblem => ({ severity: 'error', code, sheetName, tableName, cellAddress, message: translate(code, ...values) });
