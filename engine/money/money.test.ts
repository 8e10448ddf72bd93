import { describe, expect, it } from '@jest/globals';
import { isCurrencyCode, minorUnits } from './currency.ts';
import { addMoney, money, roundMoney, subtractMoney, sumMoney, timesMoney } from './money.ts';

const text = ({ amount, currency }: ReturnType<typeof money>): string => `${amount.toFixed()} ${currency}`;

describe('money', () => {
  it('multiplies a price by a quantity and adds, exactly', () => {
    expect(text(timesMoney(money('0.2016', 'USD'), 730))).toBe('147.168 USD');
    expect(text(addMoney(money('0.1', 'USD'), money('0.2', 'USD')))).toBe('0.3 USD');
    expect(text(subtractMoney(money(1, 'KRW'), money(3, 'KRW')))).toBe('-2 KRW');
    expect(text(sumMoney([money('0.1', 'EUR'), money('0.2', 'EUR')], 'EUR'))).toBe('0.3 EUR');
    expect(text(sumMoney([], 'EUR'))).toBe('0 EUR');
  });

  it('rounds ties to even, at the decimals asked for', () => {
    expect(text(roundMoney(money('0.125', 'USD'), 2))).toBe('0.12 USD');
    expect(text(roundMoney(money('0.135', 'USD'), 2))).toBe('0.14 USD');
    expect(text(roundMoney(money('-2.5', 'KRW'), 0))).toBe('-2 KRW');
  });

  it('throws where two currencies meet, naming both', () => {
    const usd = money(1, 'USD');
    const won = money(1, 'KRW');
    expect(() => addMoney(usd, won)).toThrow('KRW met USD');
    expect(() => subtractMoney(usd, won)).toThrow('KRW met USD');
    expect(() => sumMoney([usd, won], 'USD')).toThrow('KRW met USD');
  });

  it('knows the minor units of ISO 4217', () => {
    expect([minorUnits('USD'), minorUnits('EUR'), minorUnits('KRW'), minorUnits('JPY'), minorUnits('KWD')]).toEqual([2, 2, 0, 0, 3]);
    expect(['USD', 'usd', 'US', 'USDT', ''].map(isCurrencyCode)).toEqual([true, false, false, false, false]);
  });
});
