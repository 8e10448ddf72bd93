import type { Issue } from '../../issue/issue.ts';
import { usualDifficulty, type Dependency, type ServiceLayer } from '../../migration/dependency-index.ts';
import type { Triangular } from '../../migration/triangular.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import { locate, numberColumn, readTable, textColumn, type ReadTable } from '../reading/read-table.ts';
import { dependenciesTable } from '../tables/leaving-tables.ts';
import { readSpread } from '../reading/read-spread.ts';

/** A service a workload stands on, as stated. */
export interface PlannedDependency extends Dependency {
  readonly workloadId: string;
  readonly service: string;
  readonly layer: string;
  readonly isStandard: boolean;
  readonly hours: Triangular;
  readonly alternative: string | null;
}

/** Rows of Dependencies, by workload and service. */
export const readDependencies = (
  input: ModelInput,
): { readonly dependencies: readonly PlannedDependency[]; readonly table: ReadTable; readonly issues: readonly Issue[] } => {
  const { table, issues: tableIssues } = readTable(input, dependenciesTable);
  const issues = [...tableIssues];
  const text = (id: string) => textColumn(table, id);
  const [workloadId, service, layer, standard, alternative] = [
    text('WorkloadId'), text('Service'), text('Layer'), text('Standard'), text('Alternative'),
  ];
  const numbers = Object.fromEntries(
    ['Difficulty', 'Weight', 'HoursLeast', 'HoursLikely', 'HoursMost'].map(id => [id, numberColumn(table, id)]),
  );
  const dependencies = table.rows.flatMap((row): PlannedDependency[] => {
    if (row.isBroken) return [];
    const stated = (id: string): number | null => numbers[id]?.(row) ?? null;
    const [ownLayer, isStandard] = [layer(row) ?? 'PaaS', standard(row) === 'yes'];
    return [
      {
        workloadId: workloadId(row) ?? '',
        service: service(row) ?? '',
        layer: ownLayer,
        isStandard,
        difficulty: stated('Difficulty') ?? usualDifficulty(ownLayer as ServiceLayer, isStandard),
        weight: stated('Weight') ?? 1,
        hours: readSpread('Hours', stated, columnId => locate(table, row, columnId), issues),
        alternative: alternative(row),
      },
    ];
  });
  return { dependencies: dependencies.sort((a, b) => byName(a.workloadId, b.workloadId) || byName(a.service, b.service)), table, issues };
};
