/**
 * A name that only hands its parameters on: `CLOUDCOST = LAMBDA(a,[b],CLOUD.COST(a,b))`. Univer's LAMBDA knows no
 * optional `[parameters]` and wants every argument, so such a name becomes the function itself under another name.
 */
export function forwardedFunction(formula: string): string | null {
  const match = /^=?\s*LAMBDA\s*\(([^()]*),\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\(([^()]*)\)\s*\)\s*$/iu.exec(formula);
  if (!match) return null;
  const [, parameters = '', name = '', args = ''] = match;
  return plainList(parameters) === plainList(args) ? name.toUpperCase() : null;
}

const plainList = (text: string): string => text.replace(/[[\]\s]/g, '').toUpperCase();
