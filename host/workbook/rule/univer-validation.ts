import { DataValidationErrorStyle, DataValidationOperator, DataValidationType } from '@univerjs/core';
import type { ISheetDataValidationRule } from '@univerjs/core';
import { univerRange } from '../open-snapshot.ts';
import type { ValidationSnapshot } from '../snapshot.ts';

const types = {
  list: DataValidationType.LIST,
  whole: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  custom: DataValidationType.CUSTOM,
} as const;

const operators: Readonly<Record<string, DataValidationOperator>> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

/** Allows everything: what a rule is that only shows a prompt. */
export const anythingGoes = '=TRUE';

/** The rule as the grid knows it: drop-downs, and a stop for wrong entries. */
export function univerValidation(uid: string, rule: ValidationSnapshot): ISheetDataValidationRule {
  const { kind, formula1, formula2, operator = 'Between', prompt, errorMessage, isAdvisory = false, box } = rule;
  const isOpen = kind === 'custom' && formula1 === anythingGoes;
  const hasOperator = kind !== 'list' && kind !== 'custom';
  return {
    uid,
    ranges: [univerRange(box)],
    type: isOpen ? DataValidationType.ANY : types[kind],
    ...(!isOpen && formula1 !== undefined && { formula1 }),
    ...(formula2 !== undefined && { formula2 }),
    ...(hasOperator && operators[operator] && { operator: operators[operator] }),
    allowBlank: true,
    showErrorMessage: !isOpen && !isAdvisory,
    errorStyle: isAdvisory ? DataValidationErrorStyle.INFO : DataValidationErrorStyle.STOP,
    ...(errorMessage !== undefined && { error: errorMessage }),
    ...(prompt !== undefined && { showInputMessage: true, prompt }),
  };
}
