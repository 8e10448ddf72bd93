import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { azurePricePages, serviceUrl } from './azure-prices.ts';
import { FileTrouble } from './files.ts';

/** A price service of this test. */
let server: Server;
let url = '';
const asked: string[] = [];
let answer: (address: URL, response: ServerResponse) => void = () => undefined;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(new URL(request.url ?? '/', url), response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const page = (item: number, next: string | null): string => JSON.stringify({ Items: [item], NextPageLink: next });
const pages = async (addresses: readonly string[], signal = new AbortController().signal): Promise<string[]> => {
  const found: string[] = [];
  for await (const bytes of azurePricePages(addresses, serviceUrl(url), signal)) found.push(new TextDecoder().decode(bytes));
  return found;
};

describe('pages of the Azure price service', () => {
  it('come in order, question by question, and a busy service is asked again', async () => {
    let busy = 2;
    answer = ({ pathname }, response) => {
      if (busy-- > 0) response.writeHead(busy === 1 ? 429 : 503, { 'retry-after': '0' }).end();
      else response.end(pathname === '/a' ? page(1, `${url}/b`) : page(pathname === '/b' ? 2 : 3, null));
    };
    asked.length = 0;
    expect(await pages(['/a', '/c'])).toEqual([page(1, `${url}/b`), page(2, null), page(3, null)]);
    expect(asked).toEqual(['/a', '/a', '/a', '/b', '/c']);
  });

  it.each([
    ['an error of the service', (_: URL, response: ServerResponse) => void response.writeHead(500).end(), /answered 500/],
    ['a service that stays busy', (_: URL, response: ServerResponse) => void response.writeHead(429, { 'retry-after': '0' }).end(), /answered 429/],
    ['something that is no JSON', (_: URL, response: ServerResponse) => void response.end('<html>'), /no JSON/],
    ['a next page elsewhere', (_: URL, response: ServerResponse) => void response.end(page(1, 'https://example.com/next')), /not asked for/],
    ['a way elsewhere', (_: URL, response: ServerResponse) => void response.writeHead(302, { location: 'https://example.com/' }).end(), /cannot be reached/],
    ['a broken connection', (_: URL, response: ServerResponse) => void response.destroy(), /cannot be reached/],
  ])('end at %s, with the service named', async (_what, reply, reason) => {
    answer = reply;
    const failure = await pages(['/a']).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(FileTrouble);
    expect((failure as Error).message).toMatch(reason);
    expect((failure as Error).message).toContain(url);
  });

  it('end when cancelled while the service is busy', async () => {
    const abort = new AbortController();
    answer = (_, response) => {
      response.writeHead(503, { 'retry-after': '30' }).end();
      setTimeout(() => abort.abort(), 20);
    };
    await expect(pages(['/a'], abort.signal)).rejects.toThrow(/abort/i);
  });

  it('are asked for by https, or of this machine', () => {
    expect(serviceUrl(null).origin).toBe('https://prices.azure.com');
    expect(serviceUrl('https://mirror.example').origin).toBe('https://mirror.example');
    for (const bad of ['http://example.com', 'file:///etc/passwd', 'prices']) expect(() => serviceUrl(bad)).toThrow(FileTrouble);
  });
});
