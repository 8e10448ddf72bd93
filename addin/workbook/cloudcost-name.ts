import type { NameOutcome } from '../automation.ts';
import { translate } from '../localization/translate.ts';
import { inWorkbook } from './in-workbook.ts';

const name = 'CLOUDCOST';
const required = ['provider', 'region', 'nodeType', 'hours'];
const optional = ['count', 'purchase', 'date', 'os', 'currency'];

/**
 * `=CLOUDCOST(...)` as a name over CLOUD.COST. It forwards its arguments and does nothing else: every default is
 * inside the function, so an omitted argument needs no ISOMITTED here.
 */
const cloudCostFormula =
  `=LAMBDA(${[...required, ...optional.map(argument => `[${argument}]`)].join(',')},CLOUD.COST(${[...required, ...optional].join(',')}))`;

/** Adds the name to the workbook, unless it is there. Says so where Excel has no LAMBDA or the name is taken. */
export const addCloudCostName = (): Promise<NameOutcome> =>
  inWorkbook(async context => {
    const { names } = context.workbook;
    const present = names.getItemOrNullObject(name).load('formula');
    await context.sync();
    if (!present.isNullObject) {
      const isOurs = String(present.formula).toUpperCase().includes('CLOUD.COST(');
      return isOurs ? { status: 'present' } : { status: 'unsupported', message: translate('name-taken', { name }) };
    }
    try {
      const added = names.add(name, cloudCostFormula, translate('name-comment')).load('value');
      await context.sync();
      // An Excel without LAMBDA may take the formula and make an error of it.
      if (added.value !== '#NAME?') return { status: 'added' };
      added.delete();
      await context.sync();
    } catch (error) {
      if (!(error instanceof OfficeExtension.Error)) throw error;
    }
    return { status: 'unsupported', message: translate('no-lambda', { name }) };
  });
