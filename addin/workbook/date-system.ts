import type { DateSystem } from '../../engine/index.ts';

/** Serial number of 2000-01-01 where days are counted from 1904; where they are counted from 1900 it is 36,526. */
const serialOf2000In1904 = 35_064;

/** Asks how the workbook counts days. Office.js has no property for it, but the sheet function DATE answers in its serials. */
export function askDateSystem(context: Excel.RequestContext): () => DateSystem {
  const serial = context.workbook.functions.date(2000, 1, 1).load('value');
  return () => (serial.value === serialOf2000In1904 ? 1904 : 1900);
}
