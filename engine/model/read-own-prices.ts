import type { NodeType } from '../catalog/node-type.ts';
import type { Result } from '../issue/result.ts';
import type { FxRate } from '../money/exchange.ts';
import type { OwnPrice } from '../pricing/price-book.ts';
import type { ModelInput } from './model-input.ts';

/** What the workbook itself says about prices. */
export interface OwnPrices {
  readonly prices: readonly OwnPrice[];
  readonly nodeTypes: readonly NodeType[];
  readonly fxRates: readonly FxRate[];
  readonly baseCurrency: string;
}

/** Own prices, node types and exchange rates of the workbook: for the model and for worksheet functions alike. */
export const readOwnPrices = (_input: ModelInput): Result<OwnPrices> => {
  throw new Error('readOwnPrices is being built');
};
