import type { DateSystem } from '../../engine/index.ts';
import { whereServed } from './where-served.ts';

/** Serial number of 2000-01-01 where days are counted from 1904; where they are counted from 1900 it is 36,526. */
const serialOf2000In1904 = 35_064;

/**
 * How the workbook counts days. Office.js has no property for it, but the sheet function DATE answers in the
 * workbook's own serials. A host without sheet functions is taken for 1900, which nearly every workbook is.
 */
export function readDateSystem(context: Excel.RequestContext): Promise<DateSystem> {
  const serial = context.workbook.functions.date(2000, 1, 1).load('value');
  return whereServed<DateSystem>(context, () => (serial.value === serialOf2000In1904 ? 1904 : 1900), 1900);
}
