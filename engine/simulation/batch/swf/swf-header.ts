import type { SwfHeader } from './swf-log.ts';

/** What is looked for stands at the beginning of its line. */
const readLength = 80;
const statement = /^;\s*(MaxProcs|MaxNodes|UnixStartTime):\s*(\d+)/;

/** Gathers what the comment lines say. `MaxProcs` counts; a log that has only `MaxNodes` has one processor a node. */
export const headerReader = () => {
  const said = new Map<string, number>();
  return {
    read(bytes: Uint8Array, from: number, to: number): void {
      const [, name, value] = statement.exec(String.fromCharCode(...bytes.subarray(from, Math.min(to, from + readLength)))) ?? [];
      if (name !== undefined) said.set(name, Number(value));
    },
    found: (): SwfHeader => ({
      maxProcessors: said.get('MaxProcs') ?? said.get('MaxNodes') ?? null,
      unixStart: said.get('UnixStartTime') ?? null,
    }),
  };
};
