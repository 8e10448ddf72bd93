import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { convert } from '../../money/exchange.ts';
import { money } from '../../money/money.ts';
import { mostHybridUnits } from '../../owning/hybrid-split.ts';
import { ownedYear } from '../../owning/owned-hardware.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { quoteHoursPerMonth, secondsPerHour } from '../../quantity/conversion.ts';
import type { RunResults } from '../../report/run-results.ts';
import { buildBreakEven } from '../../report/tables/break-even.ts';
import { buildHybrid, type HybridLoad } from '../../report/tables/hybrid.ts';
import { buildPresets } from '../../report/tables/presets.ts';
import { buildTco } from '../../report/tables/tco.ts';
import type { ModelPart, PlanRun } from '../parts/model-part.ts';
import { ownHardwareTable } from '../tables/owning-tables.ts';
import { readOwnHardware, type PlannedAsset } from './read-own-hardware.ts';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Node-hours of a workload in the first scenario, hour by hour, in units of the hardware; null when it has no nodes there. */
const loadOf = ({ workloadId, unitsPerNode }: PlannedAsset, { scenarios, horizon }: Pick<RunResults, 'scenarios' | 'horizon'>): Float64Array | null => {
  const placements = (scenarios[0]?.placements ?? []).filter(placement => isSame(placement.workloadId, workloadId ?? ''));
  if (placements.length === 0) return null;
  const load = new Float64Array(horizon.hourCount);
  for (const { nodeSecondsByHour } of placements) {
    for (let hour = 0; hour < load.length; hour += 1) load[hour]! += ((nodeSecondsByHour[hour] ?? 0) / secondsPerHour) * unitsPerNode;
  }
  return load;
};

const hybridLoads = (assets: readonly PlannedAsset[], results: RunResults): HybridLoad[] =>
  assets.flatMap(asset => {
    const loadByHour = asset.workloadId === null ? null : loadOf(asset, results);
    if (!loadByHour || loadByHour.some(load => load > mostHybridUnits)) return [];
    const perUnitHour = ownedYear(asset.hardware).total / asset.units / (12 * quoteHoursPerMonth);
    return [
      {
        assetName: asset.name, workloadId: asset.workloadId ?? '', loadByHour, ownPerUnit: perUnitHour * results.horizon.hourCount, rentPerHour: asset.cloudPrice,
      },
    ];
  });

/** A workload that is not placed has no load to carry. */
const loadIssues = (assets: readonly PlannedAsset[], { plan }: PlanRun): Issue[] =>
  assets.flatMap(({ workloadId, at }) => {
    if (workloadId === null || plan.placements.some(({ workload }) => isSame(workload.id, workloadId))) return [];
    return [makeIssue('load-unknown', { workload: workloadId }, { location: at('WorkloadId') })];
  });

/** Of one unit of a currency on the first day of the plan, in the base currency; null: no rate is known. */
const inBase = (currency: string, { charge: { fxRates, baseCurrency, demandPlan } }: PlanRun): number | null => {
  const converted = convert(money(1, currency), baseCurrency, isoOfInstant(demandPlan.horizon.start).slice(0, 10), fxRates);
  return converted.ok ? converted.value.amount.toNumber() : null;
};

/** What hardware of one's own costs by year, and from which use on it beats renting: asked by the table OwnHardware. */
export const owningPart: ModelPart = {
  id: 'owning',
  specs: [ownHardwareTable],
  ask({ input, settings }) {
    const { assets, issues } = readOwnHardware(input, settings.discountRate);
    return {
      issues,
      standsAlone: assets.every(({ workloadId }) => workloadId === null),
      answer: run => ({
        issues: loadIssues(assets, run),
        makeReport(results, ledger) {
          const [breakEven, tco, presets] = [buildBreakEven(assets, ledger), buildTco(assets, ledger), buildPresets(assets, inBase('USD', run), ledger)];
          const hybrid = buildHybrid(hybridLoads(assets, results), ledger);
          return {
            tables: [breakEven.table, hybrid.table, tco.table, presets.table],
            charts: [...breakEven.charts, ...hybrid.charts, ...tco.charts, ...presets.charts],
            checks: tco.checks,
          };
        },
      }),
    };
  },
};
