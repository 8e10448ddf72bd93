import type { NamedFormula } from '../../workbook/snapshot.ts';
import { formulaFromFile } from '../formula/from-file.ts';
import type { FunctionNames } from '../function-names.ts';
import { child, childrenNamed, flag, type XmlElement } from '../xml/parse-xml.ts';

/** A defined name and its element in the workbook part. */
export interface NameInFile {
  readonly element: XmlElement;
  /** Null for the names Excel keeps for itself (`_xlnm.Print_Area`), macros and names of sheets we do not show. */
  readonly name: NamedFormula | null;
}

/** `sheetNames` by the index names refer to: all of the workbook's sheets, null for those that are no worksheets. */
export function readNames(
  workbook: XmlElement,
  sheetNames: readonly (string | null)[],
  functions: FunctionNames,
): NameInFile[] {
  return childrenNamed(child(workbook, 'definedNames'), 'definedName').map(element => ({
    element,
    name: readName(element, sheetNames, functions),
  }));
}

function readName(
  element: XmlElement,
  sheetNames: readonly (string | null)[],
  functions: FunctionNames,
): NamedFormula | null {
  const { name = '', localSheetId, hidden, comment, function: isMacro, xlm } = element.attributes;
  if (name.toLowerCase().startsWith('_xlnm.') || flag(isMacro) || flag(xlm)) return null;
  const sheetName = localSheetId === undefined ? undefined : sheetNames[Number(localSheetId)];
  if (sheetName === null || (localSheetId !== undefined && sheetName === undefined)) return null;
  return {
    name,
    formula: formulaFromFile(element.text.trim(), functions),
    ...(sheetName !== undefined && { sheetName }),
    ...(flag(hidden) && { hidden: true }),
    ...(comment && { comment }),
  };
}
