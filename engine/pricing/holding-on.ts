interface Dated {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const endOfTime = '9999-12-31';

const isNewer = (row: Dated, than: Dated, date: string | undefined): boolean => {
  const ends = date === undefined ? (row.validTo ?? endOfTime).localeCompare(than.validTo ?? endOfTime) : 0;
  return ends > 0 || (ends === 0 && (row.validFrom ?? '') >= (than.validFrom ?? ''));
};

/**
 * The row that holds on `date` (ISO): from its first day, up to but without its last; the latest begun when several do.
 * Without a date, the newest: the one that ends last, then the one begun last.
 */
export const holdingOn = <Row extends Dated>(rows: readonly Row[], date: string | undefined): Row | undefined => {
  let best: Row | undefined;
  for (const row of rows) {
    if (date !== undefined && ((row.validFrom ?? '') > date || (row.validTo ?? endOfTime) <= date)) continue;
    if (!best || isNewer(row, best, date)) best = row;
  }
  return best;
};
