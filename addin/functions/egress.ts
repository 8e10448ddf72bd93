import { decimal, egressCost, isJurisdiction } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { answer } from './answer.ts';
import { numberArgument, optionalFlag, optionalNumber, optionalText, textArgument, type Argument } from './argument.ts';
import { CellError } from './cell-error.ts';
import { currentPrices } from './current-prices.ts';
import { optionalDate } from './date-argument.ts';

/**
 * Cost of sending data to the internet, all months together; free allowance and tiers begin anew each month.
 * @customfunction EGRESS
 * @param gbPerMonth GB leaving each month, as the provider counts them: 1,024 make a TB.
 * @param provider Provider, such as aws, azure or gcp.
 * @param [date] Day on which the first month begins; the date of the catalog when omitted.
 * @param [jurisdiction] EU, or the customer's country by two letters such as DE; no law applies when omitted.
 * @param [fullExit] TRUE when the customer leaves the provider for good and meets its conditions: waivers then apply.
 * @param [region] Region by the provider's own name; the provider's first in the catalog when omitted.
 * @param [months] Number of months; 1 when omitted.
 * @returns Amount of money, in the currency of the prices. Where a law only limits the charge to cost, the list price.
 */
export function egress(
  gbPerMonth: number,
  provider: string,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a number or text, which Excel calls any
  date?: any,
  jurisdiction?: string,
  fullExit?: boolean,
  region?: string,
  months?: number,
): number {
  const { tariffs, dateSystem } = currentPrices();
  const cost = egressCost(tariffs, {
    gbPerMonth: decimal(numberArgument('gbPerMonth', gbPerMonth, { minimum: 0 })),
    provider: textArgument('provider', provider),
    date: optionalDate('date', date, dateSystem),
    jurisdiction: jurisdictionArgument(jurisdiction),
    isFullExit: optionalFlag('fullExit', fullExit) ?? false,
    region: optionalText('region', region),
    monthCount: optionalNumber('months', months, { minimum: 1, maximum: 1200, isWhole: true }) ?? 1,
  });
  return answer(cost).amount.toNumber();
}

function jurisdictionArgument(value: Argument): string | null {
  const text = optionalText('jurisdiction', value)?.toUpperCase() ?? null;
  if (text === null || isJurisdiction(text)) return text;
  throw new CellError('invalidValue', translate('argument-not-country', { argument: 'jurisdiction', value: text }));
}
