import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { contentType } from './content-type.ts';
import { attachScript, paneForHost } from './pane-page.ts';
import type { ServedFolders } from './served-folders.ts';

/** What one address answers. */
export interface Answer {
  readonly type: string;
  readonly content: { readonly file: string; readonly byteCount: number } | { readonly text: string };
}

/** Answers an address (`/addin/functions.json`), or null when there is nothing there. */
export function route(address: string, folders: ServedFolders): Answer | null {
  const name = decodedPath(address);
  if (name === null) return null;
  switch (name) {
    case '/':
      return fileAnswer(path.join(folders.page, 'index.html'));
    case '/attach.js':
      return { type: contentType(name), content: { text: attachScript } };
    case '/manifest.xml':
      return fileAnswer(folders.manifestFile);
    case '/samples.json':
      return { type: contentType(name), content: { text: JSON.stringify(sampleNames(folders.samples)) } };
    case '/addin/taskpane.html': {
      const file = path.join(folders.addin, 'taskpane.html');
      return fileAnswer(file) && { type: contentType(file), content: { text: paneForHost(readFileSync(file, 'utf8')) } };
    }
  }
  const places: readonly (readonly [prefix: string, folder: string])[] = [
    ['/addin/', folders.addin],
    ['/office-js/', folders.officeJs],
    ['/samples/', folders.samples],
    ['/', folders.page],
  ];
  for (const [prefix, folder] of places)
    if (name.startsWith(prefix)) {
      const file = inside(folder, name.slice(prefix.length));
      const isServed = file !== null && (prefix !== '/samples/' || isSample(path.basename(file)));
      return isServed ? fileAnswer(file) : null;
    }
  return null;
}

/** Answers an address of manifest.xml (`/taskpane.html`): the bytes of the add-in as it ships, nothing else. */
export function routeForExcel(address: string, folders: ServedFolders): Answer | null {
  const name = decodedPath(address);
  const file = name === null ? null : inside(folders.addin, name.slice(1));
  return file === null ? null : fileAnswer(file);
}

function decodedPath(address: string): string | null {
  try {
    const name = decodeURIComponent(new URL(address, 'http://127.0.0.1').pathname);
    return /[\\\0]/.test(name) ? null : name;
  } catch {
    return null;
  }
}

/** The file in the folder, or null when the name leads out of it. */
function inside(folder: string, name: string): string | null {
  const file = path.resolve(folder, name);
  return file.startsWith(path.resolve(folder) + path.sep) ? file : null;
}

function fileAnswer(file: string): Answer | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { type: contentType(file), content: { file, byteCount: found.size } } : null;
}

/** Excel's lock files start with `~$`. */
const isSample = (name: string): boolean => name.endsWith('.xlsx') && !name.startsWith('~$');

function sampleNames(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder).filter(isSample).sort();
}
