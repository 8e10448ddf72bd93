/** How the add-in's worksheet functions are called in a formula, and how Excel stores them in a file. */
export interface FunctionNames {
  /** `CLOUD.COST` to `_xldudf_CLOUD_COST`. */
  readonly storedByTyped: ReadonlyMap<string, string>;
  /** `_XLDUDF_CLOUD_COST` to `CLOUD.COST`; keys in upper case, as function names have no case. */
  readonly typedByStored: ReadonlyMap<string, string>;
}

/** From the names as a person types them: `['CLOUD.COST', 'CLOUD.PRICE']`. */
export function functionNames(typedNames: Iterable<string>): FunctionNames {
  const storedByTyped = new Map<string, string>();
  const typedByStored = new Map<string, string>();
  for (const name of typedNames) {
    const typed = name.toUpperCase();
    const stored = `_xldudf_${typed.replaceAll('.', '_')}`;
    storedByTyped.set(typed, stored);
    typedByStored.set(stored.toUpperCase(), typed);
  }
  return { storedByTyped, typedByStored };
}
