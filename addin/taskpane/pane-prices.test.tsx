import { describe, expect, it } from '@jest/globals';
import type { NewPlacement, NodeTypeQuery, NodeTypeRow } from './pane-services.ts';
import { button, dom, open, shown, usePage } from './pane-under-test.ts';

usePage();

const offer = (nodeType: string, more: Partial<NodeTypeRow> = {}): NodeTypeRow => ({
  provider: 'aws', region: 'us-east-1', nodeType, size: '4 vCPU · 16 GiB', vcpuCount: 4, memoryGib: 16, gpuCount: 0, gpuModel: null, pricePerHour: 0.2,
  currency: 'USD', basis: 'on-demand · linux', purchase: 'on-demand', source: 'list', asOf: '2026-07-20', ...more,
});
const offers = [
  offer('m7i.xlarge'), offer('p5.48xlarge', { vcpuCount: 192, memoryGib: 2048, gpuCount: 8, gpuModel: 'H100', pricePerHour: 96 }),
  ...['a', 'b', 'c', 'd'].map(name => offer(name, { pricePerHour: null, vcpuCount: null })),
];
const found = (rows: readonly NodeTypeRow[]) => ({ rows, matchCount: rows.length, providers: ['aws'], regions: ['us-east-1'], purchases: ['on-demand'] });

function openPrices(over: Parameters<typeof open>[0] = {}): void {
  const { handle } = open({ searchNodeTypes: async () => found(offers), ...over });
  handle.showView('prices');
}
const box = (nodeType: string): HTMLInputElement => document.querySelector(`input[aria-label="Compare ${nodeType}"]`) as HTMLInputElement;
/** Types as a person does: React hears of it by the event. */
function type(input: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(dom.window.HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new dom.window.Event('input', { bubbles: true }));
}
const labelled = (label: string): HTMLInputElement => {
  const found = [...document.querySelectorAll('label')].find(each => each.textContent === label);
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement;
};

describe('node types', () => {
  it('are compared side by side, five at most: an hour, a month, and by core, memory and GPU', async () => {
    openPrices();
    await shown('p5.48xlarge');
    box('m7i.xlarge').click();
    expect(document.body.textContent).not.toContain('Side by side');
    box('p5.48xlarge').click();
    await shown('Side by side');
    const rows = [...document.querySelectorAll('table tr')].map(row => [...row.querySelectorAll('th,td')].map(cell => cell.textContent));
    const line = (title: string) => rows.find(([first]) => first === title)?.slice(1);
    expect(line('GPUs')).toEqual(['–', '8 × H100']);
    // 0.2 and 96 an hour: 730 hours; 4 and 192 cores; 16 and 2,048 GiB; 8 GPUs
    expect(line('A month of 730 h')).toEqual(['146.00 USD', '70,080.00 USD']);
    expect(line('An hour, per vCPU')).toEqual(['0.05 USD', '0.50 USD']);
    expect(line('An hour, per GiB')).toEqual(['0.0125 USD', '0.046875 USD']);
    expect(line('An hour, per GPU')).toEqual(['–', '12.00 USD']);
    for (const name of ['a', 'b', 'c']) box(name).click();
    await shown('Where');
    // An unknown price is no number, and a sixth has no room
    expect(box('d').disabled).toBe(true);
    const hours = [...document.querySelectorAll('table tr')].find(row => row.textContent?.startsWith('An hour0.20'));
    expect(hours?.textContent).toBe('An hour0.20 USD96.00 USD–––');
    button('Clear').click();
    await shown('m7i.xlarge');
    expect(document.querySelector('table')).toBeNull();
  });

  it('are placed by a short form that writes a row', async () => {
    const placed: NewPlacement[] = [];
    openPrices({
      placementChoices: async () => ({ workloads: ['web', 'api'], scenarios: ['base'] }),
      addPlacement: async placement => {
        placed.push(placement);
        return { name: 'web on m7i.xlarge', sheetName: 'Placements' };
      },
    });
    await shown('m7i.xlarge');
    button('Place a workload on m7i.xlarge').click();
    await shown('Workloadweb');
    type(labelled('Scenario'), 'spot');
    button('Add row to Placements').click();
    await shown('Added: web on m7i.xlarge.');
    expect(placed).toEqual([
      { workloadId: 'web', scenarioId: 'spot', provider: 'aws', region: 'us-east-1', nodeType: 'm7i.xlarge', purchase: 'on-demand' },
    ]);
  });

  it('cannot be placed without a workload, and say why', async () => {
    openPrices({ placementChoices: async () => ({ workloads: [], scenarios: [] }) });
    await shown('m7i.xlarge');
    button('Place a workload on m7i.xlarge').click();
    await shown('This workbook has no workload yet');
    expect(button('Add row to Placements').getAttribute('aria-disabled')).toBe('true');
  });

  it('are searched by what they must have, and what they may cost', async () => {
    const queries: NodeTypeQuery[] = [];
    openPrices({
      searchNodeTypes: async query => {
        queries.push(query);
        return found(offers);
      },
    });
    await shown('m7i.xlarge');
    type(labelled('Least GPUs'), '4');
    type(labelled('Most per hour'), '12.5');
    for (let tries = 0; tries < 100 && queries.at(-1)?.maxPrice === undefined; tries++) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    expect(queries.at(-1)).toEqual({ text: '', limit: 100, minGpus: 4, maxPrice: 12.5 });
  });
});
