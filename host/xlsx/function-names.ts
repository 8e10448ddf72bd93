/** How the add-in's worksheet functions are called in a formula, and how Excel stores them in a file. */
export interface FunctionNames {
  /** `CLOUD.COST` to `_xldudf_CLOUD_COST`. */
  readonly storedByTyped: ReadonlyMap<string, string>;
  /** `_XLDUDF_CLOUD_COST` to `CLOUD.COST`; keys in upper case, as function names have no case. */
  readonly typedByStored: ReadonlyMap<string, string>;
  /**
   * Typed names of those that answer a matrix: their formulas are stored as dynamic arrays even when one cell is
   * filled.
   */
  readonly spilling: ReadonlySet<string>;
}

/** From the names as a person types them: `['CLOUD.COST', 'CLOUD.NODES']`, and those of them that can spill. */
export function functionNames(typedNames: Iterable<string>, spilling: Iterable<string> = []): FunctionNames {
  const storedByTyped = new Map<string, string>();
  const typedByStored = new Map<string, string>();
  for (const name of typedNames) {
    const typed = name.toUpperCase();
    const stored = `_xldudf_${typed.replaceAll('.', '_')}`;
    storedByTyped.set(typed, stored);
    typedByStored.set(stored.toUpperCase(), typed);
  }
  return { storedByTyped, typedByStored, spilling: new Set([...spilling].map(name => name.toUpperCase())) };
}
