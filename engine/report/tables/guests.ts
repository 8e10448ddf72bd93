import { decimal } from '../../numeric/decimal.ts';
import type { Check } from '../checks.ts';
import type { ConsolidatedHosts } from '../consolidated-hosts.ts';
import type { Ledger } from '../ledger.ts';
import { moneyText, percentText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { roundToSum } from '../round-to-sum.ts';
import { poolCost } from './consolidation.ts';
import { say } from '../sentence.ts';

export const guestsResultTable = defineResultTable({
  id: 'OutGuests',
  version: 1,
  sheetName: 'Results Guests',
  title: 'Guests and their part of the hosts',
  question: 'Which guests suit the hosts, and what does each application owe?',
  description: 'One row per kind of guest. Hosts are divided by the largest part each guest takes of one; all parts add up to what the hosts cost.',
  columns: [
    { id: 'HostId', title: 'Hosts', format: 'text', description: 'Row of HostPools.' },
    { id: 'Application', title: 'Application', format: 'text', description: 'Whose guests these are.' },
    { id: 'GuestId', title: 'Guest', format: 'text', description: 'Row of Guests.' },
    { id: 'Placed', title: 'Placed', format: 'integer', description: 'Guests that found a host.' },
    { id: 'GuestsPerHost', title: 'Alone on a host', format: 'integer', description: 'That fit on a host with no others.' },
    { id: 'Binding', title: 'Binds', format: 'text', description: 'What runs out on a host full of these.' },
    { id: 'Fit', title: 'Fit', format: 'percent', description: 'Mean part used of cores, memory and GPUs of a host full of these: what is left is paid for in vain.' },
    { id: 'CostShare', title: 'Part of the hosts', format: 'percent', description: 'Of what the pool costs.' },
    { id: 'CostPerMonth', title: 'A month', format: 'money', description: 'Part of the cost of the pool.' },
    { id: 'CostPerGuest', title: 'A guest a month', format: 'unitPrice', description: 'Part of each.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildGuests = (
  pools: readonly ConsolidatedHosts[],
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly checks: readonly Check[] } => {
  const units = 10 ** ledger.decimals;
  const rows = pools.flatMap(hosts => {
    const { guests } = hosts.filled;
    const cost = Math.round(poolCost(hosts, ledger) * units);
    // A pool without a placed guest has only spare hosts: nobody owes them.
    const isShared = guests.some(({ placed }) => placed > 0);
    const parts = isShared ? roundToSum(guests.map(({ share }) => decimal(share).times(cost)), cost) : guests.map(() => 0);
    return guests.map((guest, index) => {
      const owed = (parts[index] ?? 0) / units;
      return {
        HostId: hosts.hostId,
        Application: hosts.applications.get(guest.id) ?? guest.id,
        GuestId: guest.id,
        Placed: guest.placed,
        GuestsPerHost: guest.guestsPerHost,
        Binding: guest.binding.join(', '),
        Fit: guest.fit,
        CostShare: guest.share,
        CostPerMonth: owed,
        CostPerGuest: guest.placed > 0 ? owed / guest.placed : null,
        BillingCurrency: ledger.currency,
      };
    });
  });
  const byApplication = new Map<string, number>();
  for (const { Application, CostPerMonth } of rows) byApplication.set(Application, (byApplication.get(Application) ?? 0) + CostPerMonth);
  const [most] = [...byApplication].sort(([, a], [, b]) => b - a);
  const all = rows.reduce((sum, { CostPerMonth }) => sum + CostPerMonth, 0);
  const answer = most && all > 0
    ? say`${most[0]} takes ${percentText(most[1] / all)} of the hosts: ${moneyText(most[1], ledger.currency, ledger.decimals)} a month.`
    : say``;
  const checks = pools.filter(({ filled }) => filled.guests.some(({ placed }) => placed > 0)).map((hosts): Check => ({
    check: `Guests of ${hosts.hostId} owe what its hosts cost`,
    scenarioId: '',
    expected: poolCost(hosts, ledger),
    actual: rows.reduce((sum, row) => sum + (row.HostId === hosts.hostId ? row.CostPerMonth : 0), 0),
    tolerance: 1e-6,
  }));
  return { table: fillTable(guestsResultTable, { rows, answer, currency: ledger.currency }), checks };
};
