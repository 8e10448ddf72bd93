import { itemNotFound } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { parseAddress } from '../address.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { RangeState } from './range-state.ts';

/** A range given as an object or as an address; an address without a sheet is on `sheetId`. */
export function rangeArgument(live: LiveWorkbook, args: CallArguments, index: number, sheetId: string | null): RangeState {
  const value = args.value(index);
  const range = live.objects.rangeState(value);
  if (range) return range;
  if (typeof value !== 'string') throw args.wrong(index, 'a range or an address');
  return rangeAt(live, value, sheetId) ?? fail(args, index);
}

/** Null when the text is no address; a sheet that does not exist is an error. */
export function rangeAt(live: LiveWorkbook, text: string, sheetId: string | null): RangeState | null {
  const address = parseAddress(text);
  if (!address) return null;
  const { sheetName, ...box } = address;
  if (sheetName === null) return sheetId === null ? null : { live, sheetId, box };
  const sheet = live.sheetByName(sheetName);
  if (!sheet) throw itemNotFound(`worksheet ${sheetName}`);
  return { live, sheetId: sheet.getSheetId(), box };
}

function fail(args: CallArguments, index: number): never {
  throw args.wrong(index, 'a range or an address');
}
