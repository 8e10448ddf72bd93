import { describe, expect, it } from '@jest/globals';
import type { TemplateColumn, TemplateValidation } from '../../engine/index.ts';
import { columnValidation } from './column-validation.ts';

const box = { row: 7, column: 1, rowCount: 3, columnCount: 1 };
const column = (validation?: TemplateValidation): TemplateColumn => ({
  header: 'Nodes', title: 'Nodes', unit: '', prompt: 'How many.', numberFormat: '0', widthCharacters: 10,
  ...(validation ? { validation } : {}),
});

describe('the rule of a column', () => {
  it('keeps exclusive and open bounds', () => {
    expect(columnValidation(column({ kind: 'decimal', minimum: 0, isMinimumExclusive: true }), box)).toMatchObject({
      kind: 'decimal', operator: 'greaterThan', formula1: '0', prompt: 'How many.',
    });
    expect(columnValidation(column({ kind: 'whole', minimum: 1 }), box)).toMatchObject({ operator: 'greaterThanOrEqual', formula1: '1' });
    expect(columnValidation(column({ kind: 'whole', minimum: 0, maximum: 23 }), box)).toMatchObject({
      operator: 'between', formula1: '0', formula2: '23',
    });
  });

  it('refuses other words only where the list is closed', () => {
    const choices = ['a', 'b'];
    expect(columnValidation(column({ kind: 'list', choices, isOpen: false }), box)).toMatchObject({ formula1: 'a,b', errorMessage: 'One of: a,b' });
    expect(columnValidation(column({ kind: 'list', choices, isOpen: true }), box)).not.toHaveProperty('errorMessage');
  });

  it('is left out where Excel could not hold it', () => {
    expect(columnValidation(column(), box)).toBeNull();
    expect(columnValidation(column({ kind: 'list', choices: ['x'.repeat(256)], isOpen: true }), box)).toBeNull();
  });
});
