/** One function of an add-in's functions.json. */
export interface FunctionDefinition {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters?: readonly ParameterDefinition[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: FunctionOptions;
}

export interface ParameterDefinition {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  /** `matrix`: a range as it is; otherwise one value. */
  readonly dimensionality?: string;
  readonly optional?: boolean;
  /** The last parameter, as often as given. */
  readonly repeating?: boolean;
}

export interface FunctionOptions {
  readonly stream?: boolean;
  readonly cancelable?: boolean;
  readonly requiresAddress?: boolean;
}
