import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * A browser's `Worker` over Node's threads, for add-in scripts: plain data both ways, `importScripts` from the add-in's
 * folder, `terminate`, `onmessage`, `onerror`. Classic scripts only.
 */
export function nodeWorkerClass(addinFolder: string, openWorkers: Set<Worker>) {
  return class NodeWorker extends EventTarget {
    onmessage: ((event: MessageLike) => void) | null = null;
    onerror: ((event: ErrorLike) => void) | null = null;
    private readonly thread: Worker;

    constructor(url: string | URL) {
      super();
      const script = new URL(String(url), 'https://localhost/').pathname;
      this.thread = new Worker(bootstrap, { eval: true, workerData: { addinFolder, script }, stdout: false });
      openWorkers.add(this.thread);
      this.thread.on('message', (data: unknown) => this.emit('message', { data }));
      this.thread.on('error', (error: Error) => this.emit('error', { message: error.message, error }));
      this.thread.on('exit', () => openWorkers.delete(this.thread));
    }

    postMessage(data: unknown): void {
      this.thread.postMessage(data);
    }

    terminate(): void {
      void this.thread.terminate();
    }

    private emit(type: 'message' | 'error', details: object): void {
      const event = Object.assign(new Event(type), details);
      if (type === 'message') this.onmessage?.(event as unknown as MessageLike);
      else this.onerror?.(event as unknown as ErrorLike);
      this.dispatchEvent(event);
    }
  };
}

interface MessageLike extends Event {
  readonly data: unknown;
}

interface ErrorLike extends Event {
  readonly message: string;
}

/** Reads a script of the add-in; nothing outside its folder. */
export function readAddinFile(addinFolder: string, pathname: string): Buffer | null {
  const file = path.resolve(addinFolder, `.${path.posix.normalize(decodeURIComponent(pathname))}`);
  if (!file.startsWith(path.resolve(addinFolder) + path.sep)) return null;
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** Runs first in the thread and makes it look like a browser's worker. */
const bootstrap = `
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { runInThisContext } = require('node:vm');
const listeners = { message: new Set(), error: new Set() };
const base = 'https://localhost' + workerData.script;
const read = (url) => {
  const { pathname } = new URL(url, base);
  return readFileSync(path.join(workerData.addinFolder, decodeURIComponent(pathname)), 'utf8');
};
Object.assign(globalThis, {
  self: globalThis,
  onmessage: null,
  location: new URL(base),
  postMessage: (data) => parentPort.postMessage(data),
  close: () => parentPort.close(),
  importScripts: (...urls) => urls.forEach((url) => runInThisContext(read(url), { filename: String(url) })),
  addEventListener: (type, listener) => listeners[type]?.add(listener),
  removeEventListener: (type, listener) => listeners[type]?.delete(listener),
});
parentPort.on('message', (data) => {
  const event = { type: 'message', data, target: globalThis };
  if (typeof globalThis.onmessage === 'function') globalThis.onmessage(event);
  for (const listener of listeners.message) listener.call(globalThis, event);
});
globalThis.importScripts(workerData.script);
`;
