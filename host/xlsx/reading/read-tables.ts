import { parseAddress } from '../../workbook/address.ts';
import type { TableSnapshot } from '../../workbook/snapshot.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import { decodeExcelText } from '../xml/escape.ts';
import { child, childrenNamed, flag, prefixedAttribute, type XmlElement } from '../xml/parse-xml.ts';

/** A table and the part it stands in. */
export interface TableInFile {
  readonly part: string;
  readonly relationId: string;
  readonly table: TableSnapshot;
}

/** The tables a sheet links to. One without a header row, or with a broken range, is left alone and not reported. */
export function readTables(file: WorkbookPackage, sheetPart: string, sheet: XmlElement): TableInFile[] {
  const tables: TableInFile[] = [];
  for (const link of childrenNamed(child(sheet, 'tableParts'), 'tablePart')) {
    const relation = file.relation(sheetPart, prefixedAttribute(link, 'id'));
    if (!relation || !file.has(relation.target)) continue;
    const table = readTable(file.xml(relation.target));
    if (table) tables.push({ part: relation.target, relationId: relation.id, table });
  }
  return tables;
}

function readTable(root: XmlElement): TableSnapshot | null {
  const { displayName, name = '', ref = '', headerRowCount = '1', totalsRowCount = '0' } = root.attributes;
  const address = parseAddress(ref);
  if (!address || headerRowCount === '0') return null;
  const { row, column, rowCount, columnCount } = address;
  const style = child(root, 'tableStyleInfo');
  return {
    name: displayName ?? name,
    box: { row, column, rowCount, columnCount },
    columnNames: childrenNamed(child(root, 'tableColumns'), 'tableColumn').map(element =>
      decodeExcelText(element.attributes.name ?? ''),
    ),
    ...(style?.attributes.name && { style: style.attributes.name }),
    showBandedRows: flag(style?.attributes.showRowStripes),
    showFilterButton: child(root, 'autoFilter') !== undefined,
    showTotals: totalsRowCount !== '0',
  };
}
