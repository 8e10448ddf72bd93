/**
 * A workbook as plain data: what passes between a file (`host/xlsx`) and the live workbook (`host/workbook`).
 * Rows and columns are zero-based. Formulas are as a person types them: leading `=`, `CLOUD.COST(...)`, no `_xlfn.`.
 */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly NamedFormula[];
  readonly customXmlParts: readonly CustomXmlPart[];
  /** Office.context.document.settings: name to JSON text. */
  readonly settings: Readonly<Record<string, string>>;
  readonly date1904: boolean;
  readonly activeSheetName?: string;
  /** Font of cells that name none (the Normal style); Calibri 11 when absent. Size in points. */
  readonly normalFont?: { readonly name: string; readonly size: number };
}

export interface NamedFormula {
  readonly name: string;
  /** With leading `=`. */
  readonly formula: string;
  readonly sheetName?: string;
  readonly hidden?: boolean;
  readonly comment?: string;
}

export interface CustomXmlPart {
  readonly id: string;
  readonly xml: string;
}

export interface CellBox {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export type CellValue = string | number | boolean | null;

export interface CellSnapshot {
  /** An Excel error is its text with `isError`. */
  readonly value: CellValue;
  readonly isError?: boolean;
  readonly formula?: string;
  /** The rows x columns a dynamic array formula fills, when more than its own cell. */
  readonly spill?: { readonly rowCount: number; readonly columnCount: number };
  /** True for a cell that holds a value only because a neighbour's array spilled into it. */
  readonly isSpilled?: boolean;
  readonly style?: CellStyle;
}

export type BorderWeight = 'thin' | 'medium' | 'thick' | 'hair' | 'dotted' | 'dashed' | 'double';
export interface BorderEdge {
  readonly weight: BorderWeight;
  readonly color?: string;
}

export interface CellStyle {
  readonly numberFormat?: string;
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** `#RRGGBB`, like every colour here. */
  readonly fontColor?: string;
  readonly fillColor?: string;
  readonly horizontalAlignment?: 'left' | 'center' | 'right';
  readonly verticalAlignment?: 'top' | 'center' | 'bottom';
  readonly wrapText?: boolean;
  readonly indent?: number;
  readonly borders?: Partial<Record<'top' | 'bottom' | 'left' | 'right', BorderEdge>>;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly isHidden: boolean;
  readonly tabColor?: string;
  readonly showGridlines: boolean;
  readonly freeze?: { readonly rowCount: number; readonly columnCount: number };
  /** Sparse: row index to column index to cell. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellSnapshot>>;
  /** Points; 0 is a hidden column or row. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly merges: readonly CellBox[];
  readonly tables: readonly TableSnapshot[];
  readonly charts: readonly ChartSnapshot[];
  readonly validations: readonly ValidationSnapshot[];
  readonly conditionalFormats: readonly ConditionalFormatSnapshot[];
  readonly pageLayout?: PageLayoutSnapshot;
}

export interface TableSnapshot {
  readonly name: string;
  /** Header row included. */
  readonly box: CellBox;
  readonly columnNames: readonly string[];
  readonly style?: string;
  readonly showBandedRows: boolean;
  readonly showFilterButton: boolean;
  readonly showTotals: boolean;
  /** True when filters were cleared since the file was opened: the rows they hid show again, the criteria go. */
  readonly areFiltersCleared?: boolean;
}

/** Excel.ChartType names, e.g. `ColumnClustered`, `Line`, `XYScatterLines`. */
export interface ChartSnapshot {
  readonly name: string;
  readonly type: string;
  readonly title?: string;
  readonly categoryAxisTitle?: string;
  readonly valueAxisTitle?: string;
  readonly categoryNumberFormat?: string;
  readonly valueNumberFormat?: string;
  readonly legendPosition?: 'Top' | 'Bottom' | 'Left' | 'Right' | 'None';
  readonly series: readonly SeriesSnapshot[];
  /** Points from the sheet's top left corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** A chart the file brought along: shown, never rewritten unless `isChanged`. */
  readonly isFromFile: boolean;
  readonly isChanged: boolean;
}

export interface SeriesSnapshot {
  readonly name?: string;
  /** Sheet-qualified references, e.g. `'Farm results'!$C$6:$C$24`. */
  readonly nameRef?: string;
  readonly valuesRef: string;
  readonly categoriesRef?: string;
  readonly color?: string;
  /** Takes its room and is not drawn. */
  readonly hasNoFill?: boolean;
  readonly smooth?: boolean;
}

export interface ValidationSnapshot {
  readonly box: CellBox;
  readonly kind: 'list' | 'whole' | 'decimal' | 'date' | 'custom';
  /** For `list`: choices joined by commas, or a `=reference`. Otherwise the first bound. */
  readonly formula1?: string;
  readonly formula2?: string;
  /** Excel.DataValidationOperator names, e.g. `GreaterThan`; `Between` when absent. */
  readonly operator?: string;
  readonly errorMessage?: string;
  readonly prompt?: string;
  /** True where other entries pass unremarked: the choices are suggestions. */
  readonly isAdvisory?: boolean;
}

export interface ConditionalFormatSnapshot {
  readonly box: CellBox;
  readonly kind: 'cellValue' | 'colorScale' | 'dataBar' | 'custom' | 'containsText';
  /**
   * Plain record, by kind:
   * - cellValue: `operator` (Excel.ConditionalCellValueOperator), `formula1`, `formula2`
   * - containsText: `operator` (Excel.ConditionalTextOperator), `text`
   * - custom: `formula`, with leading `=`, relative to the box's first cell
   * - colorScale: `minimumColor`, `minimumType`, `minimumFormula`, the same with `midpoint` (optional) and `maximum`;
   *   types are Excel.ConditionalFormatColorCriterionType
   * - dataBar: `color`, `showValue`
   * The first three also say the look they give: `fontColor`, `fillColor`, `bold`, `italic`, `underline`, and
   * `stopIfTrue`. All may carry `priority`, 0 being the first.
   */
  readonly rule: Readonly<Record<string, string | number | boolean>>;
}

export interface PageLayoutSnapshot {
  readonly orientation?: 'portrait' | 'landscape';
  readonly printArea?: string;
  readonly printTitleRows?: string;
  readonly printTitleColumns?: string;
  readonly fitToWidth?: number;
}
