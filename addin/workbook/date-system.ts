import type { DateSystem } from '../../engine/index.ts';

/** Serial number of 2000-01-01 where days are counted from 1904; where they are counted from 1900 it is 36,526. */
const serialOf2000In1904 = 35_064;

/**
 * Asks how the workbook counts days; the answer is there after the next sync. Office.js has no property for it, but the
 * sheet function DATE answers in the workbook's own serials.
 */
export function askDateSystem({ workbook }: Excel.RequestContext): () => DateSystem {
  const serial = workbook.functions.date(2000, 1, 1).load('value');
  return () => (serial.value === serialOf2000In1904 ? 1904 : 1900);
}
