import { serviceCredit } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument, textArgument } from './argument.ts';

/**
 * What a provider credits of a month's bill for virtual machines in several zones when they were available for so much of
 * it. It must be claimed, and is no money.
 * @customfunction SLACREDIT
 * @param bill Bill of the month for the service.
 * @param uptime Share of the month in which it was available: 0.995 for 99.5 %.
 * @param provider Provider: aws, azure or gcp.
 * @returns Amount of money.
 */
export function slaCredit(bill: number, uptime: number, provider: string): number {
  return answer(
    serviceCredit(
      numberArgument('bill', bill, { minimum: 0 }),
      numberArgument('uptime', uptime, { minimum: 0, maximum: 1 }),
      textArgument('provider', provider),
    ),
  );
}
