import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitValue, resaleFeeShare } from '../pricing/exit-value.ts';
import { breakEvenUtilizationOf, type FamilyOption } from './family-option.ts';
import { makeLoadDuration } from './load-duration.ts';
import { simulateOnlineRule } from './online-rule.ts';
import { optimizeOnCurve } from './optimize-family.ts';
import { optimizePortfolio } from './optimize-portfolio.ts';
import { optimizeSchedule } from './optimize-schedule.ts';
import { paybackOf } from './payback.ts';
import { familyRegret } from './regret.ts';
import type { HorizonRule } from './schedule.ts';

// Runs every line of the ```example blocks in the model page of this room.
const numbers = (text: string): Float64Array => Float64Array.from(text.split(' '), Number);
/** At most `decimals` decimals, without zeros at the end. */
const short = (value: number | null, decimals = 3): string => (value === null ? 'none' : String(Number(value.toFixed(decimals))));
/** `light:0.1+0.6` has a fee of 0.1 and a rate of 0.6. */
const optionOf = (word: string): FamilyOption => {
  const [, id = '', fee, rate = '0'] = /^(\w+):([\d.]+)(?:\+([\d.]+))?$/.exec(word) ?? [];
  return { id, feePerUnitHour: Number(fee), ratePerUsedHour: Number(rate), upfrontPerUnit: 0 };
};
const months = (count: number): number[] => Array.from({ length: count }, (_, month) => month);
const held = (upfront: string, monthly: string, term: string, month: string) =>
  ({ termMonths: Number(term), heldMonths: Number(month), upfront: Number(upfront), recurringPerMonth: Number(monthly) });

const examples: Readonly<Record<string, (...parts: string[]) => string>> = {
  family: (price, options = '', demand = '') => {
    const offer = { onDemandPerHour: Number(price), options: options.split(' ').map(optionOf) };
    const { bands, cost, coverage } = optimizeOnCurve(makeLoadDuration(numbers(demand)), offer);
    const stack = bands.map(({ option: { id }, from, to }) => `${id} ${from}-${to} `);
    return `${stack.join('')}| ${short(cost)} ${short(coverage)}`;
  },
  breakEven: (fee, rate, price) => {
    const option = { id: '', feePerUnitHour: Number(fee), ratePerUsedHour: Number(rate), upfrontPerUnit: 0 };
    return short(breakEvenUtilizationOf(option, Number(price)));
  },
  plan: (rate, nodes = '') => {
    const secondsByHour = numbers(nodes).map(count => count * 3600);
    const rates = { meter: 0, planPerHour: Number(rate), onDemandPerHour: 1 };
    const scope = { rank: 0, account: 0, isShared: false, hours: [0, secondsByHour.length] } as const;
    const option = {
      id: '', commitment: { ...scope, kind: 'spend', amountPerHour: 0, meters: [rates] }, feePerHour: 1, upfrontPerSize: 0,
      leastSize: 0, mostSize: Infinity, step: 0.001,
    } as const;
    const { sizes, cost } = optimizePortfolio({ meters: [{ account: 0, onDemandPerHour: 1, secondsByHour }], options: [option] });
    return `${short(sizes[0] as number)} ${short(cost)}`;
  },
  buyNow: (rule, count, units, terms = '') => {
    const hours = new Float64Array(730).fill(Number(units));
    const periods = months(Number(count)).map(() => ({ unitsByHour: hours, onDemandPerHour: 1, heldUnits: 0 }));
    const options = terms.split(' ').map(term => {
      const [length, rate] = term.split(':').map(Number);
      return { id: term, termPeriods: length as number, upfrontPerUnit: 0, recurringPerUnitPeriod: (rate as number) * 730 };
    });
    return short(optimizeSchedule({ periods, options, rule: rule as HorizonRule }).committedUnits[0] as number);
  },
  regret: (fee, factor, demand = '') => {
    const curve = makeLoadDuration(numbers(demand));
    const offer = { onDemandPerHour: 1, options: [optionOf(`ri:${fee}`)] };
    return short(familyRegret(curve, offer, optimizeOnCurve(curve, offer), Number(factor)).regret);
  },
  payback: (fee, price) => {
    const none = months(36).map(() => 0);
    const onDemandWithout = none.map(() => Number(price) * 730);
    const input = { onDemandWithout, onDemandWith: none, recurringFees: none, upfront: Number(fee), liability: Number(fee) };
    return short(paybackOf(input).cash);
  },
  online: (fee, term, demand = '') => {
    const offer = { onDemandPerHour: 1, feePerUnit: Number(fee), ratePerUsedHour: 0, termHours: Number(term) };
    const { cost, boughtUnits } = simulateOnlineRule(numbers(demand), offer);
    return `${short(cost)} ${boughtUnits}`;
  },
  resale: (upfront = '', term = '', month = '', cut) =>
    short(exitValue({ kind: 'resale', priceCut: Number(cut), feeShare: resaleFeeShare }, held(upfront, '0', term, month)).proceeds),
  refund: (monthly = '', term = '', month = '', pool) =>
    short(exitValue({ kind: 'refund', poolLeft: Number(pool) }, held('0', monthly, term, month)).poolUsed),
};

describe('docs/model/commitment-plan.md', () => {
  const file = fileURLToPath(new URL('../../docs/model/commitment-plan.md', import.meta.url));
  const page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const lines = [...page.matchAll(/```example\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

  it('has worked examples and numbered equations', () => {
    expect(lines.length).toBeGreaterThan(15);
    const ids = [...page.matchAll(/> \[(EQ-OPT-\d+)\]/g)].map(([, id]) => id);
    expect(ids.sort()).toEqual(Array.from({ length: 18 }, (_, index) => `EQ-OPT-${index + 1}`).sort());
  });

  it.each(lines)('%s', line => {
    const [, call = '', list = '', expected] = /^(\w+)\((.*)\) = (.*)$/.exec(line) ?? [];
    expect(examples[call]?.(...list.split(', '))).toBe(expected);
  });
});
