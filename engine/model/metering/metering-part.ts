import { buildTariffs } from '../../report/tables/tariffs.ts';
import type { ModelPart } from '../parts/model-part.ts';
import { readTariffs } from '../reading/read-tariffs.ts';
import { meterAllowancesTable, metersTable, meterTiersTable } from '../tables/tariff-tables.ts';
import { chargeMeters } from './charge-meters.ts';

/** What metered usage costs, by tiers, zones and dates: asked by the tables of meters and of their usage. */
export const meteringPart: ModelPart = {
  id: 'metering',
  specs: [metersTable, meterTiersTable, meterAllowancesTable],
  ask({ input, horizon, catalog }) {
    const tariffs = readTariffs(input);
    return {
      issues: tariffs.issues,
      tables: tariffs.tables,
      charge({ plan, charge: { book, fxRates, baseCurrency, scenarios } }) {
        const agreements = { negotiated: book.negotiated, fxRates };
        const metered = chargeMeters({ plan, scenarios, horizon, tariffs, catalog, agreements, baseCurrency });
        return {
          charges: metered.charges,
          issues: metered.issues,
          makeReport: () => ({ details: [buildTariffs(metered.tariffs)] }),
        };
      },
    };
  },
};
