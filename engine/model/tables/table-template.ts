import { settingSpecs } from './settings-table.ts';
import type { ColumnSpec, ColumnType, TableSpec } from './table-spec.ts';

/** A rule Excel can check while typing; the run checks everything again. */
export type TemplateValidation =
  | {
      readonly kind: 'list';
      readonly choices: readonly string[];
      /** Other words may be typed. */ readonly isOpen: boolean;
    }
  | {
      readonly kind: 'whole' | 'decimal';
      readonly minimum?: number;
      readonly isMinimumExclusive?: boolean;
      readonly maximum?: number;
    }
  | { readonly kind: 'date' };

export interface TemplateColumn {
  /** Header cell of the table. */
  readonly header: string;
  /** Caption cells above the header: readable title, and unit or an empty text. */
  readonly title: string;
  readonly unit: string;
  /** Input prompt of the cells below. */
  readonly prompt: string;
  /** Excel number format, in Excel's own English codes. */
  readonly numberFormat: string;
  readonly widthCharacters: number;
  readonly validation?: TemplateValidation;
}

/** Where everything of an empty input table stands; rows count from the table's top left corner, caption included. */
export interface TableTemplate {
  readonly tableName: string;
  readonly sheetName: string;
  /** First row: title; second: question; third: column titles; fourth: units; fifth: header. */
  readonly title: string;
  readonly question: string;
  readonly headerRow: 4;
  readonly columns: readonly TemplateColumn[];
  /** Body rows to start with: [row][column]; filled for Settings, one empty row otherwise. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Body cells take the workbook's input style. */
  readonly isInput: true;
}

const numberFormats: Readonly<Record<ColumnType, string>> = {
  text: '@',
  choice: '@',
  currency: '@',
  formula: '@',
  value: 'General',
  number: 'General',
  integer: '0',
  fraction: '0%',
  date: 'yyyy-mm-dd',
  dateTime: 'yyyy-mm-dd hh:mm',
};

const validationOf = (column: ColumnSpec): TemplateValidation | undefined => {
  if (column.choices) return { kind: 'list', choices: column.choices, isOpen: column.choicesAreOpen ?? false };
  if (column.type === 'date' || column.type === 'dateTime') return { kind: 'date' };
  if (column.type !== 'number' && column.type !== 'integer' && column.type !== 'fraction') return undefined;
  return {
    kind: column.type === 'integer' ? 'whole' : 'decimal',
    ...(column.minimum === undefined ? {} : { minimum: column.minimum }),
    ...(column.isMinimumExclusive ? { isMinimumExclusive: true } : {}),
    ...(column.maximum === undefined ? {} : { maximum: column.maximum }),
  };
};

const promptOf = ({ description, default: defaultValue, isRequired }: ColumnSpec): string => {
  if (defaultValue) return `${description} Blank: ${defaultValue.value}.`;
  return isRequired ? `${description} Required.` : description;
};

const widthOf = ({ type, id, title, unit = '', choices = [] }: ColumnSpec): number => {
  if (type === 'formula') return 48;
  const cell = type === 'dateTime' ? 16 : type === 'text' ? 14 : Math.max(10, ...choices.map(choice => choice.length));
  return Math.min(32, Math.max(cell, id.length + 4, title.length, unit.length));
};

const columnOf = (column: ColumnSpec): TemplateColumn => {
  const validation = validationOf(column);
  return {
    header: column.id,
    title: column.title,
    unit: column.unit ?? '',
    prompt: promptOf(column),
    numberFormat: numberFormats[column.type],
    widthCharacters: widthOf(column),
    ...(validation ? { validation } : {}),
  };
};

/** The columns of a table under these headers; free tag columns take the form of a text. Throws for a header the table does not have. */
export const templateColumns = (spec: TableSpec, headers: readonly string[]): readonly TemplateColumn[] =>
  headers.map(header => {
    const column = spec.columns.find(({ id }) => id === header);
    if (column) return columnOf(column);
    const { openColumns } = spec;
    if (!openColumns || !header.startsWith(openColumns.prefix)) throw new Error(`${spec.id} has no column ${header}`);
    const title = `Tag: ${header.slice(openColumns.prefix.length)}`;
    return { header, title, unit: '', prompt: '', numberFormat: '@', widthCharacters: 16 };
  });

/** Plain layout of an empty input table for whoever writes it into a workbook. */
export const tableTemplate = (spec: TableSpec): TableTemplate => ({
  tableName: spec.id,
  sheetName: spec.sheetName,
  title: spec.title,
  question: spec.question,
  headerRow: 4,
  columns: spec.columns.map(columnOf),
  rows:
    spec.id === 'Settings'
      ? settingSpecs.map(setting => [
          setting.id,
          setting.defaultValue,
          `${setting.description} Blank: ${setting.defaultMeaning}.`,
        ])
      : [spec.columns.map(() => null)],
  isInput: true,
});
