/// <reference types="office-js" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FunctionDefinition } from '../host/functions/function-definition.ts';
import { readManifest } from '../host/manifest/read-manifest.ts';
import { openPaneNode } from '../host/pane/pane-node.ts';
import { createSession } from '../host/session.ts';
import type { HostSession } from '../host/session.ts';
import { createUniverNode } from '../host/univer/univer-node.ts';
import type { WorkbookSnapshot } from '../host/workbook/snapshot.ts';
import { addinFolder, manifestFile } from './places.ts';

/** A workbook with the built add-in beside it, headless, under the real office.js. */
export interface HostedAddin {
  readonly session: HostSession;
  /** Office.js as the add-in has it. */
  readonly excel: typeof Excel;
  close(): Promise<void>;
}

/** office.js reports on what it did a moment later; nobody may be gone by then. */
const lateMessagesMs = 200;

export async function openHostedAddin(snapshot: WorkbookSnapshot | null = null): Promise<HostedAddin> {
  const { namespace } = readManifest(readFileSync(manifestFile, 'utf8'));
  const metadata = readFileSync(path.join(addinFolder, 'functions.json'), 'utf8');
  const { functions } = JSON.parse(metadata) as { functions: readonly FunctionDefinition[] };
  const univer = createUniverNode();
  const session = await createSession({ univer, snapshot });
  session.registerFunctions(namespace, functions);
  const pane = await openPaneNode(session, addinFolder);
  const { cloudCost } = pane.window;
  if (!cloudCost) throw new Error(`The add-in did not start. ${pane.errors.join(' ')}`);
  await cloudCost.ready;
  await session.idle();
  return {
    session,
    excel: (pane.window as unknown as { Excel: typeof Excel }).Excel,
    async close() {
      await new Promise((resolve) => setTimeout(resolve, lateMessagesMs));
      pane.close();
      session.dispose();
      univer.univer.dispose();
    },
  };
}
