import { WorkbookPackage } from '../package/workbook-package.ts';
import { readPackage, type OpenWorkbook } from '../reading/open-workbook.ts';
import type { WorkbookSnapshot } from '../../workbook/snapshot.ts';
import type { FunctionNames } from '../function-names.ts';
import { blankStyles, STYLES_TYPE } from '../styles/blank-styles.ts';
import { SPREADSHEET_NAMESPACE } from '../xml/insert.ts';
import { OFFICE_THEME } from './office-theme.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const APP_PROPERTIES =
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  '<Application>CloudCost for Excel</Application></Properties>';

/** A workbook without sheets: writing a new file is putting every sheet into this one. */
export function emptyWorkbook({ date1904, normalFont }: WorkbookSnapshot, functions: FunctionNames): OpenWorkbook {
  const file = WorkbookPackage.empty();
  const part = 'xl/workbook.xml';
  file.addPart(
    part,
    `${SPREADSHEET}.sheet.main+xml`,
    `<workbook xmlns="${SPREADSHEET_NAMESPACE}" xmlns:r="${RELATIONSHIPS}">` +
      `<workbookPr${date1904 ? ' date1904="1"' : ''} defaultThemeVersion="124226"/>` +
      '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>' +
      '<sheets></sheets><calcPr calcId="191029"/></workbook>',
  );
  file.addRelation('', 'officeDocument', part);
  file.addPart(
    'docProps/app.xml',
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    APP_PROPERTIES,
  );
  file.addRelation('', 'extended-properties', 'docProps/app.xml');
  file.addPart('xl/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml', OFFICE_THEME);
  file.addPart('xl/styles.xml', STYLES_TYPE, blankStyles(normalFont));
  file.addRelation(part, 'theme', 'xl/theme/theme1.xml');
  file.addRelation(part, 'styles', 'xl/styles.xml');
  return readPackage(file, functions);
}
