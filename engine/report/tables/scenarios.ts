import { bridgeInUnits, bridgeSteps, type BridgeStep } from '../cost-bridge.ts';
import type { ChangedPlan } from '../changed-plan.ts';
import { amountOf, mostPaymentWays, type Ledger } from '../ledger.ts';
import { countText, moneyText, percentText } from '../number-text.ts';
import type { Check } from '../checks.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { say, type Sentence } from '../sentence.ts';

export const scenariosResultTable = defineResultTable({
  id: 'OutScenario',
  version: 1,
  sheetName: 'Results What if',
  title: 'What if',
  question: 'What would the plan cost if it were changed, and why?',
  description: 'One row for the plan as stated and one for each scenario of Scenarios. The six parts of the difference add up to it.',
  columns: [
    { id: 'ScenarioId', title: 'What if', format: 'text', description: 'Scenario of Scenarios; as stated: the plan without changes.' },
    { id: 'ComparedWith', title: 'Compared with', format: 'text', description: 'Scenario of Placements it starts from.' },
    { id: 'Changes', title: 'Changed', format: 'text', description: 'Cells that are another.' },
    { id: 'EffectiveCost', title: 'Effective cost', format: 'money', description: 'Amortized cost over the plan.' },
    { id: 'BilledCost', title: 'Billed cost', format: 'money', description: 'What the invoices of the plan say.' },
    { id: 'Difference', title: 'Difference', format: 'money', description: 'Effective cost less that of the plan as stated.' },
    { id: 'DifferenceShare', title: 'Difference', format: 'percent', description: 'Of the plan as stated.' },
    { id: 'Volume', title: 'Volume', format: 'money', description: 'More or less of what was used, at the mean price it had.' },
    { id: 'Mix', title: 'Mix', format: 'money', description: 'Other workloads, node types, regions or ways of buying, at the prices they had.' },
    { id: 'Price', title: 'Price', format: 'money', description: 'Other negotiated or public prices of the same.' },
    { id: 'Commitment', title: 'Commitments', format: 'money', description: 'What commitments save less, waste counted.' },
    { id: 'Currency', title: 'Currency', format: 'money', description: 'Other rates of exchange.' },
    { id: 'Other', title: 'Other', format: 'money', description: 'Taxes, support, shortfalls, credits.' },
    { id: 'UnusedCommitmentCost', title: 'Commitment unused', format: 'money', description: 'Effective cost of committed hours nobody used.' },
    { id: 'NodeHours', title: 'Node-hours', unit: 'h', format: 'hours', description: 'Billed node-hours that ran.' },
    { id: 'UnservedShare', title: 'Demand unserved', format: 'percent', description: 'As in OutSummary.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const scenarioBridgeTable = defineResultTable({
  id: 'OutScenarioBridge',
  version: 1,
  sheetName: 'Results Bridge',
  title: 'From the plan to each scenario',
  question: 'Which steps lead from the plan as stated to the scenario?',
  description: 'One row for each scenario and step. Below is where the bar of the step begins.',
  columns: [
    { id: 'ScenarioId', title: 'What if', format: 'text', description: 'Scenario of Scenarios.' },
    { id: 'Step', title: 'Step', format: 'text', description: 'As stated, why it changes, and where it ends.' },
    { id: 'Amount', title: 'Amount', format: 'money', description: 'Of the step; of the first and last row the whole cost.' },
    { id: 'Below', title: 'Below', format: 'money', description: 'Where its bar begins.' },
    { id: 'Total', title: 'Cost', format: 'money', description: 'The bar of a whole cost.' },
    { id: 'Rise', title: 'Rise', format: 'money', description: 'The bar of a step up.' },
    { id: 'Fall', title: 'Fall', format: 'money', description: 'The bar of a step down, as a positive number.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const columnOf: Readonly<Record<BridgeStep, 'Volume' | 'Mix' | 'Price' | 'Commitment' | 'Currency' | 'Other'>> = {
  volume: 'Volume', mix: 'Mix', price: 'Price', commitment: 'Commitment', currency: 'Currency', other: 'Other',
};
const nothing = { Volume: 0, Mix: 0, Price: 0, Commitment: 0, Currency: 0, Other: 0 };

const totalsRow = ({ effective, billed, unused, nodeHours, unservedShare }: ChangedPlan['after'], ledger: Ledger) => ({
  EffectiveCost: amountOf(effective, ledger),
  BilledCost: amountOf(billed, ledger),
  UnusedCommitmentCost: amountOf(unused, ledger),
  NodeHours: nodeHours,
  UnservedShare: unservedShare,
  BillingCurrency: ledger.currency,
});

const unitsOf = ({ bridge, before, after }: ChangedPlan, ledger: Ledger): Record<BridgeStep, number> =>
  bridgeInUnits(bridge, 10 ** -ledger.decimals, after.effective - before.effective);

/** The plan as stated stands once for each scenario of Placements that is compared with. */
const rowsOf = (plans: readonly ChangedPlan[], ledger: Ledger) =>
  [...new Set(plans.map(({ from }) => from))].flatMap(from => {
    const own = plans.filter(plan => plan.from === from);
    const { before } = own[0] as ChangedPlan;
    const stated = { ScenarioId: 'as stated', ComparedWith: from, Changes: null, Difference: 0, DifferenceShare: 0, ...nothing, ...totalsRow(before, ledger) };
    const changed = own.map(plan => {
      const units = unitsOf(plan, ledger);
      const difference = plan.after.effective - before.effective;
      const parts = Object.fromEntries(bridgeSteps.map(step => [columnOf[step], amountOf(units[step], ledger)])) as typeof nothing;
      return {
        ScenarioId: plan.name,
        ComparedWith: from,
        Changes: plan.changes,
        Difference: amountOf(difference, ledger),
        DifferenceShare: before.effective === 0 ? null : difference / before.effective,
        ...parts,
        ...totalsRow(plan.after, ledger),
      };
    });
    return [stated, ...changed];
  });

export const buildScenarios = (
  plans: readonly ChangedPlan[],
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[]; readonly checks: readonly Check[] } => {
  const rows = rowsOf(plans, ledger);
  const text = (units: number): string => moneyText(amountOf(Math.abs(units), ledger), ledger.currency, ledger.decimals);
  const changeOf = ({ before, after }: ChangedPlan): number => after.effective - before.effective;
  const [most] = [...plans].sort((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)));
  const told = (plan: typeof most & object): Sentence => {
    const [change, share] = [text(changeOf(plan)), percentText(Math.abs(changeOf(plan)) / Math.max(1, plan.before.effective))];
    return changeOf(plan) >= 0
      ? say`${plan.name} changes most: ${change} more (${share}) than ${plan.from}.`
      : say`${plan.name} changes most: ${change} less (${share}) than ${plan.from}.`;
  };
  const answer = most ? told(most) : say``;
  const chart: ComposedChart = {
    id: 'ChartScenario',
    tableId: scenariosResultTable.id,
    kind: 'columnClustered',
    title: say`Cost of each scenario`,
    categoryColumn: 'ScenarioId',
    valueColumns: ['EffectiveCost'],
    series: columnSeries(scenariosResultTable, ['EffectiveCost'], rows.length),
    categoryAxisTitle: say`What if`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  const checks = plans.map((plan): Check => ({
    check: `Steps of ${plan.name} add up to its difference`,
    scenarioId: plan.from,
    expected: amountOf(changeOf(plan), ledger),
    // Before rounding: each total is off by half a minor unit for each way of paying at most
    actual: bridgeSteps.reduce((sum, step) => sum + plan.bridge[step], 0),
    tolerance: mostPaymentWays * 10 ** -ledger.decimals,
  }));
  return {
    table: fillTable(scenariosResultTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 0 ? [chart] : [], checks,
  };
};

const stepNames: Readonly<Record<BridgeStep, string>> = {
  volume: 'Volume', mix: 'Mix', price: 'Price', commitment: 'Commitments', currency: 'Currency', other: 'Other',
};

const bridgeRows = (plan: ChangedPlan, ledger: Ledger) => {
  const units = unitsOf(plan, ledger);
  const row = (Step: string, amount: number, bar: { below?: number; total?: number; rise?: number; fall?: number }) => ({
    ScenarioId: plan.name,
    Step,
    Amount: amountOf(amount, ledger),
    Below: amountOf(bar.below ?? 0, ledger),
    Total: amountOf(bar.total ?? 0, ledger),
    Rise: amountOf(bar.rise ?? 0, ledger),
    Fall: amountOf(bar.fall ?? 0, ledger),
    BillingCurrency: ledger.currency,
  });
  let level = plan.before.effective;
  const steps = bridgeSteps.filter(step => units[step] !== 0).map(step => {
    const change = units[step];
    const below = Math.min(level, level + change);
    level += change;
    return row(stepNames[step], change, { below, ...(change > 0 ? { rise: change } : { fall: -change }) });
  });
  const whole = (name: string, amount: number) => row(name, amount, { total: amount });
  return [whole('As stated', plan.before.effective), ...steps, whole(plan.name, plan.after.effective)];
};

/** Most scenarios whose bridges are drawn; the table holds all. */
const mostBridges = 3;

export const buildScenarioBridge = (
  plans: readonly ChangedPlan[],
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const blocks = plans.map(plan => bridgeRows(plan, ledger));
  const rows = blocks.flat();
  let firstRow = 0;
  const charts = blocks.slice(0, mostBridges).map((block, index): ComposedChart => {
    const from = { firstRow, rowCount: block.length };
    firstRow += block.length;
    return {
      id: `ChartBridge${index + 1}`,
      tableId: scenarioBridgeTable.id,
      kind: 'columnStacked',
      title: say`From the plan to: ${plans[index]?.name ?? ''}`,
      categoryColumn: 'Step',
      valueColumns: ['Below', 'Total', 'Rise', 'Fall'],
      series: [
        { name: say` `, valueColumn: 'Below', ...from, isSpacer: true },
        { name: say`Cost`, valueColumn: 'Total', ...from },
        { name: say`Rise`, valueColumn: 'Rise', ...from },
        { name: say`Fall`, valueColumn: 'Fall', ...from },
      ],
      categoryAxisTitle: say`Step`,
      valueAxisTitle: say`${ledger.currency}`,
    };
  });
  const answer = rows.length > 0 ? say`${countText(blocks.length, 'scenario')}, each step by step.` : say``;
  return { table: fillTable(scenarioBridgeTable, { rows, answer, currency: ledger.currency }), charts };
};
