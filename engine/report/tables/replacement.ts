import type { ConsolidatedHosts } from '../consolidated-hosts.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { countText, moneyText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say, type Sentence } from '../sentence.ts';
import { poolCost } from './consolidation.ts';

export const replacementTable = defineResultTable({
  id: 'OutReplacement',
  version: 1,
  sheetName: 'Results Replacement',
  title: 'Servers replaced',
  question: 'What do the hosts save against the servers they replace?',
  description: 'One row per pool of hosts that replaces servers. Their book value is spent in any case: it is told, and part of no comparison.',
  columns: [
    { id: 'HostId', title: 'Hosts', format: 'text', description: 'Row of HostPools.' },
    { id: 'ReplacedServers', title: 'Servers replaced', format: 'integer', description: 'Old servers that go.' },
    { id: 'Hosts', title: 'Hosts', format: 'integer', description: 'All of the pool, spare ones too.' },
    { id: 'ReplacedPerHost', title: 'Servers for one', format: 'decimal', description: 'Old servers replaced by each host.' },
    { id: 'ReplacedCostPerMonth', title: 'Old a month', format: 'money', description: 'What ends with the servers replaced.' },
    { id: 'CostPerMonth', title: 'New a month', format: 'money', description: 'All hosts at 730 hours.' },
    { id: 'SavingPerMonth', title: 'Saving a month', format: 'money', description: 'Old less new.' },
    { id: 'PilotCost', title: 'Pilot', format: 'money', description: 'Paid once, beside the old servers. Blank: none.' },
    { id: 'PaybackMonths', title: 'Pilot paid back', unit: 'months', format: 'decimal', description: 'Blank: never, or there is none.' },
    { id: 'BookLoss', title: 'Book loss', format: 'money', description: 'Written off with the servers: no cash, and no reason to keep them.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildReplacement = (pools: readonly ConsolidatedHosts[], ledger: Ledger): ComposedTable | null => {
  const rows = pools.filter(({ replaced }) => replaced.servers > 0).map(hosts => {
    const { filled, spareHosts, replaced, pilotCost } = hosts;
    const [count, cost] = [filled.hosts + spareHosts, poolCost(hosts, ledger)];
    const saving = roundedAmount(replaced.costPerMonth - cost, ledger);
    return {
      HostId: hosts.hostId,
      ReplacedServers: replaced.servers,
      Hosts: count,
      ReplacedPerHost: count > 0 ? replaced.servers / count : null,
      ReplacedCostPerMonth: roundedAmount(replaced.costPerMonth, ledger),
      CostPerMonth: cost,
      SavingPerMonth: saving,
      PilotCost: pilotCost > 0 ? roundedAmount(pilotCost, ledger) : null,
      PaybackMonths: pilotCost > 0 && saving > 0 ? pilotCost / saving : null,
      BookLoss: roundedAmount(replaced.bookValue, ledger),
      BillingCurrency: ledger.currency,
    };
  });
  const [first] = [...rows].sort((a, b) => b.SavingPerMonth - a.SavingPerMonth);
  const told = (row: typeof first & object): Sentence => {
    const [servers, hosts] = [countText(row.ReplacedServers, 'server'), countText(row.Hosts, 'host')];
    const money = moneyText(Math.abs(row.SavingPerMonth), ledger.currency, ledger.decimals);
    return row.SavingPerMonth < 0
      ? say`${row.HostId}: ${servers} become ${hosts}, for ${money} a month more.`
      : say`${row.HostId}: ${servers} become ${hosts}, for ${money} a month less.`;
  };
  const answer = first ? told(first) : say``;
  return fillTable(replacementTable, { rows, answer, currency: ledger.currency });
};
