import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ComposedReport } from '../report/report.ts';
import { randomTables, randomTablesWithFees } from '../test/random-workbook.ts';
import { rowsOf, sumInMinorUnits, type Row } from '../test/report-rows.ts';
import { emptyCatalog } from '../test/small-catalog.ts';
import { workbook, type Rows } from '../test/workbook.ts';
import { allParts } from '../test/all-parts.ts';
import { runModel } from './run-model.ts';

const reportOf = (tables: Readonly<Record<string, Rows>>): ComposedReport => {
  const outcome = runModel(workbook(tables), emptyCatalog, { parts: allParts });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.report;
};
const runs = { numRuns: 15 };
const of = (rows: readonly Row[], match: Row): Row[] =>
  rows.filter(row => Object.entries(match).every(([id, cell]) => row[id] === cell));

describe('any valid workbook', () => {
  it('passes all its own checks', () => {
    fc.assert(
      fc.property(randomTablesWithFees, tables => {
        const failed = rowsOf(reportOf(tables), 'OutChecks').filter(({ Status }) => Status === 'failed');
        expect(failed).toEqual([]);
      }),
      runs,
    );
  });

  it('has lines that add up to every total in the sheet, to the cent', () => {
    fc.assert(
      fc.property(randomTablesWithFees, tables => {
        const report = reportOf(tables);
        const [detail, monthly, months] = ['OutCostDetail', 'OutCostMonthly', 'OutScenarioMonths'].map(id =>
          rowsOf(report, id),
        ) as [Row[], Row[], Row[]];
        for (const scenario of rowsOf(report, 'OutSummary')) {
          const ScenarioId = scenario['ScenarioId'] ?? null;
          const lines = of(detail, { x_ScenarioId: ScenarioId });
          for (const column of ['BilledCost', 'EffectiveCost']) {
            const total = Math.round(Number(scenario[column]) * 100);
            expect(sumInMinorUnits(lines, column)).toBe(total);
            expect(sumInMinorUnits(of(monthly, { ScenarioId }), column)).toBe(total);
            expect(sumInMinorUnits(of(months, { ScenarioId }), column)).toBe(total);
          }
          const usage = lines.filter(({ ChargeCategory }) => ChargeCategory === 'Usage');
          expect(sumInMinorUnits(usage, 'ListCost')).toBe(Math.round(Number(scenario['ListCost']) * 100));
        }
        for (const row of monthly) {
          const lines = of(detail, {
            x_ScenarioId: row['ScenarioId'] ?? null,
            x_WorkloadId: row['WorkloadId'] ?? null,
          }).filter(line => String(line['BillingPeriodStart']).slice(0, 7) === String(row['Month']).slice(0, 7));
          expect(sumInMinorUnits(lines, 'EffectiveCost')).toBe(Math.round(Number(row['EffectiveCost']) * 100));
        }
        for (const row of months) {
          const parts = ['OnDemandCost', 'SpotCost', 'CommittedUsedCost', 'CommittedUnusedCost', 'OtherCost'].map(part =>
            Math.round(Number(row[part]) * 100),
          );
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Math.round(Number(row['EffectiveCost']) * 100));
        }
      }),
      runs,
    );
  });

  it('keeps costs that are equal equal: usage without a commitment is billed at its contracted and effective cost', () => {
    fc.assert(
      fc.property(randomTables, tables => {
        for (const line of rowsOf(reportOf(tables), 'OutCostDetail')) {
          if (line['ChargeCategory'] !== 'Usage' || line['CommitmentDiscountId'] !== null) continue;
          expect([line['BilledCost'], line['EffectiveCost']]).toEqual([line['ContractedCost'], line['ContractedCost']]);
        }
      }),
      runs,
    );
  });

  it('gives the same results in any order of the rows of any table', () => {
    const shuffled = randomTables.chain(tables => {
      const names = Object.keys(tables);
      return fc
        .tuple(
          fc.constant(tables),
          ...names.map(name =>
            fc.shuffledSubarray([...(tables[name] ?? [])], { minLength: tables[name]?.length ?? 0 }),
          ),
        )
        .map(([original, ...rows]) => ({
          original: original as typeof tables,
          permuted: Object.fromEntries(names.map((name, index) => [name, rows[index] as Rows])),
        }));
    });
    fc.assert(
      fc.property(shuffled, ({ original, permuted }) => {
        const [a, b] = [reportOf(original), reportOf(permuted)];
        const cells = ({ warnings: _warnings, tables, ...rest }: ComposedReport) => ({
          ...rest,
          tables: tables.map(({ rows, ...table }) => ({
            ...table,
            rows: table.id === 'OutChecks' ? rows.filter(row => row[2] !== 'warning') : rows,
          })),
        });
        expect(cells(b)).toEqual(cells(a));
        // Warnings name cells, and cells move with their rows.
        expect(b.warnings.map(({ code }) => code).sort()).toEqual(a.warnings.map(({ code }) => code).sort());
      }),
      runs,
    );
  });

  it('costs k times as much when every price is k times as high', () => {
    fc.assert(
      fc.property(randomTables, fc.constantFrom(2, 8, 64), (tables, k) => {
        const dearer = (tables['PriceSheet'] ?? []).map(row => ({
          ...row,
          UnitPrice: Number(row['UnitPrice']) * k,
          Upfront: Number(row['Upfront']) * k,
        }));
        const [before, after] = [reportOf(tables), reportOf({ ...tables, PriceSheet: dearer })].map(report =>
          rowsOf(report, 'OutSummary'),
        ) as [Row[], Row[]];
        before.forEach((row, index) => {
          const difference = Number(after[index]?.['EffectiveCost']) - k * Number(row['EffectiveCost']);
          expect(Math.abs(difference)).toBeLessThanOrEqual(0.01 * (k + 1));
          expect(after[index]?.['NodeHours']).toBe(row['NodeHours']);
        });
      }),
      runs,
    );
  });
});
