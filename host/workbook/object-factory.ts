import type { HostObject } from '../interpreter/host-object.ts';
import type { CellBox } from './snapshot.ts';

/** Makes the objects of the Excel object model: the kinds know each other only through this. */
export interface ObjectFactory {
  range(sheetId: string, box: CellBox): HostObject;
  worksheet(sheetId: string): HostObject;
  /** Null: the names of the whole workbook. */
  names(sheetId: string | null): HostObject;
}
