import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './development-certificate.ts';
import { openBrowser } from './open-browser.ts';
import { routeForExcel, route, type Answer } from './route.ts';
import { installedFolders, type ServedFolders } from './served-folders.ts';

export interface ServerOptions {
  /** The first port tried; busy ones are passed over. 0 takes any. */
  readonly port?: number;
  /** Opens the page in a browser once it is served. */
  readonly open?: boolean;
  readonly folders?: ServedFolders;
  /** For a real Excel: the add-in alone, as it ships, at the addresses of manifest.xml, by https and on the very port asked for. */
  readonly forExcel?: Certificate;
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

const firstPort = 3000;
const portsTried = 50;
/** Only this machine may ask: the workbook in the page is nobody else's. */
const loopback = '127.0.0.1';

/**
 * Serves the browser page, the built add-in and office.js on this machine alone.
 * @throws when no port is free.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const folders = options.folders ?? installedFolders();
  const { forExcel } = options;
  const find = forExcel ? routeForExcel : route;
  const respond = (request: IncomingMessage, response: ServerResponse): void =>
    answer(request, response, address => find(address, folders));
  const server = forExcel ? createSecureServer(forExcel, respond) : createServer(respond);
  const port = await listen(server, options.port ?? firstPort, forExcel ? 1 : portsTried);
  const url = forExcel ? `https://localhost:${port}/` : `http://${loopback}:${port}/`;
  if (options.open) openBrowser(url);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, wanted: number, most: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, loopback, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const isBusy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isBusy || port - wanted >= most - 1) throw error;
    }
  }
}

function answer(request: IncomingMessage, response: ServerResponse, find: (address: string) => Answer | null): void {
  const refuse = (status: number, reason: string): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`${reason}\n`);
  };
  // A foreign site may point its own name at 127.0.0.1 and read what stands here; its Host header gives it away.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) return refuse(403, 'Only for this machine.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Nothing is stored here.');
  const found = find(request.url ?? '/');
  if (!found) return refuse(404, 'Not found.');
  const { content } = found;
  response.writeHead(200, {
    'content-type': found.type,
    'content-length': 'text' in content ? Buffer.byteLength(content.text) : content.byteCount,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  if (request.method === 'HEAD') return void response.end();
  if ('text' in content) return void response.end(content.text);
  createReadStream(content.file).on('error', () => response.destroy()).pipe(response);
}
