import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FunctionDefinition } from '../functions/function-definition.ts';
import { openPaneNode } from '../pane/pane-node.ts';
import type { NodePane } from '../pane/pane-node.ts';
import { createSession } from '../session.ts';
import type { HostSession, SessionSettings } from '../session.ts';
import { createUniverNode } from '../univer/univer-node.ts';

const folder = path.dirname(fileURLToPath(import.meta.url));

const scalar = (name: string, optional = false) => ({ name, ...(optional && { optional }) });

/** What functions.js beside this file associates. */
const definitions: readonly FunctionDefinition[] = [
  { id: 'COST', name: 'COST', parameters: [scalar('plan'), scalar('rate'), scalar('nodes', true), scalar('hours', true)] },
  { id: 'SERIES', name: 'SERIES', parameters: [scalar('count')], result: { dimensionality: 'matrix' } },
  { id: 'TEXT', name: 'TEXT', parameters: [scalar('number')] },
  { id: 'TOTAL', name: 'TOTAL', parameters: [{ name: 'cells', dimensionality: 'matrix' }] },
  { id: 'JOIN', name: 'JOIN', parameters: [scalar('between'), { name: 'parts', dimensionality: 'matrix', repeating: true }] },
  { id: 'TICK', name: 'TICK', parameters: [scalar('start')], options: { stream: true, cancelable: true } },
  { id: 'WHERE', name: 'WHERE', parameters: [], options: { requiresAddress: true } },
  { id: 'FAIL', name: 'FAIL', parameters: [scalar('how')] },
];

export interface TestHost {
  readonly session: HostSession;
  readonly pane: NodePane;
  /** Excel.run of the add-in's own office.js. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** Another page of the same add-in, as after a reload. */
  reload(): Promise<TestHost>;
  close(): void;
}

/** A workbook with the test add-in beside it, under the real office.js. */
export async function openTestHost(settings: Partial<Omit<SessionSettings, 'univer'>> = {}): Promise<TestHost> {
  const univer = createUniverNode();
  const session = await createSession({ univer, snapshot: null, ...settings });
  session.registerFunctions('CLOUD', definitions);
  const withPane = async (): Promise<TestHost> => {
    const pane = await openPaneNode(session, folder);
    const { Excel: excel } = pane.window as unknown as { Excel: typeof Excel };
    return {
      session,
      pane,
      run: (batch) => excel.run(batch),
      reload() {
        pane.close();
        return withPane();
      },
      close() {
        pane.close();
        session.dispose();
        univer.dispose();
      },
    };
  };
  return withPane();
}
