import type { SpillingFormula } from './sample.ts';

const widths = {
  Provider: 11, Region: 15, NodeType: 26, VCpu: 8, MemoryGiB: 11, GpuModel: 11, GpuCount: 10, UnitPrice: 11,
  Currency: 10, Basis: 10, Source: 60, AsOf: 12,
};

/** The columns CLOUD.NODES spills. */
export const offerColumns: SpillingFormula['columns'] = Object.entries(widths).map(([header, widthCharacters]) => ({
  widthCharacters,
  ...(header === 'UnitPrice' ? { numberFormat: '#,##0.0000' } : {}),
}));
