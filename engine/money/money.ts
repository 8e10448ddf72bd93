import { decimal, zeroDecimal, type Decimal, type DecimalValue } from '../numeric/decimal.ts';

/** An exact amount of one currency (ISO 4217 code). Two currencies never meet in one operation. */
export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

export const money = (amount: DecimalValue, currency: string): Money => ({ amount: decimal(amount), currency });

const demandSameCurrency = (expected: string, currency: string): void => {
  if (currency !== expected) throw new Error(`${currency} met ${expected}: convert before adding`);
};

export const addMoney = (augend: Money, addend: Money): Money => {
  demandSameCurrency(augend.currency, addend.currency);
  return { amount: augend.amount.plus(addend.amount), currency: augend.currency };
};

export const subtractMoney = (minuend: Money, subtrahend: Money): Money => {
  demandSameCurrency(minuend.currency, subtrahend.currency);
  return { amount: minuend.amount.minus(subtrahend.amount), currency: minuend.currency };
};

export const timesMoney = (unit: Money, factor: DecimalValue): Money => ({
  amount: unit.amount.times(factor),
  currency: unit.currency,
});

/** Exact sum; zero of `currency` for an empty list. */
export const sumMoney = (list: Iterable<Money>, currency: string): Money => {
  let amount = zeroDecimal;
  for (const part of list) {
    demandSameCurrency(currency, part.currency);
    amount = amount.plus(part.amount);
  }
  return { amount, currency };
};

/** Rounded to `decimals` places, ties to even: once, where an amount leaves the engine. */
export const roundMoney = (value: Money, decimals: number): Money => ({
  amount: value.amount.toDecimalPlaces(decimals),
  currency: value.currency,
});
