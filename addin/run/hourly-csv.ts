import { loadHourlyPart, type HourlyDetail, type ModelPart } from '../../engine/index.ts';
import { csvLine } from '../export/report-csv.ts';

/** Enough of a file to be worth a message, and little enough to hold. */
const rowsPerPiece = 2_000;

function* piecesOf({ columnIds, rows }: HourlyDetail): Generator<string> {
  let piece = csvLine(columnIds);
  let count = 0;
  for (const row of rows()) {
    piece += csvLine(row);
    count += 1;
    if (count % rowsPerPiece !== 0) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** A part that makes CSV of the ledger by the hour, once the run is done. */
export async function hourlyCsv(onReady: (pieces: Iterator<string>) => void): Promise<ModelPart> {
  const hourlyPart = await loadHourlyPart();
  return hourlyPart(detail => onReady(piecesOf(detail)));
}
