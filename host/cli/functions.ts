import type { FunctionsArguments } from './arguments.ts';
import { exitCode } from './exit-code.ts';
import { readAddinFunctions } from './addin-functions.ts';
import type { Terminal } from './terminal.ts';

/** `cloudcost functions`: what can stand in a cell. */
export function listFunctions({ asJson }: FunctionsArguments, terminal: Terminal): number {
  const { namespace, definitions } = readAddinFunctions();
  if (asJson) {
    terminal.print(JSON.stringify(definitions.map(d => ({ ...d, name: `${namespace}.${d.name}` })), null, 2));
    return exitCode.done;
  }
  for (const { name, description, parameters = [] } of definitions) {
    const list = parameters.map(p => (p.optional ? `[${p.name}]` : p.name)).join(', ');
    terminal.print(`${namespace}.${name}(${list})\n    ${description ?? ''}`);
    const width = Math.max(0, ...parameters.map(p => p.name.length));
    for (const parameter of parameters)
      terminal.print(`      ${parameter.name.padEnd(width)}  ${parameter.description ?? ''}`);
    terminal.print('');
  }
  return exitCode.done;
}
