import { WorkbookPackage } from '../package/workbook-package.ts';
import type { OpenWorkbook } from '../reading/open-workbook.ts';
import { SPREADSHEET_NAMESPACE } from '../xml/insert.ts';
import { OFFICE_THEME } from './office-theme.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const STYLES =
  `<styleSheet xmlns="${SPREADSHEET_NAMESPACE}">` +
  '<fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="0"></dxfs>' +
  '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
  '</styleSheet>';

/** A workbook without sheets: writing a new file is putting every sheet into this one. */
export function emptyWorkbook(date1904: boolean): OpenWorkbook {
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
  file.addPart('xl/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml', OFFICE_THEME);
  file.addPart('xl/styles.xml', `${SPREADSHEET}.styles+xml`, STYLES);
  file.addRelation(part, 'theme', 'xl/theme/theme1.xml');
  file.addRelation(part, 'styles', 'xl/styles.xml');
  return {
    file,
    part,
    strings: [],
    stringsPart: undefined,
    sheets: [],
    names: [],
    snapshot: { sheets: [], names: [], customXmlParts: [], settings: {}, date1904 },
  };
}
