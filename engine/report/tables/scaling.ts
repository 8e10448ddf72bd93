import { quoteHoursPerMonth } from '../../quantity/conversion.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { ScalingChoice } from '../scaling-choice.ts';
import { say } from '../sentence.ts';

export const scalingTable = defineResultTable({
  id: 'OutScaling',
  version: 2,
  sheetName: 'Results Scaling',
  title: 'One machine, many, or many as one',
  question: 'On which kind of machine does the work cost least, and what stands against the others?',
  description: 'One row per piece of work and way to run it. A month has 730 hours; machines run all the time.',
  columns: [
    { id: 'WorkId', title: 'Work', format: 'text', description: 'Row of ScalingWays.' },
    { id: 'Way', title: 'Way', format: 'text', description: 'one machine, many, or many that pass for one.' },
    { id: 'NodeType', title: 'Machine', format: 'text', description: 'The cheapest that holds it, or the small node.' },
    { id: 'Nodes', title: 'Machines', format: 'integer', description: 'Blank: it cannot run like this.' },
    { id: 'Cores', title: 'Cores', format: 'decimal', description: 'Of all of them.' },
    { id: 'UsedCores', title: 'Used cores', format: 'decimal', description: 'Of which the work makes use.' },
    { id: 'WastedShare', title: 'Wasted', format: 'percent', description: 'Cores that are paid and cannot be used, or are not needed.' },
    { id: 'Slowdown', title: 'Takes', unit: 'times as long', format: 'decimal', description: 'As on cores and memory of its own.' },
    { id: 'MemoryGiB', title: 'Memory', unit: 'GiB', format: 'decimal', description: 'Of all of them.' },
    { id: 'CostPerMonth', title: 'Machines a month', format: 'money', description: 'At on-demand prices.' },
    { id: 'OnceCost', title: 'Rewriting', format: 'money', description: 'Paid once.' },
    { id: 'CostPerMonthAllIn', title: 'All in a month', format: 'money', description: 'Machines, and the rewriting spread over the months of use.' },
    { id: 'NetPerMonth', title: 'Worth less cost', format: 'money', description: 'What its results bring a month, in how long they take here, less all costs. Blank: not asked.' },
    { id: 'Remark', title: 'Remark', format: 'text', description: 'Why it cannot run like this, or what to know.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildScaling = (choices: readonly ScalingChoice[], ledger: Ledger): ComposedTable | null => {
  const rows = choices.map(({ workId, way, nodeType, memoryGib, scaled, perNodeHour, onceCost, months, valuePerMonth, remark }) => {
    const monthly = scaled && perNodeHour !== null ? scaled.machines * perNodeHour * quoteHoursPerMonth : null;
    const net = scaled && monthly !== null && valuePerMonth !== null ? valuePerMonth / scaled.slowdown - monthly - onceCost / months : null;
    return {
      WorkId: workId,
      Way: way,
      NodeType: nodeType,
      Nodes: scaled?.machines ?? null,
      Cores: scaled?.cores ?? null,
      UsedCores: scaled?.usedCores ?? null,
      WastedShare: scaled ? Math.max(0, 1 - scaled.usedCores / scaled.cores) : null,
      Slowdown: scaled?.slowdown ?? null,
      MemoryGiB: scaled && memoryGib !== null ? scaled.machines * memoryGib : null,
      CostPerMonth: monthly === null ? null : roundedAmount(monthly, ledger),
      OnceCost: scaled ? roundedAmount(onceCost, ledger) : null,
      CostPerMonthAllIn: monthly === null ? null : roundedAmount(monthly + onceCost / months, ledger),
      NetPerMonth: net === null ? null : roundedAmount(net, ledger),
      Remark: remark === '' ? null : remark,
      BillingCurrency: ledger.currency,
    };
  });
  const [first] = rows;
  const own = rows.filter(row => row.WorkId === first?.WorkId && row.CostPerMonthAllIn !== null);
  const best = own.sort((a, b) => (a.CostPerMonthAllIn ?? 0) - (b.CostPerMonthAllIn ?? 0))[0];
  const answer = best
    ? say`${best.WorkId} costs least on ${best.Way}: ${moneyText(best.CostPerMonthAllIn ?? 0, ledger.currency, ledger.decimals)} a month.`
    : say``;
  return fillTable(scalingTable, { rows, answer, currency: ledger.currency });
};
