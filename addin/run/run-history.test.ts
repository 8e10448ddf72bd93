import { describe, expect, it } from '@jest/globals';
import { say, type Sentence } from '../../engine/index.ts';
import type { PastRun } from '../workbook/result-record.ts';
import { compareRuns, pastRunViews } from './run-history.ts';

const run = (more: Partial<PastRun>): PastRun => ({
  at: '2026-11-01T10:00:00Z', engine: '1', catalogDate: '2026-10-01', randomSeed: 1, inputHash: 'a',
  inputs: { Settings: '1', Services: '2' }, figures: [], answers: {}, ...more,
});
const [costs100, costs80] = [100, 80].map(amount => say`It costs ${amount}.`) as [Sentence, Sentence];
const cost = (value: number | null, label = 'Cost') => ({ label: say`${label}`, value, format: 'money', currency: 'USD' }) as const;

describe('runs the workbook remembers', () => {
  it('are told by their first figure', () => {
    expect(pastRunViews([run({ figures: [cost(12.5), cost(3, 'Saving')] }), run({})]).map(({ figure }) => figure)).toEqual(['Cost: USD 12.50', '']);
  });

  it('are compared by what they read, found and answered', () => {
    const earlier = run({ figures: [cost(100), cost(7, 'Gone')], answers: { Summary: costs100, Jobs: say`Two jobs.` } });
    const later = run({
      catalogDate: '2026-11-01', engine: '2', inputs: { Settings: '1', Services: '3', Budgets: '4' },
      figures: [cost(80), cost(5, 'New')], answers: { Summary: costs80, Jobs: say`Two jobs.`, Budget: say`Kept.` },
    });
    expect(compareRuns([later, earlier], 1, 0)).toEqual({
      changed: ['Services', 'Budgets', 'Catalog of prices', 'Engine'],
      figures: [
        { label: 'Cost', before: 'USD 100.00', after: 'USD 80.00', difference: '-USD 20.00' },
        { label: 'Gone', before: 'USD 7.00', after: '', difference: '' },
        { label: 'New', before: '', after: 'USD 5.00', difference: '' },
      ],
      answers: [{ title: 'Summary', before: 'It costs 100.', after: 'It costs 80.' }, { title: 'Budget', before: '', after: 'Kept.' }],
    });
    expect(compareRuns([later, earlier], 0, 1).figures[0]?.difference).toBe('+USD 20.00');
  });

  it('have no difference in another currency, or where a figure is not known', () => {
    const [dollars, euros, unknown] = [run({ figures: [cost(1)] }), run({ figures: [{ ...cost(1), currency: 'EUR' }] }), run({ figures: [cost(null)] })];
    const differences = [euros, unknown].map(other => compareRuns([other, dollars], 1, 0).figures[0]?.difference);
    expect(differences).toEqual(['', '']);
    expect(() => compareRuns([dollars], 1, 0)).toThrow(RangeError);
  });
});
