import { operatingSystems, parsePurchase, type OperatingSystem, type PriceQuery } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { answer } from './answer.ts';
import { optionalText, textArgument, type Argument } from './argument.ts';
import { CellError } from './cell-error.ts';
import { optionalDate } from './date-argument.ts';

export interface PriceArguments {
  readonly provider: Argument;
  readonly region: Argument;
  readonly nodeType: Argument;
  readonly purchase: Argument;
  readonly date: Argument;
  readonly os: Argument;
}

/** What a cell asks the price of. Omitted: on-demand, Linux, the newest price; tenancy is always shared. */
export function priceQuery(given: PriceArguments, dateSystem: 1900 | 1904): PriceQuery {
  const date = optionalDate('date', given.date, dateSystem);
  return {
    provider: textArgument('provider', given.provider).toLowerCase(),
    region: textArgument('region', given.region).toLowerCase(),
    nodeType: textArgument('nodeType', given.nodeType),
    purchase: answer(parsePurchase(optionalText('purchase', given.purchase) ?? 'on-demand')),
    operatingSystem: operatingSystemArgument(given.os),
    tenancy: 'shared',
    ...(date === null ? {} : { date }),
  };
}

function operatingSystemArgument(value: Argument): OperatingSystem {
  const text = optionalText('os', value)?.toLowerCase() ?? 'linux';
  const found = operatingSystems.find(name => name === text);
  if (found) return found;
  throw new CellError('invalidValue', translate('argument-not-choice', { argument: 'os', value: text, choices: operatingSystems.join(', ') }));
}
