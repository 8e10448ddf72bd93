import { strToU8, zipSync } from 'fflate';
import { OFFICE_THEME } from '../writing/office-theme.ts';
import * as parts from './foreign-parts.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'application/vnd.openxmlformats-officedocument.drawing';

const relations = (...links: readonly (readonly [string, string, 'External'?])[]): string =>
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  links
    .map(([type, target, mode], index) => {
      const external = mode ? ` TargetMode="${mode}"` : '';
      return `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"${external}/>`;
    })
    .join('') +
  '</Relationships>';

const OVERRIDES: Readonly<Record<string, string>> = {
  'xl/workbook.xml': `${SHEET}.sheet.main+xml`,
  'xl/worksheets/sheet1.xml': `${SHEET}.worksheet+xml`,
  'xl/worksheets/sheet2.xml': `${SHEET}.worksheet+xml`,
  'xl/worksheets/sheet5.xml': `${SHEET}.worksheet+xml`,
  'xl/chartsheets/sheet1.xml': `${SHEET}.chartsheet+xml`,
  'xl/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
  'xl/styles.xml': `${SHEET}.styles+xml`,
  'xl/sharedStrings.xml': `${SHEET}.sharedStrings+xml`,
  'xl/tables/table1.xml': `${SHEET}.table+xml`,
  'xl/comments1.xml': `${SHEET}.comments+xml`,
  'xl/calcChain.xml': `${SHEET}.calcChain+xml`,
  'xl/metadata.xml': `${SHEET}.sheetMetadata+xml`,
  'xl/pivotTables/pivotTable1.xml': `${SHEET}.pivotTable+xml`,
  'xl/pivotCache/pivotCacheDefinition1.xml': `${SHEET}.pivotCacheDefinition+xml`,
  'xl/drawings/drawing1.xml': `${DRAWING}+xml`,
  'xl/drawings/drawing2.xml': `${DRAWING}+xml`,
  'xl/charts/chart1.xml': `${DRAWING}ml.chart+xml`,
  'xl/charts/chart2.xml': `${DRAWING}ml.chart+xml`,
  'customXml/itemProps1.xml': 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
};

const CONTENT_TYPES =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>' +
  '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
  '<Default Extension="png" ContentType="image/png"/>' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  Object.entries(OVERRIDES)
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('') +
  '</Types>';

/** A red dot. */
const PICTURE = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  character => character.charCodeAt(0),
);

/**
 * The parts of a workbook no part of which we wrote: a pivot, comments, a combo chart, a chart sheet, sparklines, a
 * picture.
 */
export function foreignParts(): Record<string, string | Uint8Array> {
  return {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml'], ['extended-properties', 'docProps/app.xml']),
    'xl/workbook.xml': parts.WORKBOOK,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['chartsheet', 'chartsheets/sheet1.xml'],
      ['worksheet', '/xl/worksheets/sheet2.xml'],
      ['worksheet', 'worksheets/sheet5.xml'],
      ['pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ['theme', 'theme/theme1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['calcChain', 'calcChain.xml'],
      ['sheetMetadata', 'metadata.xml'],
      ['customXml', '../customXml/item1.xml'],
    ),
    'xl/worksheets/sheet1.xml': parts.INPUTS,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      ['printerSettings', '../printerSettings/printerSettings1.bin'],
      ['hyperlink', 'https://example.com/?a=1&amp;b=2', 'External'],
      ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['comments', '../comments1.xml'],
    ),
    'xl/worksheets/sheet2.xml': parts.RESULTS,
    'xl/worksheets/_rels/sheet2.xml.rels': relations(
      ['drawing', '../drawings/drawing1.xml'],
      ['table', '../tables/table1.xml'],
    ),
    'xl/worksheets/sheet5.xml': parts.PIVOT_SHEET,
    'xl/worksheets/_rels/sheet5.xml.rels': relations(['pivotTable', '../pivotTables/pivotTable1.xml']),
    'xl/chartsheets/sheet1.xml': parts.CHART_SHEET,
    'xl/chartsheets/_rels/sheet1.xml.rels': relations(['drawing', '../drawings/drawing2.xml']),
    'xl/theme/theme1.xml': OFFICE_THEME,
    'xl/styles.xml': parts.STYLES,
    'xl/sharedStrings.xml': parts.STRINGS,
    'xl/tables/table1.xml': parts.TABLE,
    'xl/comments1.xml': parts.COMMENTS,
    'xl/calcChain.xml': parts.CALC_CHAIN,
    'xl/metadata.xml': parts.METADATA,
    'xl/drawings/vmlDrawing1.vml': parts.VML,
    'xl/drawings/drawing1.xml': parts.SHEET_DRAWING,
    'xl/drawings/_rels/drawing1.xml.rels': relations(
      ['chart', '../charts/chart1.xml'],
      ['image', '../media/image1.png'],
    ),
    'xl/drawings/drawing2.xml': parts.PAGE_DRAWING,
    'xl/drawings/_rels/drawing2.xml.rels': relations(['chart', '../charts/chart2.xml']),
    'xl/charts/chart1.xml': parts.COMBO_CHART,
    'xl/charts/chart2.xml': parts.COMBO_CHART,
    'xl/media/image1.png': PICTURE,
    'xl/printerSettings/printerSettings1.bin': Uint8Array.from([1, 2, 3, 4]),
    'xl/pivotTables/pivotTable1.xml': parts.PIVOT_TABLE,
    'xl/pivotTables/_rels/pivotTable1.xml.rels': relations([
      'pivotCacheDefinition',
      '../pivotCache/pivotCacheDefinition1.xml',
    ]),
    'xl/pivotCache/pivotCacheDefinition1.xml': parts.PIVOT_CACHE,
    'customXml/item1.xml': parts.CUSTOM_XML,
    'customXml/_rels/item1.xml.rels': relations(['customXmlProps', 'itemProps1.xml']),
    'customXml/itemProps1.xml': parts.CUSTOM_XML_PROPERTIES,
    'docProps/app.xml': parts.APP,
  };
}

/** Zips parts; `changes` replaces, adds or (null) leaves out. */
function zipParts(
  all: Readonly<Record<string, string | Uint8Array>>,
  changes: Readonly<Record<string, string | Uint8Array | null>> = {},
): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries({ ...all, ...changes })) {
    if (content !== null) files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files);
}

export const foreignWorkbook = (changes?: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array =>
  zipParts(foreignParts(), changes);
