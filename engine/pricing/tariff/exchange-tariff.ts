import type { Decimal } from '../../numeric/decimal.ts';
import type { Tariff } from './tariff.ts';

/** Decimals of a converted price: its products with quantities stay exact. */
const convertedDecimals = 12;

/** The tariff in another currency, each price converted before any quantity. */
export const exchangeTariff = (tariff: Tariff, rate: Decimal, currency: string): Tariff => {
  const inOther = (amount: Decimal): Decimal => amount.times(rate).toDecimalPlaces(convertedDecimals);
  return {
    ...tariff,
    currency,
    tiers: tariff.tiers.map(({ fromQuantity, unitPrice }) => ({ fromQuantity, unitPrice: inOther(unitPrice) })),
    minimumCharge: tariff.minimumCharge && inOther(tariff.minimumCharge),
  };
};
