import { decimal } from '../../numeric/decimal.ts';
import type { Check } from '../checks.ts';
import { groupBy } from '../group-by.ts';
import { amountOf, sumUnits, type Ledger, type LedgerLine } from '../ledger.ts';
import { percentText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';
import { roundToSum } from '../round-to-sum.ts';
import type { AllocationRow } from '../showback.ts';

export const showbackTable = defineResultTable({
  id: 'OutShowback',
  version: 1,
  sheetName: 'Results Showback',
  title: 'Who bears the cost',
  question: 'What does each cost centre, account and tag owe, direct and shared?',
  description:
    'One row for each scenario, dimension and name. The rows of one scenario and dimension add up to its cost; those of different dimensions are the same money seen again.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'Dimension', title: 'By', format: 'text', description: 'Cost centre, account, or a tag.' },
    { id: 'Name', title: 'Name', format: 'text', description: 'untagged: nobody is named. Costs no workload answers for have rows of their own until Allocation shares them.' },
    { id: 'DirectCost', title: 'Direct', format: 'money', description: 'Effective cost of its own workloads.' },
    { id: 'SharedCost', title: 'Shared', format: 'money', description: 'Parts of shared costs it bears, less what it passes on.' },
    { id: 'UnusedCost', title: 'Unused commitments', format: 'money', description: 'Parts of what nobody used.' },
    { id: 'Cost', title: 'Cost', format: 'money', description: 'Sum of the three.' },
    { id: 'CostShare', title: 'Part', format: 'percent', description: 'Of the cost of the scenario.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const untagged = 'untagged';

/** Costs no workload answers for, as the table Allocation names them. */
export interface UnownedNames {
  readonly unused: string;
  readonly other: string;
}

type Dimension = readonly [title: string, nameOf: (line: LedgerLine) => string | null];

const dimensionsOf = (lines: readonly LedgerLine[]): Dimension[] => {
  const tags = [...new Set(lines.flatMap(({ origin }) => Object.keys(origin.ownership.tags)))].sort();
  const accounts: Dimension[] = lines.some(({ origin }) => origin.ownership.account !== null) ? [['Account', ({ origin }) => origin.ownership.account]] : [];
  return [
    ['Cost centre', ({ origin }) => origin.ownership.costCentre],
    ...accounts,
    ...tags.map((tag): Dimension => [`Tag ${tag}`, ({ origin }) => origin.ownership.tags[tag] ?? null]),
  ];
};

/** What a line is booked under before anything is shared. */
const bookedUnder = (line: LedgerLine, nameOf: Dimension[1], { unused, other }: UnownedNames): string => {
  if (line.charge.CommitmentDiscountStatus === 'Unused') return unused;
  const name = nameOf(line);
  if (name !== null) return name;
  return line.origin.workloadId === null ? other : untagged;
};

interface Account {
  readonly name: string;
  direct: number;
  shared: number;
  unused: number;
}

/** Parts of an amount of minor units, by stated shares, else by drivers, else by direct cost; equal when all is 0. */
const partsOf = (units: number, receivers: readonly AllocationRow[], accounts: ReadonlyMap<string, Account>): number[] => {
  const stated = receivers.every(({ share }) => share !== null);
  const driven = !stated && receivers.some(({ driver }) => driver !== null);
  const weights = receivers.map(({ share, driver, costCentre }) =>
    stated ? (share ?? 0) : driven ? (driver ?? 0) : Math.max(0, accounts.get(costCentre.toLowerCase())?.direct ?? 0));
  const whole = stated ? 1 : weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map(weight => decimal(units).times(whole === 0 ? 1 / receivers.length : weight / whole));
  const sum = exact.reduce((total, part) => total.plus(part), decimal(0)).round().toNumber();
  return roundToSum(exact, sum);
};

/** Passes shared costs on: a workload's from where it is booked, a cost centre's whole direct cost, or what nobody owns. */
const allocate = (
  accounts: Map<string, Account>, lines: readonly LedgerLine[], allocation: readonly AllocationRow[], names: UnownedNames,
): void => {
  const accountOf = (name: string): Account => {
    const known = accounts.get(name.toLowerCase());
    if (known) return known;
    const made = { name, direct: 0, shared: 0, unused: 0 };
    accounts.set(name.toLowerCase(), made);
    return made;
  };
  for (const receivers of groupBy(allocation, ({ sharedCost }) => sharedCost.toLowerCase()).values()) {
    const sharedCost = receivers[0]?.sharedCost ?? '';
    const isUnused = sharedCost.toLowerCase() === names.unused;
    const ofWorkload = lines.filter(line => (line.origin.workloadId ?? '').toLowerCase() === sharedCost.toLowerCase());
    const giver = ofWorkload.length > 0 ? accountOf(
      bookedUnder(ofWorkload[0]!, ({ origin }) => origin.ownership.costCentre, names),
    ) : accounts.get(sharedCost.toLowerCase());
    if (!giver) continue;
    const units = ofWorkload.length > 0 ? sumUnits(ofWorkload, 'EffectiveCost') : giver.direct;
    const parts = partsOf(units, receivers, accounts);
    receivers.forEach(({ costCentre }, index) => {
      const account = accountOf(costCentre);
      if (isUnused) account.unused += parts[index]!;
      else account.shared += parts[index]!;
    });
    const given = parts.reduce((sum, part) => sum + part, 0);
    if (isUnused) giver.unused -= given;
    else giver.shared -= given;
  }
};

export const buildShowback = (
  ledger: Ledger,
  allocation: readonly AllocationRow[],
  names: UnownedNames,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[]; readonly checks: readonly Check[] } => {
  const checks: Check[] = [];
  const rows = [...ledger.byScenario].flatMap(([scenarioId, lines]) => {
    const total = sumUnits(lines, 'EffectiveCost');
    return dimensionsOf(lines).flatMap(([dimension, nameOf]) => {
      const groups = groupBy(lines, line => bookedUnder(line, nameOf, names).toLowerCase());
      const accounts = new Map<string, Account>();
      for (const [key, own] of groups) {
        const direct = sumUnits(own, 'EffectiveCost');
        if (direct !== 0) accounts.set(key, { name: bookedUnder(own[0]!, nameOf, names), direct, shared: 0, unused: 0 });
      }
      if (dimension === 'Cost centre') allocate(accounts, lines, allocation, names);
      const cost = ({ direct, shared, unused }: Account): number => direct + shared + unused;
      const standing = [...accounts.values()].filter(account => cost(account) !== 0 || account.name === untagged);
      const shown = standing.sort((a, b) => cost(b) - cost(a));
      checks.push({
        check: `Showback by ${dimension} adds up to the cost`, scenarioId, expected: amountOf(total, ledger),
        actual: amountOf(shown.reduce((sum, account) => sum + cost(account), 0), ledger), tolerance: 1e-9,
      });
      return shown.map(account => ({
        ScenarioId: scenarioId,
        Dimension: dimension,
        Name: account.name,
        DirectCost: amountOf(account.direct, ledger),
        SharedCost: amountOf(account.shared, ledger),
        UnusedCost: amountOf(account.unused, ledger),
        Cost: amountOf(cost(account), ledger),
        CostShare: total === 0 ? null : cost(account) / total,
        BillingCurrency: ledger.currency,
      }));
    });
  });
  const [first] = rows;
  const block = rows.filter(row => row.ScenarioId === first?.ScenarioId && row.Dimension === first?.Dimension);
  const nobody = block.find(({ Name }) => Name === untagged);
  const answer = first
    ? oneByOne(
        say`${first.Name} bears most, ${percentText(first.CostShare ?? 0)} of the cost.`,
        nobody ? say`${percentText(nobody.CostShare ?? 0)} is untagged.` : say`Nothing is untagged.`,
      )
    : say``;
  const chart: ComposedChart = {
    id: 'ChartShowback',
    tableId: showbackTable.id,
    kind: 'columnStacked',
    title: say`Cost by ${(first?.Dimension ?? '').toLowerCase()}: ${first?.ScenarioId ?? ''}`,
    categoryColumn: 'Name',
    valueColumns: ['DirectCost', 'SharedCost', 'UnusedCost'],
    series: columnSeries(showbackTable, ['DirectCost', 'SharedCost', 'UnusedCost'], block.length),
    categoryAxisTitle: say`${first?.Dimension ?? ''}`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  return { table: fillTable(showbackTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 0 ? [chart] : [], checks };
};
