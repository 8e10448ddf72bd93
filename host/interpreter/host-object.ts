import { ApiError } from './api-error.ts';
import type { CallArguments } from './call-arguments.ts';

/** How office.js finds the object again in a later batch, and how collections find it by key. */
export interface Identity {
  readonly id?: string | number;
  readonly name?: string;
  /** For objects no indexer leads to (ranges): kept by the interpreter until the add-in lets go. */
  readonly referenceId?: string;
}

export type Answer = unknown;
type Setter<State> = (state: State, value: CallArguments) => void | Promise<void>;
type Method<State> = (state: State, args: CallArguments) => Answer;

/** What an object of a kind answers. Names are the wire's (PascalCase). What is not listed does not exist. */
export interface Members<State> {
  /** Plain values: what `load()` brings when it names nothing. */
  readonly scalars?: Readonly<Record<string, (state: State) => Answer>>;
  /** Objects one level down (`Worksheet.Tables`, `Range.Format`). */
  readonly links?: Readonly<Record<string, (state: State) => HostObject | null>>;
  readonly setters?: Readonly<Record<string, Setter<State>>>;
  readonly methods?: Readonly<Record<string, Method<State>>>;
  /** Present on collections. */
  readonly items?: (state: State) => readonly HostObject[];
}

/** A class of the Excel object model: its members are a table shared by all its objects. */
export class ObjectKind<State> {
  constructor(
    readonly name: string,
    readonly members: Members<State>,
  ) {}

  make(state: State, identity: Identity = {}): HostObject {
    return new HostObject(this as ObjectKind<unknown>, state, identity);
  }

  /** The state of an object of this kind; null for anything else. */
  stateOf(value: unknown): State | null {
    return value instanceof HostObject && value.kind === (this as ObjectKind<unknown>) ? (value.state as State) : null;
  }
}

/** One object of the Excel object model as the interpreter sees it: members by name, strictly. */
export class HostObject {
  constructor(
    readonly kind: ObjectKind<unknown>,
    readonly state: unknown,
    readonly identity: Identity,
  ) {}

  get scalarNames(): readonly string[] {
    return Object.keys(this.kind.members.scalars ?? {});
  }

  get(name: string): Answer {
    const { scalars, links } = this.kind.members;
    const read = own(scalars, name) ?? own(links, name);
    if (!read) throw this.unknown(name);
    return read(this.state);
  }

  set(name: string, value: CallArguments): void | Promise<void> {
    const write = own(this.kind.members.setters, name);
    if (!write) throw this.unknown(`${name} (set)`);
    return write(this.state, value);
  }

  call(name: string, args: CallArguments): Answer {
    const method = own(this.kind.members.methods, name);
    if (!method) throw this.unknown(`${name || 'getItem'}()`);
    return method(this.state, args);
  }

  items(): readonly HostObject[] | null {
    return this.kind.members.items?.(this.state) ?? null;
  }

  private unknown(member: string): ApiError {
    return new ApiError('ApiNotFound', `The API you are trying to use is not served by this host: ${this.kind.name}.${member}`);
  }
}

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}
