import type { CloudCostAutomation } from '../../addin/automation.ts';
import { typedNames } from '../functions/typed-names.ts';
import { openPaneNode } from '../pane/pane-node.ts';
import type { HostSession } from '../session.ts';
import { createSession } from '../session.ts';
import { createUniverNode } from '../univer/univer-node.ts';
import { functionNames } from '../xlsx/function-names.ts';
import { readXlsx } from '../xlsx/read.ts';
import { valuesOnly } from '../xlsx/values/values-only.ts';
import { writeXlsx } from '../xlsx/write.ts';
import { readAddinFunctions } from './addin-functions.ts';
import { addinFolder } from './places.ts';
import { settle } from './settle.ts';

/** A workbook open in the host with the add-in running beside it, as in Excel with the pane loaded. */
export interface HostedWorkbook {
  readonly session: HostSession;
  readonly cloudCost: CloudCostAutomation;
  /** The workbook as a file: the opened bytes with what has changed since. */
  save(): Uint8Array;
  /** The same for somebody without the add-in: values where its functions stand. */
  saveValues(): Uint8Array;
  close(): void;
}

/**
 * Opens a workbook, or an empty one, and starts the built add-in in it under the real office.js.
 * @param bytes The .xlsx file, or null for an empty workbook.
 * @param language In which the add-in speaks and heads results, as BCP 47.
 * @throws WorkbookFileError when the bytes are no usable workbook.
 */
export async function openHostedWorkbook(bytes: Uint8Array | null, language = 'en-US'): Promise<HostedWorkbook> {
  const { namespace, definitions } = readAddinFunctions();
  const { all, spilling } = typedNames(namespace, definitions);
  const names = functionNames(all, spilling);
  const snapshot = bytes && readXlsx(bytes, names);
  const session = await createSession({ univer: createUniverNode(), snapshot });
  session.registerFunctions(namespace, definitions);
  const pane = await openPaneNode(session, addinFolder, language);
  const { cloudCost } = pane.window;
  if (!cloudCost) throw new Error('The add-in did not start: window.cloudCost is missing.');
  await cloudCost.ready;
  await settle(session);
  const save = (): Uint8Array => writeXlsx(session.takeSnapshot(), bytes, names);
  return {
    session,
    cloudCost,
    save,
    saveValues: () => valuesOnly(save(), names),
    close() {
      pane.close();
      session.dispose();
    },
  };
}
