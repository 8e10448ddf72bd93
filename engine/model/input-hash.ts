import type { InputCell, ModelInput } from './model-input.ts';
import type { TableSpec } from './tables/table-spec.ts';

/** 64 bits as two unsigned halves: a double holds every product of the multiplication below exactly. */
interface Hash64 {
  high: number;
  low: number;
}

const two32 = 2 ** 32;

/** FNV-1a, 64 bits (Fowler, Noll, Vo; offset cbf29ce484222325, prime 100000001b3), over bytes given one by one. */
const addByte = (hash: Hash64, byte: number): void => {
  const low = (hash.low ^ byte) >>> 0;
  const product = low * 0x1b3;
  // The prime is 2^40 + 0x1b3: the low half times 2^40 enters the high half as times 2^8.
  hash.high = (hash.high * 0x1b3 + low * 0x100 + Math.floor(product / two32)) % two32;
  hash.low = product % two32;
};

const startHash = (): Hash64 => ({ high: 0xcbf29ce4, low: 0x84222325 });

const addText = (hash: Hash64, text: string): void => {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0xff) addByte(hash, unit >>> 8);
    addByte(hash, unit & 0xff);
  }
};

const hexOf = ({ high, low }: Hash64): string => high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');

/** FNV-1a 64 of a text, 16 hexadecimal digits. */
export const hashText = (text: string): string => {
  const hash = startHash();
  addText(hash, text);
  return hexOf(hash);
};

const cellText = (cell: InputCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim() === '' ? '' : `s${cell}`;
  return typeof cell === 'number' ? `n${cell}` : `b${cell}`;
};

/** Hash of each of some tables by itself, by its name; of those that are there. */
export const tableHashes = (input: ModelInput, specs: readonly TableSpec[]): Record<string, string> => {
  const names = new Set(input.tables.map(({ tableName }) => tableName.toLowerCase()));
  return Object.fromEntries(specs.flatMap(spec => (names.has(spec.id.toLowerCase()) ? [[spec.id, inputHash(input, [spec])]] : [])));
};

/**
 * Hash of everything a run reads of some tables: cells by table and header. The order of rows and columns, blank rows, and where
 * tables stand do not enter, because no result depends on them: sorting a table does not make its results out of date.
 */
export const inputHash = (input: ModelInput, specs: readonly TableSpec[]): string => {
  const whole = startHash();
  addText(whole, String(input.dateSystem));
  for (const { id, columns: known, openColumns } of specs) {
    const table = input.tables.find(({ tableName }) => tableName.toLowerCase() === id.toLowerCase());
    if (!table) continue;
    const names = new Set(known.map(column => column.id.toLowerCase()));
    const isRead = (header: string): boolean =>
      names.has(header.trim().toLowerCase()) ||
      (openColumns !== undefined && header.trim().startsWith(openColumns.prefix));
    const columns = table.headers.flatMap((header, place) =>
      isRead(header) ? [{ name: header.trim().toLowerCase(), place }] : [],
    );
    columns.sort((a, b) => (a.name < b.name ? -1 : 1));
    const sum: Hash64 = { high: 0, low: 0 };
    for (const row of table.rows) {
      const hash = startHash();
      let isBlank = true;
      for (const { name, place } of columns) {
        const text = cellText(row[place]);
        if (text === '') continue;
        isBlank = false;
        addText(hash, `\u0001${name}\u0002${text}`);
      }
      if (isBlank) continue;
      // Added, not chained: the sum is the same in any order of rows.
      const low = sum.low + hash.low;
      sum.high = (sum.high + hash.high + Math.floor(low / two32)) % two32;
      sum.low = low % two32;
    }
    addText(whole, `\u0003${id}\u0004${hexOf(sum)}`);
  }
  return hexOf(whole);
};
