import { portabilityValue, type PortabilityFrame } from '../../migration/portability.ts';
import type { PortabilityRow } from '../dependence.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say, type Sentence } from '../sentence.ts';

export const portabilityTable = defineResultTable({
  id: 'OutPortability',
  version: 1,
  sheetName: 'Results Portability',
  title: 'What portability is worth',
  question: 'Is the layer worth what it costs?',
  description:
    'One row per layer, amounts worth today over the plan. The right to leave is valued by SavingVolatility of Settings, a judgement; without it, as leaving now.',
  columns: [
    { id: 'LayerId', title: 'Layer', format: 'text', description: 'Row of PortabilityLayers.' },
    { id: 'CostPerMonth', title: 'A month', format: 'money', description: 'Licence, people, overhead and discounts lost.' },
    { id: 'LayerCost', title: 'Cost of the layer', format: 'money', description: 'Set-up and all months.' },
    { id: 'SwitchCostWithout', title: 'Leaving without it', format: 'money', description: 'As stated.' },
    { id: 'SwitchCostWith', title: 'Leaving with it', format: 'money', description: 'As stated.' },
    { id: 'NewLockIn', title: 'New lock-in', format: 'money', description: 'What giving up the layer would cost.' },
    { id: 'RightWithout', title: 'Right to leave without', format: 'money', description: 'Worth of it.' },
    { id: 'RightWith', title: 'Right to leave with', format: 'money', description: 'Worth of it, the new lock-in counted.' },
    { id: 'PortabilityValue', title: 'Worth of portability', format: 'money', description: 'The one less the other, before the cost of the layer.' },
    { id: 'NetValue', title: 'Net', format: 'money', description: 'After the cost of the layer. Above 0: it pays.' },
    { id: 'ReturnOnLockIn', title: 'Return on lock-in', format: 'money', description: 'What native services bring, less the chance of leaving times its cost without the layer.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildPortability = (layers: readonly PortabilityRow[], frame: PortabilityFrame, ledger: Ledger): ComposedTable | null => {
  const rounded = (amount: number): number => roundedAmount(amount, ledger);
  const rows = layers.map(({ name, layer }) => {
    const value = portabilityValue(layer, frame);
    return {
      LayerId: name,
      CostPerMonth: rounded(value.perMonth),
      LayerCost: rounded(value.cost),
      SwitchCostWithout: rounded(layer.switchCostWithout),
      SwitchCostWith: rounded(layer.switchCostWith),
      NewLockIn: rounded(layer.newLockIn),
      RightWithout: rounded(value.optionWithout),
      RightWith: rounded(value.optionWith),
      PortabilityValue: rounded(value.gross),
      NetValue: rounded(value.net),
      ReturnOnLockIn: rounded(value.returnOnLockIn),
      BillingCurrency: ledger.currency,
    };
  });
  const best = [...rows].sort((a, b) => b.NetValue - a.NetValue)[0];
  const text = (amount: number): string => moneyText(Math.abs(amount), ledger.currency, ledger.decimals);
  const told = (net: number, layer: string): Sentence =>
    net >= 0
      ? say`${layer} is worth ${text(net)} more than it costs.`
      : say`${layer} costs ${text(net)} more than it is worth.`;
  const answer = best ? told(best.NetValue, best.LayerId) : say``;
  return fillTable(portabilityTable, { rows, answer, currency: ledger.currency });
};
