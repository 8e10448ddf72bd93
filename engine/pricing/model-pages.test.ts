import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findNodeType } from '../catalog/catalog.ts';
import { parsePurchase } from '../catalog/purchase-name.ts';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import type { Result } from '../issue/result.ts';
import { allocate } from '../money/allocate.ts';
import { convert } from '../money/exchange.ts';
import { money, type Money } from '../money/money.ts';
import { decimal, type Decimal } from '../numeric/decimal.ts';
import {
  addMonths, epochDayOf, hoursInMonth, isoOfDate, isoOfInstant, parseIsoDate, type CivilDate,
} from '../quantity/calendar.ts';
import { secondsPerDay } from '../quantity/conversion.ts';
import { localSecondsOfSerial } from '../quantity/excel-date.ts';
import { makeTimeZone } from '../quantity/time-zone.ts';
import { amortize, termTotal } from './amortize.ts';
import { breakEvenUtilization, effectiveRate } from './effective-rate.ts';
import { reservedCharges } from '../test/reserved-nodes.ts';
import { findPrice } from './find-price.ts';
import type { HourlyPrice } from './hourly-price.ts';
import { makePriceBook } from './price-book.ts';

// Runs every line of the ```example blocks in the model pages of these rooms.
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
const usd = (amount: string): Money => money(amount, 'USD');
const dateOf = (text: string): CivilDate => value(parseIsoDate(text));
const moneyOf = (text: string): Money => {
  const [amount = '', currency = ''] = text.split(' ');
  return money(amount, currency);
};
const fixed = (amount: Decimal): string => amount.toFixed();
const rates = [['2026-01-01', '1.2'], ['2026-06-01', '1.25']].map(([date = '', rate = '']) =>
  ({ from: 'EUR', to: 'USD', date, rate: decimal(rate) }));
const book = makePriceBook(starterCatalog);

const januaryEffective = (nodes: string, upfront: string, recurring: string, share: string): string => {
  const start = epochDayOf(dateOf('2026-01-01')) * secondsPerDay;
  const end = start + 744 * 3600;
  const legs = { upfront: usd(upfront), recurringPerHour: usd(recurring) };
  const price: HourlyPrice = {
    ...legs, effectivePerHour: amortize(legs.upfront, legs.recurringPerHour, 8760), termHours: 8760, basis: 'listed',
    key: { provider: 'aws', region: 'r', nodeType: 'n', operatingSystem: 'linux', tenancy: 'shared' }, source: '',
    asOf: '', validFrom: null, validTo: null, purchase: { kind: 'reserved', offeringClass: 'standard', termYears: 1, payment: 'partial-upfront' },
  };
  const usedNodeSeconds = Number(nodes) * (end - start) * Number(share);
  const lines = reservedCharges({
    price, listPerHour: null, commitmentId: 'C1', nodeCount: Number(nodes), termStart: start,
    periods: [{ start, end, usedNodeSeconds }],
  });
  const usage = lines.filter(line => line.ChargeCategory === 'Usage');
  return usage.map(line => fixed(line.EffectiveCost.toDecimalPlaces(9))).join(' ');
};

const examples: Readonly<Record<string, (...parts: string[]) => string>> = {
  allocate: (total = '', ...weights) => allocate(moneyOf(total), weights).map(part => fixed(part.amount)).join(' '),
  convert: (from = '', to = '', date = '') => fixed(value(convert(moneyOf(from), to, date, rates)).amount),
  hoursInMonth: (year, month) => String(hoursInMonth(Number(year), Number(month))),
  addMonths: (date = '', months) => isoOfDate(addMonths(dateOf(date), Number(months))),
  dateOfSerial: (serial, system) =>
    isoOfInstant(value(localSecondsOfSerial(Number(serial), system === '1904' ? 1904 : 1900))).slice(0, 10),
  instantOf: (zone = '', date = '') =>
    isoOfInstant(value(makeTimeZone(zone)).instantOf(epochDayOf(dateOf(date)) * secondsPerDay)),
  cores: (provider = '', name = '') => {
    const nodeType = findNodeType(starterCatalog, provider, name);
    return nodeType ? String(nodeType.physicalCoreCount ?? 'unknown') : 'no such node type';
  },
  termTotal: (upfront = '', recurring = '', hours) => fixed(termTotal(usd(upfront), usd(recurring), Number(hours)).amount),
  effectivePerHour: (upfront = '', recurring = '', hours) =>
    fixed(amortize(usd(upfront), usd(recurring), Number(hours)).amount),
  price: (provider = '', region = '', nodeType = '', word = '') => {
    const purchase = value(parsePurchase(word));
    const query = { provider, region, nodeType, purchase, operatingSystem: 'linux', tenancy: 'shared' } as const;
    return fixed(value(findPrice(book, query)).effectivePerHour.amount);
  },
  effectiveRate: (onDemand = '', discount = '', used = '') => fixed(value(effectiveRate(onDemand, discount, used))),
  breakEvenUtilization: (onDemand = '', committed = '') => fixed(value(breakEvenUtilization(onDemand, committed))),
  januaryEffective: (nodes = '', upfront = '', recurring = '', share = '') => januaryEffective(nodes, upfront, recurring, share),
};

const pageOf = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../docs/model/${name}.md`, import.meta.url)), 'utf8').replaceAll('\r\n', '\n');
const linesOf = (page: string): string[] =>
  [...page.matchAll(/```example\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

describe.each(['money', 'catalog', 'pricing'])('docs/model/%s.md', name => {
  const page = pageOf(name);
  const lines = linesOf(page);

  it('has worked examples and numbered equations', () => {
    expect(lines.length).toBeGreaterThan(4);
    const numbers = [...page.matchAll(/> \[(EQ-[A-Z]+-\d+)\]/g)].map(([, id]) => id);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each(lines)('%s', line => {
    const [, call = '', list = '', expected] = /^(\w+)\((.*)\) = (.*)$/.exec(line) ?? [];
    expect(examples[call]?.(...list.split(', '))).toBe(expected);
  });
});

it('docs/model/catalog.md counts what the catalog holds', () => {
  const count = (test: (provider: string) => boolean): number =>
    starterCatalog.nodeTypes.filter(({ provider }) => test(provider)).length;
  const large = ['aws', 'azure', 'gcp'];
  const rows = [...pageOf('catalog').matchAll(/^\| (AWS|Azure|GCP|GPU clouds) \| (\d+) \|/gm)];
  expect(rows.map(([, name, stated]) => [name, Number(stated)])).toEqual([
    ['AWS', count(provider => provider === 'aws')], ['Azure', count(provider => provider === 'azure')],
    ['GCP', count(provider => provider === 'gcp')], ['GPU clouds', count(provider => !large.includes(provider))],
  ]);
});
