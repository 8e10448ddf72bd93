import { developmentCertificate } from '../server/development-certificate.ts';
import { startServer } from '../server/serve.ts';
import { UsageError, type ServeArguments } from './arguments.ts';
import { exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

const noCertificate =
  'Excel asks for https, and no certificate for localhost was found. `npx office-addin-dev-certs install` makes one that this machine trusts.';

/** `cloudcost serve`: the browser page, or with --excel the add-in for a real Excel, until Ctrl-C. */
export async function serve({ port, open, forExcel }: ServeArguments, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const certificate = forExcel ? developmentCertificate() : null;
  if (forExcel && !certificate) throw new UsageError(noCertificate);
  const server = await startServer({ open, ...(port === null ? {} : { port }), ...(certificate ? { forExcel: certificate } : {}) });
  terminal.print(certificate ? `The add-in is at ${server.url}  (Ctrl-C ends it)` : `CloudCost is at ${server.url}  (Ctrl-C ends it)`);
  await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));
  await server.close();
  return exitCode.done;
}
