import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { serviceCredit } from '../../pricing/service-credit.ts';
import type { Ledger } from '../../report/ledger.ts';
import type { RunResults } from '../../report/run-results.ts';
import { buildCloudMixes } from '../../report/tables/cloud-mixes.ts';
import { buildKeyPersons } from '../../report/tables/key-persons.ts';
import { buildLicences } from '../../report/tables/licences.ts';
import { buildPortability } from '../../report/tables/portability.ts';
import { buildSla, type SlaMonth } from '../../report/tables/sla.ts';
import { workloadCostByMonth } from '../../report/workload-cost.ts';
import type { ModelPart } from '../parts/model-part.ts';
import { cloudMixesTable, keyPersonsTable, licencesTable, portabilityLayersTable, serviceLevelsTable } from '../tables/dependence-tables.ts';
import { readDependence, type PlannedServiceLevel } from './read-dependence.ts';

const monthOf = (level: PlannedServiceLevel, results: RunResults, ledger: Ledger): SlaMonth => {
  const charged = workloadCostByMonth(level.workloadId ?? '', null, results, ledger);
  const bill = level.billPerMonth ?? charged.reduce((sum, cost) => sum + cost, 0) / charged.length;
  const credit = serviceCredit(bill, level.availability, level.provider);
  return { ...level, bill, credit: credit.ok ? credit.value : 0 };
};

/** Providers without terms at hand. */
const levelIssues = ({ provider, availability, at }: PlannedServiceLevel): Issue[] => {
  const credit = serviceCredit(0, availability, provider);
  return credit.ok ? [] : credit.issues.map(issue => ({ ...issue, location: at('Provider') }));
};

/** What it costs to depend on a licence, a layer, a person, a provider or its availability: asked by a table for each. */
export const dependencePart: ModelPart = {
  id: 'dependence',
  specs: [licencesTable, portabilityLayersTable, keyPersonsTable, cloudMixesTable, serviceLevelsTable],
  ask({ input, settings, horizon }) {
    const { licences, layers, roles, mixes, levels, issues } = readDependence(input, horizon);
    const months = horizon.months.length;
    const annualRate = settings.discountRate;
    return {
      issues: [...issues, ...levels.flatMap(levelIssues)],
      standsAlone: levels.every(({ billPerMonth }) => billPerMonth !== null),
      answer: ({ plan }) => ({
        issues: levels.flatMap(({ billPerMonth, workloadId, at }) => {
          const isCharged = [...plan.placements.map(({ workload }) => workload.id), ...plan.meterUsage.map(usage => usage.workloadId)]
            .some(id => id.toLowerCase() === (workloadId ?? '').toLowerCase());
          return billPerMonth !== null || isCharged ? [] : [makeIssue('bill-unknown', { workload: workloadId ?? '' }, { location: at('WorkloadId') })];
        }),
        makeReport(results, ledger) {
          const priced = buildLicences(licences, { months, annualRate }, ledger);
          return {
            tables: [
              priced.table,
              buildPortability(layers, { annualRate, months, volatility: settings.savingVolatility }, ledger),
              buildKeyPersons(roles, months, ledger),
              buildCloudMixes(mixes, ledger),
              buildSla(levels.map(level => monthOf(level, results, ledger)), ledger),
            ],
            charts: priced.charts,
          };
        },
      }),
    };
  },
};
