/**
 * The bracket of a structured reference as files keep it: `[@Cost]` is `[[#This Row],[Cost]]`, and a bracket
 * without its table's name gets the name of the table around the cell.
 */
export function structuredReferenceToFile(bracket: string, tableName: string | undefined, isBare: boolean): string {
  const table = isBare && tableName !== undefined && !isBookNumber(bracket) ? tableName : '';
  const inside = bracket.slice(1, -1).trim();
  if (!inside.startsWith('@')) return table + bracket;
  const column = inside.slice(1).trim();
  if (column === '') return `${table}[#This Row]`;
  return `${table}[[#This Row],${column.startsWith('[') ? column : `[${column}]`}]`;
}

/** `[1]` before `!` is another workbook. */
const isBookNumber = (bracket: string): boolean => /^\[\d+\]$/.test(bracket);
