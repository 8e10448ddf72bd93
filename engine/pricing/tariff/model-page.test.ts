import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import type { PriceTier } from '../../catalog/tier-table.ts';
import type { Result } from '../../issue/result.ts';
import { decimal, sumDecimals, type Decimal } from '../../numeric/decimal.ts';
import { convertQuantity } from '../../quantity/unit.ts';
import { billedQuantity } from './billed-quantity.ts';
import { egressCost } from './egress-cost.ts';
import { rateMonth, type RatedPart } from './rate-month.ts';
import type { Tariff } from './tariff.ts';
import { findTariff, makeTariffBook } from './tariff-book.ts';
import { tierCost } from './tier-cost.ts';

// Runs every line of the ```example blocks of the model page.
const book = makeTariffBook(starterCatalog);
const shown = (result: Result<Decimal>): string => (result.ok ? result.value.toFixed() : (result.issues[0]?.code ?? ''));
const tiersOf = (text: string): PriceTier[] =>
  text.split(' ').map(step => {
    const [from = '', price = ''] = step.split(':');
    return { fromQuantity: decimal(from), unitPrice: decimal(price) };
  });
const aws = findTariff(book, { meterId: 'aws/us-east-1/internet-egress', zone: null, eligibility: null, date: '2026-06-01' });
if (!aws.ok) throw new Error('no egress of AWS');
const tariffOf = (tiers: string, changes: Partial<Tariff> = {}): Tariff => ({
  ...aws.value, meterId: 'm', allowanceId: null, tiers: tiersOf(tiers), ...changes,
});
const costOf = (parts: readonly RatedPart[]): string => sumDecimals(parts.map(part => part.quantity.times(part.unitPrice))).toFixed();
const egress = (terabytes: string, date: string | null, country: string, months: string, isFullExit: boolean): string => {
  const cost = egressCost(book, {
    gbPerMonth: decimal(terabytes).times(1024), provider: 'aws', region: null, date, jurisdiction: country === '-' ? null : country,
    isFullExit, monthCount: Number(months),
  });
  return cost.ok ? cost.value.amount.toFixed() : JSON.stringify(cost.issues);
};

const examples: Readonly<Record<string, (...parts: string[]) => string>> = {
  convert: (quantity = '', from = '', to = '') => shown(convertQuantity(decimal(quantity), from, to)),
  tierCost: (quantity = '', tiers = '', mode) => tierCost(quantity, tiersOf(tiers), mode === 'all-units' ? mode : 'graduated').toFixed(),
  billed: (use = '', count = '', step = '', least = '', tariffUnit = '') => {
    const [quantity = '', unit = ''] = use.split(' ');
    const [stepQuantity = '', stepUnit = ''] = step.split(' ');
    const rule = { stepQuantity: decimal(stepQuantity), minimumQuantity: decimal(least), unit: stepUnit };
    return shown(billedQuantity({ quantity: decimal(quantity), unit, useCount: decimal(count), step: rule, tariffUnit }));
  },
  egress: (terabytes = '') => egress(terabytes, '2026-06-01', '-', '1', false),
  leaving: (date = '', country = '', months = '') => egress('10', date, country, months, true),
  shared: (meters = '', free = '') => {
    const uses = meters.split(' ').map((text, index) => {
      const [quantity = '', price = ''] = text.split(':');
      return { tariff: tariffOf(`0:${price}`, { meterId: `m${index}`, allowanceId: 'free' }), quantity: decimal(quantity) };
    });
    return costOf(rateMonth(uses, new Map([['free', decimal(free)]])));
  },
  lines: (quantities = '', tiers = '', minimum = '') => {
    const tariff = tariffOf(tiers, { minimumCharge: decimal(minimum) });
    const parts = rateMonth(quantities.split(' ').map(quantity => ({ tariff, quantity: decimal(quantity) })), new Map());
    return parts.map(part => `${part.quantity.toFixed()}x${part.unitPrice.toFixed()}`).join(' ');
  },
};

describe('docs/model/tariffs.md', () => {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/model/tariffs.md', import.meta.url)), 'utf8').replaceAll('\r\n', '\n');
  const lines = [...page.matchAll(/```example\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

  it('has worked examples and numbered equations', () => {
    expect(lines.length).toBeGreaterThan(20);
    const numbers = [...page.matchAll(/> \[(EQ-[A-Z]+-\d+)\]/g)].map(([, id]) => id);
    expect(numbers).toEqual(Array.from({ length: 9 }, (_, index) => `EQ-TAR-${index + 1}`));
  });

  it.each(lines)('%s', line => {
    const [, call = '', list = '', expected] = /^(\w+)\((.*)\) = (.*)$/.exec(line) ?? [];
    expect(examples[call]?.(...list.split(', '))).toBe(expected);
  });
});
