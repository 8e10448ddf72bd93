import { asCellError, type CellError } from './cell-error.ts';
import { worksheetFunctions, type WorksheetFunction } from './worksheet-functions.ts';

/**
 * Gives Excel the code of each function in functions.json. Must run before the first calculation, so right at the
 * start.
 */
export function registerFunctions(): void {
  for (const [id, { compute }] of Object.entries(worksheetFunctions)) CustomFunctions.associate(id, inCell(compute));
}

/** Nothing gets past the cell: every problem becomes an Excel error, with a message where Excel can show one. */
const inCell = (compute: WorksheetFunction['compute']) => (...values: never[]): unknown => {
  try {
    return compute(...values);
  } catch (error) {
    throw hostError(asCellError(error));
  }
};

function hostError({ kind, message }: CellError): CustomFunctions.Error {
  if (kind === 'notAvailable') return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
  if (kind === 'invalidNumber') return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);
}
