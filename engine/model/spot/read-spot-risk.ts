import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { bandShares, hoursBetweenInterruptions, type InterruptionBand } from '../../pricing/spot/interruption.ts';
import type { InterruptedWork } from '../../pricing/spot/checkpoint.ts';
import type { ModelInput } from '../model-input.ts';
import type { Locator } from '../plan.ts';
import { locate, numberColumn, readTable, textColumn } from '../reading/read-table.ts';
import { spotRiskTable } from '../tables/spot-risk-table.ts';

/** How often nodes of a type are taken back, and what that costs. */
export interface SpotRisk {
  readonly provider: string;
  /** Null: every region. */
  readonly region: string | null;
  readonly nodeType: string;
  /** Chance of being taken back within a month. */
  readonly monthlyShare: number;
  readonly work: InterruptedWork;
  readonly at: Locator;
}

/** Rows of SpotRisk with all their problems. A band counts at its upper end; one without an end needs a number. */
export const readSpotRisks = (
  input: ModelInput,
): { readonly risks: readonly SpotRisk[]; readonly issues: readonly Issue[] } => {
  const { table, issues: tableIssues } = readTable(input, spotRiskTable);
  const issues = [...tableIssues];
  const text = (id: string) => textColumn(table, id);
  const number = (id: string) => numberColumn(table, id);
  const [provider, region, nodeType, band] = [text('Provider'), text('Region'), text('NodeType'), text('InterruptionBand')];
  const [share, checkpoint, restart] = [number('MonthlyInterruption'), number('CheckpointSeconds'), number('RestartSeconds')];
  const risks = table.rows.flatMap((row): SpotRisk[] => {
    if (row.isBroken) return [];
    const at = (columnId: string) => locate(table, row, columnId);
    const stated = band(row) as InterruptionBand | null;
    const monthlyShare = share(row) ?? (stated === null ? null : bandShares[stated].highest);
    const mtbi = monthlyShare === null ? null : hoursBetweenInterruptions(monthlyShare);
    if (monthlyShare === null || !mtbi?.ok) {
      const values = { nodeType: nodeType(row) ?? '', band: stated ?? '' };
      issues.push(makeIssue('spot-share-unknown', values, { location: at('MonthlyInterruption') }));
      return [];
    }
    const work = { mtbiHours: mtbi.value, checkpointSeconds: checkpoint(row) ?? 0, restartSeconds: restart(row) ?? 0 };
    return [{ provider: provider(row) ?? '', region: region(row), nodeType: nodeType(row) ?? '', monthlyShare, work, at }];
  });
  return { risks, issues };
};
