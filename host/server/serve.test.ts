import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, type RunningServer } from './serve.ts';
import { installedFolders, type ServedFolders } from './served-folders.ts';

const cdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const shippedPage = `<!doctype html><head><script src="${cdn}"></script></head><body><script defer src="main.js"></script></body>`;

let root: string;
let folders: ServedFolders;
let server: RunningServer;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'serve-'));
  const folder = (name: string): string => {
    mkdirSync(path.join(root, name));
    return path.join(root, name);
  };
  folders = {
    page: folder('page'),
    addin: folder('addin'),
    samples: folder('samples'),
    officeJs: installedFolders().officeJs,
    manifestFile: path.join(root, 'manifest.xml'),
  };
  writeFileSync(path.join(folders.page, 'index.html'), '<!doctype html><title>Page</title>');
  writeFileSync(path.join(folders.addin, 'taskpane.html'), shippedPage);
  writeFileSync(path.join(folders.addin, 'main.js'), 'void 0;');
  writeFileSync(path.join(folders.samples, 'b farm.xlsx'), 'B');
  writeFileSync(path.join(folders.samples, 'a.xlsx'), 'A');
  writeFileSync(path.join(folders.samples, '~$a.xlsx'), 'lock');
  writeFileSync(path.join(folders.samples, 'build.ts'), 'not a sample');
  writeFileSync(folders.manifestFile, '<OfficeApp/>');
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  server = await startServer({ port: 0, folders });
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

interface Asked {
  readonly status: number;
  readonly body: string;
  readonly type: string;
}

/** `fetch` tidies an address before it asks; an attacker does not. */
function ask(rawPath: string, headers: Record<string, string> = {}): Promise<Asked> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: rawPath, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, type: response.headers['content-type'] ?? '' }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  it('serves the page at its address', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body: '<!doctype html><title>Page</title>' });
  });

  it('serves the add-in unchanged but for the script tag of office.js', async () => {
    const { body } = await ask('/addin/taskpane.html?_host_Info=Excel$Mac$16.00$en-US$$$$3');
    expect(body).not.toContain(cdn);
    expect(body.indexOf('src="/attach.js"')).toBeGreaterThan(0);
    expect(body.indexOf('src="/office-js/office.js"')).toBeGreaterThan(body.indexOf('src="/attach.js"'));
    expect(body).toContain('<script defer src="main.js"></script>');
    expect(await ask('/addin/main.js')).toMatchObject({ body: 'void 0;', type: 'text/javascript; charset=utf-8' });
  });

  it('serves office.js from the installed package', async () => {
    const { status, body } = await ask('/office-js/office.js');
    expect(status).toBe(200);
    expect(body.length).toBeGreaterThan(10_000);
  });

  it('lists and serves sample workbooks, and nothing else of their folder', async () => {
    expect(JSON.parse((await ask('/samples.json')).body)).toEqual(['a.xlsx', 'b farm.xlsx']);
    expect((await ask('/samples/b%20farm.xlsx')).body).toBe('B');
    expect((await ask('/samples/build.ts')).status).toBe(404);
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/addin/../../secret.txt', '/addin/%2e%2e%2fsecret.txt', '/samples/..%5csecret.txt', '//../secret.txt', '/%'])(
    'does not leave its folders: %s',
    async (rawPath) => {
      const { status, body } = await ask(rawPath);
      expect(status).toBe(404);
      expect(body).not.toContain('secret');
    },
  );

  it('answers nobody who calls this machine by a foreign name', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
    expect((await ask('/', { host: `localhost:${new URL(server.url).port}` })).status).toBe(200);
  });

  it('takes the next port when the one asked for is busy', async () => {
    const port = Number(new URL(server.url).port);
    const second = await startServer({ port, folders });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    await second.close();
  });

  it('listens on the loopback address only', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });
});
