import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** A certificate this machine trusts for `localhost`, and its key, as PEM text. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Where Microsoft's `office-addin-dev-certs install` puts what it makes. */
const madeByOfficeTools = path.join(homedir(), '.office-addin-dev-certs');

/** The certificate in a folder (`localhost.crt`, `localhost.key`), or null when it is not there. */
export function developmentCertificate(folder: string = madeByOfficeTools): Certificate | null {
  const [cert, key] = ['localhost.crt', 'localhost.key'].map(name => path.join(folder, name)) as [string, string];
  return existsSync(cert) && existsSync(key) ? { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } : null;
}
