import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { money } from '../../money/money.ts';
import { cover } from '../cover/cover.ts';
import { prepareCover } from '../cover/prepare-cover.ts';
import { breakEvenUtilization } from '../effective-rate.ts';
import { sustainedUse, sustainedUseDiscount, sustainedUseSchedule } from '../sustained-use.ts';
import { unitsPerReservedNode, unitsTaken } from './eligibility.ts';
import { prepaidAt } from './payments.ts';

const monthHours = 720;

const examples: Readonly<Record<string, (...parts: string[]) => string>> = {
  plan: (amount, groups = '') => {
    const rows = groups.split(' ').map(group => group.split(':').map(Number) as [number, number, number]);
    const prepared = prepareCover({
      meters: rows.map(([, , units]) => ({ account: 0, secondsByHour: Float64Array.of(units * 3600) })),
      commitments: [
        {
          kind: 'spend', rank: 0, account: 0, isShared: false, hours: [0, 1], amountPerHour: Number(amount),
          meters: rows.map(([onDemandPerHour, planPerHour], meter) => ({ meter, onDemandPerHour, planPerHour })),
        },
      ],
      bucketBounds: [0, 1],
    });
    const { coveredSeconds } = cover(prepared);
    const covered = rows.map((_, meter) => (coveredSeconds[prepared.meterOfPair.indexOf(meter)] as number) / 3600);
    return covered.join(' ');
  },
  nodesCovered: (provider = '', bought = '', used = '') => {
    const platform = { region: 'r', operatingSystem: 'linux', tenancy: 'shared' } as const;
    const target = { provider, kind: 'reserved', zone: null, nodeTypeOrFamily: bought, component: 'node', ...platform } as const;
    const units = unitsTaken(target, { key: { provider, nodeType: used, ...platform }, zone: null, component: 'node', series: null });
    return units === null ? 'none' : String(unitsPerReservedNode(target) / units);
  },
  prepaid: (upfront = '', termHours, elapsed) => {
    const terms = { term: { start: 0, end: Number(termHours) * 3600 }, upfront: money(upfront, 'USD'), recurringPerHour: money(0, 'USD') };
    return prepaidAt({ ...terms, isPaidMonthly: false }, 1, Number(elapsed) * 3600).toFixed();
  },
  sustained: (series = '', share) => {
    const schedule = sustainedUseSchedule(series);
    if (!schedule) return 'none';
    const hours = Float64Array.from({ length: monthHours }, (_, hour) => (hour < Number(share) * monthHours ? 3600 : 0));
    return sustainedUseDiscount(sustainedUse(hours, schedule), 1).dividedBy(monthHours * Number(share)).toFixed();
  },
  breakEven: (effective, committed, onDemand = '') => {
    const found = breakEvenUtilization(onDemand, Number(effective) / Number(committed));
    return found.ok ? found.value.toFixed() : 'none';
  },
};

const file = fileURLToPath(new URL('../../../docs/model/commitments.md', import.meta.url));
const page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
const lines = [...page.matchAll(/```example\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

describe('docs/model/commitments.md', () => {
  it('numbers its equations', () => {
    const ids = [...page.matchAll(/> \[(EQ-COV-\d+)\]/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(11);
    expect(lines.length).toBeGreaterThan(10);
  });

  it.each(lines)('%s', line => {
    const [, call = '', list = '', expected] = /^(\w+)\((.*)\) = (.*)$/.exec(line) ?? [];
    expect(examples[call]?.(...list.split(', '))).toBe(expected);
  });
});
