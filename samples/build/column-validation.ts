import type { TemplateColumn, TemplateValidation } from '../../engine/index.ts';
import type { CellBox, ValidationSnapshot } from '../../host/workbook/snapshot.ts';

/** Excel's limits: a list written out in the rule, and the input prompt. */
const longestList = 255;
const longestPrompt = 255;

const bounds = ({ kind, minimum, maximum, isMinimumExclusive }: Extract<TemplateValidation, { kind: 'whole' | 'decimal' }>) => {
  if (minimum !== undefined && maximum !== undefined && !isMinimumExclusive) {
    return { kind, operator: 'between', formula1: String(minimum), formula2: String(maximum), errorMessage: `Between ${minimum} and ${maximum}.` };
  }
  if (minimum !== undefined && maximum === undefined) {
    return isMinimumExclusive
      ? { kind, operator: 'greaterThan', formula1: String(minimum), errorMessage: `More than ${minimum}.` }
      : { kind, operator: 'greaterThanOrEqual', formula1: String(minimum), errorMessage: `${minimum} or more.` };
  }
  // A range open below: the upper bound guards typing, the run checks both.
  return maximum === undefined ? null : { kind, operator: 'lessThanOrEqual', formula1: String(maximum), errorMessage: `At most ${maximum}.` };
};

const rule = (validation: TemplateValidation) => {
  if (validation.kind === 'list') {
    const formula1 = validation.choices.join(',');
    if (formula1.length > longestList) return null;
    // Without a message nothing is refused: other words may be typed.
    return { kind: validation.kind, formula1, ...(validation.isOpen ? {} : { errorMessage: `One of: ${formula1}` }) };
  }
  if (validation.kind === 'date') return { kind: validation.kind, operator: 'greaterThan', formula1: '1', errorMessage: 'A date.' };
  return bounds(validation);
};

/** The rule Excel checks while the analyst types into a column; the run checks everything again. */
export const columnValidation = ({ validation, prompt }: TemplateColumn, box: CellBox): ValidationSnapshot | null => {
  const found = validation && rule(validation);
  return found ? { box, ...found, prompt: prompt.slice(0, longestPrompt) } : null;
};

/** A drop-down of the keys that stand in another table's column; Excel lets the range grow with that table. */
export const referenceValidation = (column: TemplateColumn, box: CellBox, keys: string): ValidationSnapshot => ({
  box, kind: 'list', formula1: `=${keys}`, prompt: column.prompt.slice(0, longestPrompt),
});
