import type { PageLayoutSnapshot } from '../../workbook/snapshot.ts';
import { child, descend, flag, type XmlElement } from '../xml/parse-xml.ts';

/** The names Excel keeps a sheet's print ranges in. */
export const PRINT_AREA = '_xlnm.Print_Area';
export const PRINT_TITLES = '_xlnm.Print_Titles';

/** `printNames`: this sheet's `_xlnm.Print_...` names and what they refer to. */
export function readPageLayout(
  sheet: XmlElement,
  printNames: ReadonlyMap<string, string>,
): PageLayoutSnapshot | undefined {
  const { orientation, fitToWidth = '1' } = child(sheet, 'pageSetup')?.attributes ?? {};
  const isFitted = flag(descend(sheet, 'sheetPr', 'pageSetUpPr')?.attributes.fitToPage);
  const area = printNames.get(PRINT_AREA);
  const titles = (printNames.get(PRINT_TITLES) ?? '').split(',').map(withoutSheet);
  const rows = titles.find(part => /^\$?\d+:\$?\d+$/.test(part));
  const columns = titles.find(part => /^\$?[A-Z]+:\$?[A-Z]+$/i.test(part));
  const layout: PageLayoutSnapshot = {
    ...((orientation === 'portrait' || orientation === 'landscape') && { orientation }),
    ...(area !== undefined && { printArea: area.split(',').map(withoutSheet).join(',').replaceAll('$', '') }),
    ...(rows !== undefined && { printTitleRows: rows.replaceAll('$', '') }),
    ...(columns !== undefined && { printTitleColumns: columns.replaceAll('$', '') }),
    ...(isFitted && Number(fitToWidth) > 0 && { fitToWidth: Number(fitToWidth) }),
  };
  return Object.keys(layout).length === 0 ? undefined : layout;
}

const withoutSheet = (reference: string): string => reference.slice(reference.lastIndexOf('!') + 1);
