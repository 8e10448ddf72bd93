import { startServer } from '../server/serve.ts';
import type { ServeArguments } from './arguments.ts';
import { exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** `cloudcost serve`: the browser page, until Ctrl-C. */
export async function serve({ port, open }: ServeArguments, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const server = await startServer({ open, ...(port === null ? {} : { port }) });
  terminal.print(`CloudCost is at ${server.url}  (Ctrl-C ends it)`);
  await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }));
  await server.close();
  return exitCode.done;
}
