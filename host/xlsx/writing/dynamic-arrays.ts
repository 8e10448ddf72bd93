import type { OpenWorkbook } from '../reading/open-workbook.ts';
import { SPREADSHEET_NAMESPACE } from '../xml/insert.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';
const NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray';
/** Excel's identifier of the extension that marks a formula as dynamic. */
const EXTENSION = '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}';

const TYPE =
  '<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1"' +
  ' rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>';
const FUTURE =
  `<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="${EXTENSION}">` +
  `<xda:dynamicArrayProperties xmlns:xda="${NAMESPACE}" fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>`;

/** The workbook's mark for dynamic array formulas: cells carry its number (`cm`), one part says what it means. */
export class DynamicArrays {
  readonly #open: OpenWorkbook;
  #number = 0;

  constructor(open: OpenWorkbook) {
    this.#open = open;
  }

  number(): number {
    if (this.#number === 0) this.#number = this.#write();
    return this.#number;
  }

  #write(): number {
    const { file, part } = this.#open;
    const target = `${part.slice(0, part.lastIndexOf('/') + 1)}metadata.xml`;
    file.addPart(
      target,
      CONTENT_TYPE,
      `<metadata xmlns="${SPREADSHEET_NAMESPACE}"><metadataTypes count="1">${TYPE}</metadataTypes>${FUTURE}` +
        '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>',
    );
    file.addRelation(part, 'sheetMetadata', target);
    return 1;
  }
}
