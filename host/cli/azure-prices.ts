import { FileTrouble } from './files.ts';

/** Microsoft's public service; it needs no account. */
const service = 'https://prices.azure.com';
const attempts = 4;
/** A busy service says how long to wait; nobody waits longer than this for one page. */
const longestWaitSeconds = 60;

/** The address of the service, or one named in its stead: https, or this machine. */
export function serviceUrl(named: string | null): URL {
  const url = URL.canParse(named ?? service) ? new URL(named ?? service) : null;
  const isLocal = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isLocal)) throw new FileTrouble(`--url ${named ?? ''}: an https address is needed.`);
  return url;
}

/** All pages of all questions, one JSON document after the other. Stops with a FileTrouble that names the address. */
export async function* azurePricePages(addresses: readonly string[], base: URL, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (const address of addresses) {
    let next: string | null = address;
    while (next) {
      const url: URL = new URL(next, base);
      // What the service answers must not send us elsewhere.
      if (url.origin !== base.origin) throw new FileTrouble(`${base.origin}: its next page is at ${url.origin}, which was not asked for.`);
      const bytes = await fetchPage(url, signal);
      next = nextPageOf(bytes, url);
      yield bytes;
    }
  }
}

async function fetchPage(url: URL, signal: AbortSignal): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    let response: Response;
    try {
      response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      if (signal.aborted) throw error;
      throw new FileTrouble(`${url.origin}: cannot be reached (${reasonOf(error)}).`);
    }
    const isBusy = response.status === 429 || response.status === 503;
    if (!isBusy || attempt === attempts) throw new FileTrouble(`${url.origin}: answered ${response.status} ${response.statusText}.`);
    const stated = Number(response.headers.get('retry-after') ?? 2 ** attempt);
    await pause(Math.min(longestWaitSeconds, Number.isFinite(stated) ? stated : longestWaitSeconds), signal);
  }
}

const reasonOf = (error: unknown): string => {
  const { cause, message } = error as Error & { cause?: Error };
  return cause?.message || message;
};

const pause = (seconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }, { once: true });
  });

function nextPageOf(bytes: Uint8Array, url: URL): string | null {
  let page: unknown;
  try {
    page = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new FileTrouble(`${url.origin}: answered something that is no JSON.`);
  }
  const link = (page as { NextPageLink?: unknown } | null)?.NextPageLink;
  return typeof link === 'string' && link !== '' ? link : null;
}
