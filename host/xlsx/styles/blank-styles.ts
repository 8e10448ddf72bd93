import { escapeAttribute } from '../xml/escape.ts';
import { SPREADSHEET_NAMESPACE } from '../xml/insert.ts';
import { CALIBRI } from './cell-style.ts';

export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** The styles part of a workbook in which every cell has the Normal look. */
export const blankStyles = ({ name, size } = { name: CALIBRI.fontName, size: CALIBRI.fontSize }): string =>
  `<styleSheet xmlns="${SPREADSHEET_NAMESPACE}">` +
  `<fonts count="1"><font><sz val="${size}"/><color theme="1"/><name val="${escapeAttribute(name)}"/><family val="2"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="0"></dxfs>' +
  '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
  '</styleSheet>';
