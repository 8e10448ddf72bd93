import type { FunctionDefinition } from './function-definition.ts';

/** An add-in's worksheet functions as a person types them, and those of them that may fill several cells. */
export interface TypedNames {
  readonly all: readonly string[];
  readonly spilling: readonly string[];
}

export function typedNames(namespace: string, definitions: readonly FunctionDefinition[]): TypedNames {
  const typed = ({ name }: FunctionDefinition): string => `${namespace}.${name}`;
  return {
    all: definitions.map(typed),
    spilling: definitions.filter(({ result }) => result?.dimensionality === 'matrix').map(typed),
  };
}
