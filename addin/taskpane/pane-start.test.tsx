import { describe, expect, it } from '@jest/globals';
import { button, dom, open, shown, usePage } from './pane-under-test.ts';

usePage();

describe('the first screen', () => {
  it('asks questions, opens an example and runs it', async () => {
    const ran: string[] = [];
    const { calls } = open({
      insertExample: async (id) => ({ added: [`table of ${id}`], inTheWay: [] }),
      runModel: async () => {
        ran.push('run');
        return { status: 'cancelled' };
      },
    });
    await shown('What should we reserve?');
    button('Open example: What should we reserve?').click();
    await shown('Added: table of reserve. Run the model to see the answer.');
    button('Run model').click();
    await shown('Cancelled');
    expect([ran, calls.inserted]).toEqual([['run'], []]);
  });

  it('inserts empty tables, and leads to all templates', async () => {
    const { calls } = open();
    await shown('What should we reserve?');
    button('Empty tables: What should we reserve?').click();
    await shown('Added: FarmJobs.');
    expect(calls.inserted).toEqual(['farm']);
    button('More questions and templates').click();
    await shown('Tables in this workbook');
  });

  it('mixes no example with tables that are there', async () => {
    open({ insertExample: async () => ({ added: [], inTheWay: ['Settings'] }) });
    await shown('What should we reserve?');
    button('Open example').click();
    await shown('This workbook has tables of the same name: Settings.');
    expect(() => button('Run model')).toThrow('No button');
  });
});

describe('earlier runs', () => {
  it('compares the newest run with the one before it, and others when asked', async () => {
    const past = (at: string, figure: string) => ({ at, figure, engine: '1', catalogDate: '2026-07-20', randomSeed: 7, inputHash: 'abc' });
    const asked: string[] = [];
    const { handle } = open({
      pastRuns: () => [past('2026-11-03T10:00:00Z', 'Cost: USD 3'), past('2026-11-02T10:00:00Z', 'Cost: USD 2'), past('2026-11-01T10:00:00Z', '')],
      compareRuns: (earlier, later) => {
        asked.push(`${earlier} ${later}`);
        return {
          changed: ['Services'], figures: [{ label: 'Cost', before: 'USD 2', after: 'USD 3', difference: '+USD 1' }],
          answers: [{ title: 'Summary', before: 'It costs 2.', after: 'It costs 3.' }],
        };
      },
    });
    handle.showView('run');
    await shown('Changed between them: Services.');
    await shown('CostUSD 2USD 3+USD 1');
    await shown('Before: It costs 2.After: It costs 3.');
    expect(asked.at(-1)).toBe('1 0');
    const [earlier] = document.querySelectorAll('select');
    if (!earlier) throw new Error('No choice of runs');
    Object.getOwnPropertyDescriptor(dom.window.HTMLSelectElement.prototype, 'value')?.set?.call(earlier, '2');
    earlier.dispatchEvent(new dom.window.Event('change', { bubbles: true }));
    for (let tries = 0; tries < 100 && asked.at(-1) !== '2 0'; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked.at(-1)).toBe('2 0');
  });
});
