import { ApiError } from '../../interpreter/api-error.ts';
import { looksLikeCell } from '../address.ts';

/** Excel's limits for the name of a table or a defined name. */
const maxNameLength = 255;

export function checkDefinedName(name: string): void {
  const why = flaw(name);
  if (why) throw new ApiError('InvalidArgument', `The name ${JSON.stringify(name)} is not valid: ${why}.`);
}

function flaw(name: string): string | null {
  if (name === '') return 'it is empty';
  if (name.length > maxNameLength) return `it has more than ${maxNameLength} characters`;
  if (!/^[\p{L}_\\]/u.test(name)) return 'it must begin with a letter, an underscore or a backslash';
  if (!/^[\p{L}\p{N}_.\\?]+$/u.test(name)) return 'it may hold letters, digits, underscores and periods only, no blanks';
  if (looksLikeCell(name)) return 'it looks like a cell';
  return null;
}
