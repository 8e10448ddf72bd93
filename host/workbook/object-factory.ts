import type { HostObject } from '../interpreter/host-object.ts';
import type { RangeState } from './range/range-state.ts';
import type { CellBox } from './snapshot.ts';

/** Makes the objects of the Excel object model: the kinds know each other only through this. */
export interface ObjectFactory {
  range(sheetId: string, box: CellBox): HostObject;
  /** Null when the value is no range. */
  rangeState(value: unknown): RangeState | null;
  worksheet(sheetId: string): HostObject;
  table(id: string): HostObject;
  /** Null: all tables of the workbook. */
  tables(sheetId: string | null): HostObject;
  /** Tables that touch the box, or lie in it altogether. */
  tablesIn(sheetId: string, box: CellBox, fullyContained: boolean): HostObject;
  /** Null: the names of the whole workbook. */
  names(sheetId: string | null): HostObject;
  dataValidation(sheetId: string, box: CellBox): HostObject;
  conditionalFormats(sheetId: string, box: CellBox): HostObject;
  /** Takes validations and conditional formats off the cells. */
  clearRules(sheetId: string, box: CellBox): void;
}
