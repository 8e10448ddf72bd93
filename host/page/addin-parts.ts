import type { FunctionDefinition } from '../functions/function-definition.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import type { AddinFunctions } from './open-workbook.ts';
import type { RibbonButton } from './ribbon.ts';

/** What the host learns of the add-in, from the same two files as Excel. */
export interface AddinParts {
  readonly name: string;
  readonly functions: AddinFunctions;
  readonly buttons: readonly RibbonButton[];
}

export async function loadAddinParts(): Promise<AddinParts> {
  const [manifestXml, metadata] = await Promise.all([
    fetchOk('/manifest.xml').then((response) => response.text()),
    fetchOk('/addin/functions.json').then((response) => response.json() as Promise<{ functions: FunctionDefinition[] }>),
  ]);
  const manifest = readManifest(manifestXml);
  return {
    name: manifest.displayName,
    functions: { namespace: manifest.namespace, definitions: metadata.functions },
    buttons: manifest.buttons.map((button) => ({ ...button, iconAddress: servedHere(button.iconAddress) })),
  };
}

/** The manifest names the address it was published under; here the add-in is served below /addin. */
const servedHere = (address: string): string => `/addin${new URL(address).pathname}`;

export async function fetchOk(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status}). Is the add-in built?`);
  return response;
}
