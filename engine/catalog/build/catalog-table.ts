import type { PurchaseOption } from '../purchase.ts';
import { parsePurchase } from '../purchase-name.ts';
import { parseDecimal, type Decimal } from '../../numeric/decimal.ts';
import { parseIsoDate } from '../../quantity/calendar.ts';
import { parseCsv } from './parse-csv.ts';

/** Collects what is wrong in the data files, each as `file:line: what`. */
export class Problems {
  readonly list: string[] = [];

  add(file: string, line: number, what: string): void {
    this.list.push(`${file}:${line}: ${what}`);
  }
}

/** One row of a data file, read cell by cell; a cell that does not hold what is asked becomes a problem. */
export class CatalogRow {
  readonly file: string;
  readonly line: number;
  readonly #cells: ReadonlyMap<string, string>;
  readonly #problems: Problems;

  constructor(file: string, line: number, cells: ReadonlyMap<string, string>, problems: Problems) {
    this.file = file;
    this.line = line;
    this.#cells = cells;
    this.#problems = problems;
  }

  problem(what: string): void {
    this.#problems.add(this.file, this.line, what);
  }

  optionalText(column: string): string | null {
    const text = this.#cells.get(column) ?? '';
    if (text !== text.trim()) this.problem(`${column} has blanks around it`);
    return text.trim() === '' ? null : text.trim();
  }

  text(column: string): string {
    const text = this.optionalText(column);
    if (text === null) this.problem(`${column} is empty`);
    return text ?? '';
  }

  choice<Choice extends string>(column: string, choices: readonly Choice[]): Choice {
    const text = this.text(column);
    const found = choices.find(choice => choice === text);
    if (found === undefined) this.problem(`${column} is ${text}, not one of ${choices.join(', ')}`);
    return found ?? (choices[0] as Choice);
  }

  optionalDecimal(column: string): Decimal | null {
    const text = this.optionalText(column);
    if (text === null) return null;
    const value = parseDecimal(text);
    if (value === null || value.isNegative()) this.problem(`${column} is ${text}, not a number of 0 or more`);
    return value;
  }

  decimal(column: string): Decimal | null {
    if (this.optionalText(column) === null) this.problem(`${column} is empty: unknown is a missing row, never a number`);
    return this.optionalDecimal(column);
  }

  optionalNumber(column: string): number | null {
    return this.optionalDecimal(column)?.toNumber() ?? null;
  }

  optionalDate(column: string): string | null {
    const text = this.optionalText(column);
    if (text !== null && !parseIsoDate(text).ok) this.problem(`${column} is ${text}, not a date such as 2026-01-31`);
    return text;
  }

  /** Both ends of a validity, the end exclusive. */
  validity(): { readonly validFrom: string | null; readonly validTo: string | null } {
    const validFrom = this.optionalDate('ValidFrom');
    const validTo = this.optionalDate('ValidTo');
    if (validFrom !== null && validTo !== null && validFrom >= validTo) this.problem('ValidTo is not after ValidFrom');
    return { validFrom, validTo };
  }

  purchase(): PurchaseOption {
    const text = this.text('Purchase');
    const option = parsePurchase(text);
    if (option.ok) return option.value;
    this.problem(`Purchase is ${text}`);
    return { kind: 'on-demand' };
  }
}

/** The rows of a data file whose header is exactly `columns`. */
export const readTable = (file: string, text: string, columns: readonly string[], problems: Problems): CatalogRow[] => {
  const [header, ...rows] = parseCsv(text);
  if (!header || header.cells.join(',') !== columns.join(',')) {
    problems.add(file, 1, `the header is not ${columns.join(',')}`);
    return [];
  }
  return rows.flatMap(({ line, cells }) => {
    if (cells.length !== columns.length) {
      problems.add(file, line, `${cells.length} cells instead of ${columns.length}`);
      return [];
    }
    const byColumn = new Map(columns.map((column, index) => [column, cells[index] as string]));
    return [new CatalogRow(file, line, byColumn, problems)];
  });
};
