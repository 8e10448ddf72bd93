import type { Issue } from './issue.ts';

/** A value, or every problem that prevents it. A bad cell is a value; a bad programmer is an exception. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (...issues: readonly Issue[]): Result<never> => ({ ok: false, issues });
