import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { developmentCertificate } from './development-certificate.ts';
import { installedFolders } from './served-folders.ts';
import { startServer, type RunningServer } from './serve.ts';

// Signed by nobody, for the name localhost, made for this test alone.
const cert = `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUZTTg/zDmH0mIZhQ/0NQ2PTBHTbowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNTIyNTExNFoYDzIxMjYxMTAx
MjI1MTE0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS4G00xilJ+AxT1UhgKVShZH2JigeZ5b/yCksVHdWc/TJuR8l4Eb3Ei
OUgMR1J1+Q6nV3lSsUyVwvHEvcEHPK0so2kwZzAdBgNVHQ4EFgQUKcE1ibM5iFU4
eskk7h/AnFFJLY8wHwYDVR0jBBgwFoAUKcE1ibM5iFU4eskk7h/AnFFJLY8wDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIgVeQ6EcRV2I7Yy8XYhvR3PoXU8EYLrJmpTzA7sQSFyw0CIQCQknapVL0j
JGf9Nk5cZR2FT+yxio19e1JoKuyaG0QlJQ==
-----END CERTIFICATE-----`;
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgmxiYYB41T49HSN0I
o2zumrTdOBC0VjxenyWQwaouOnOhRANCAAS4G00xilJ+AxT1UhgKVShZH2JigeZ5
b/yCksVHdWc/TJuR8l4Eb3EiOUgMR1J1+Q6nV3lSsUyVwvHEvcEHPK0s
-----END PRIVATE KEY-----`;

const page = '<!doctype html><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';

let root: string;
let server: RunningServer;

const ask = (address: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    // `localhost` is the name Excel asks for and the certificate holds; the server listens on IPv4 alone.
    request(address, { ca: cert, family: 4 }, response => {
      let body = '';
      response.setEncoding('utf8').on('data', part => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'serve-excel-'));
  const addin = path.join(root, 'addin');
  mkdirSync(addin);
  writeFileSync(path.join(addin, 'taskpane.html'), page);
  writeFileSync(path.join(root, 'localhost.crt'), cert);
  writeFileSync(path.join(root, 'localhost.key'), key);
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  const forExcel = developmentCertificate(root);
  if (!forExcel) throw new Error('the certificate was not found');
  server = await startServer({ port: 0, folders: { ...installedFolders(), addin }, forExcel });
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

describe('the server for a real Excel', () => {
  it('serves the add-in as it ships, by https at the addresses of the manifest', async () => {
    const addresses = [...readFileSync(installedFolders().manifestFile, 'utf8').matchAll(/https:\/\/localhost:3000(\/[^"?]*)/g)];
    const pages = new Set(addresses.map(([, address]) => address).filter(address => address?.endsWith('.html')));
    expect([...pages]).toEqual(['/taskpane.html']);
    expect(server.url).toMatch(/^https:\/\/localhost:\d+\/$/);
    expect(await ask(`${server.url}taskpane.html`)).toEqual({ status: 200, body: page });
  });

  it('serves nothing beside it', async () => {
    for (const name of ['samples.json', 'attach.js', '', '%2e%2e/secret.txt']) {
      expect(await ask(server.url + name)).toEqual({ status: 404, body: 'Not found.\n' });
    }
  });

  it('takes no other port than the one of the manifest', async () => {
    const port = Number(new URL(server.url).port);
    await expect(startServer({ port, forExcel: { cert, key } })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('finds no certificate where none was made', () => {
    expect(developmentCertificate(path.join(root, 'addin'))).toBeNull();
  });
});
