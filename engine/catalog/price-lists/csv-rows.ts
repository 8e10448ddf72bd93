import { utf8Text } from './utf8-text.ts';

/** A row of a CSV file, valid until the next one is read: cells are decoded when asked for. */
export interface CsvRow {
  /** Counted from 1, the header included; empty lines count too, as in an editor. */
  readonly row: number;
  readonly cellCount: number;
  /** Text of a cell; empty for one the row does not have. */
  cell(index: number): string;
}

export interface CsvHandler {
  onRow(row: CsvRow): void;
  /** The bytes ended inside a row, or a row is longer than any row of a list: `row` is its number. */
  onCut(row: number): void;
  /** The last row had no line end: complete as far as one can tell. Called before its `onRow`. */
  onUnendedRow(row: number): void;
  /** There are no more rows. */
  onEnd(): void;
}

export interface CsvReader {
  write(chunk: Uint8Array): void;
  end(): void;
}

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];
const delimiters = [0x2c, 0x3b, 0x09];
/** A row of AWS's widest list has about 3,000 bytes; without a limit an unclosed quote would gather the whole file. */
const maximumRowBytes = 1_000_000;

/**
 * Reads RFC 4180 bytes in any chunks: quoted cells may hold delimiters, line ends and doubled quotes. The delimiter is the
 * comma, semicolon or tab that stands most often in the first row. Holds no more than one row.
 */
export const csvReader = (handler: CsvHandler): CsvReader => {
  let bytes: Uint8Array = new Uint8Array(0);
  let delimiter = 0;
  let rowNumber = 0;
  let isStopped = false;
  const starts: number[] = [];
  const ends: number[] = [];
  const row = {
    row: 0,
    cellCount: 0,
    cell(index: number): string {
      const [from, to] = [starts[index], ends[index]];
      if (index >= row.cellCount || from === undefined || to === undefined) return '';
      if (bytes[from] !== quote) return utf8Text(bytes, from, to);
      return utf8Text(bytes, from + 1, Math.max(from + 1, to - 1)).replaceAll('""', '"');
    },
  };

  /** Finds the cells of the row at `position`; where the next row begins, or -1 when its end is not there yet. */
  const scan = (position: number, isLast: boolean): number => {
    let count = 0;
    let cellStart = position;
    let isQuoted = bytes[position] === quote;
    for (let index = isQuoted ? position + 1 : position; index < bytes.length; index += 1) {
      const byte = bytes[index];
      if (isQuoted) {
        if (byte === quote) isQuoted = false;
        continue;
      }
      if (byte === delimiter || byte === lineFeed) {
        starts[count] = cellStart;
        ends[count] = byte === lineFeed && bytes[index - 1] === carriageReturn && index > cellStart ? index - 1 : index;
        count += 1;
        cellStart = index + 1;
        if (byte === lineFeed) {
          row.cellCount = count;
          return cellStart;
        }
        if (bytes[cellStart] === quote) {
          isQuoted = true;
          index = cellStart;
        }
      } else if (byte === quote && bytes[cellStart] === quote) {
        // A doubled quote: the cell goes on.
        isQuoted = true;
      }
    }
    if (!isLast || isQuoted) return -1;
    starts[count] = cellStart;
    ends[count] = bytes.length;
    row.cellCount = count + 1;
    return bytes.length;
  };

  const chooseDelimiter = (from: number): void => {
    let to = bytes.indexOf(lineFeed, from);
    if (to < 0) to = bytes.length;
    const counts = delimiters.map(candidate => bytes.subarray(from, to).filter(byte => byte === candidate).length);
    delimiter = delimiters[counts.indexOf(Math.max(...counts))] as number;
  };

  const read = (isLast: boolean): void => {
    let position = 0;
    while (position < bytes.length && !isStopped) {
      if (rowNumber === 0) {
        if (!isLast && bytes.indexOf(lineFeed) < 0) break;
        if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) position = 3;
        chooseDelimiter(position);
      }
      const next = scan(position, isLast);
      if (next < 0) break;
      rowNumber += 1;
      const isEnded = bytes[next - 1] === lineFeed;
      const isEmpty = row.cellCount === 1 && starts[0] === ends[0];
      row.row = rowNumber;
      if (!isEnded && !isEmpty) handler.onUnendedRow(rowNumber);
      if (!isEmpty) handler.onRow(row);
      position = next;
    }
    const rest = bytes.length - position;
    const isTooLong = rest > maximumRowBytes;
    if (rest > 0 && !isStopped && (isLast || isTooLong)) {
      isStopped = true;
      handler.onCut(rowNumber + 1);
    }
    bytes = isStopped ? new Uint8Array(0) : bytes.slice(position);
  };

  return {
    write(chunk) {
      if (isStopped) return;
      if (bytes.length === 0) bytes = chunk;
      else {
        const joined = new Uint8Array(bytes.length + chunk.length);
        joined.set(bytes);
        joined.set(chunk, bytes.length);
        bytes = joined;
      }
      read(false);
    },
    end() {
      read(true);
      handler.onEnd();
    },
  };
};
