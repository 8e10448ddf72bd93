import type { Result } from '../../engine/index.ts';
import { issuesError } from './cell-error.ts';

/** The value of an engine's answer; its issues as the error the cell shows. */
export function answer<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw issuesError(result.issues);
}
