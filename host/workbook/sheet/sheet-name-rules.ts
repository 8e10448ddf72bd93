import { ApiError } from '../../interpreter/api-error.ts';

const maxSheetNameLength = 31;

/** Excel's rules for the name of a sheet. Whether it is taken is for the workbook to say. */
export function checkSheetName(name: string): void {
  const why = flaw(name);
  if (why) throw new ApiError('InvalidArgument', `The sheet name ${JSON.stringify(name)} is not valid: ${why}.`);
}

function flaw(name: string): string | null {
  if (name.trim() === '') return 'it is blank';
  if (name.length > maxSheetNameLength) return `it has more than ${maxSheetNameLength} characters`;
  if (/[:\\/?*[\]]/.test(name)) return 'it must not hold any of : \\ / ? * [ ]';
  if (name.startsWith("'") || name.endsWith("'")) return 'it must not begin or end with an apostrophe';
  if (name.toLowerCase() === 'history') return 'Excel keeps this name for itself';
  return null;
}
