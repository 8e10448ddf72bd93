import { describe, expect, it } from '@jest/globals';
import type { HostEvent } from '../bridge/host-event.ts';
import { cellKey } from './custom-call.ts';
import { CustomFunctions } from './custom-functions.ts';

const turns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Functions of a host whose pane has not said yet that it takes calls. */
function beforeReady() {
  const fired: HostEvent[][] = [];
  const functions = new CustomFunctions({
    fire: (events) => void fired.push([...events]),
    mayRecalculate: () => true,
    recalculate: () => {},
    answeredAhead: () => {},
    sheetName: () => 'Sheet1',
    formulaAt: () => '',
  });
  const ask = (row: number) => functions.askAhead({ id: 'F', name: 'F', parameters: [] }, [row], cellKey('s', row, 0));
  return { functions, fired, ask };
}

describe('calls of custom functions', () => {
  it('wait until office.js says that its runtime takes them: before, it would drop them', async () => {
    const { functions, fired, ask } = beforeReady();
    ask(1);
    await turns();
    expect([fired, functions.isBusy]).toEqual([[], true]);
    functions.runtimeReady();
    ask(2);
    await turns();
    expect(fired.flat().map((event) => event[4])).toEqual([1, 2]);
    functions.dispose();
  });

  it('that are open go to a reloaded pane once it is ready too', async () => {
    const { functions, fired, ask } = beforeReady();
    functions.runtimeReady();
    ask(1);
    await turns();
    functions.resend();
    ask(2);
    await turns();
    expect(fired).toHaveLength(1);
    functions.runtimeReady();
    await turns();
    expect(fired.slice(1).flat().map((event) => event[4])).toEqual([1, 2]);
    functions.dispose();
  });
});
