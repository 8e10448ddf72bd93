import { spawn } from 'node:child_process';

/** Opens the address in the person's browser. A machine without one is no failure: the address was printed. */
export function openBrowser(url: string): void {
  const [program, ...args] = browserCommand(url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function browserCommand(url: string): readonly [program: string, ...args: string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', url];
    case 'win32':
      return ['cmd', '/c', 'start', '', url];
    default:
      return ['xdg-open', url];
  }
}
