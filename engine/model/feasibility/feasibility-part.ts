import { gpuChecklist, type GpuHost, type GpuNeeds } from '../../simulation/sizing/gpu-checklist.ts';
import { buildFeasibility, type CheckedNode } from '../../report/tables/feasibility.ts';
import { unknownNodeType } from '../../pricing/explain-missing-price.ts';
import { nodeTypeKey } from '../../pricing/price-book.ts';
import type { Issue } from '../../issue/issue.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { ModelPart } from '../parts/model-part.ts';
import type { Locator } from '../plan.ts';
import { locate, numberColumn, readTable, textColumn } from '../reading/read-table.ts';
import { gpuChecksTable } from '../tables/feasibility-tables.ts';

/** A row of GpuChecks. */
interface NodeQuestion {
  readonly id: string;
  readonly provider: string;
  readonly nodeType: string;
  readonly needs: GpuNeeds;
  readonly has: Omit<GpuHost, 'vcpuCount' | 'gpuCount'>;
  readonly at: Locator;
}

const readChecks = (input: ModelInput) => {
  const { table, issues } = readTable(input, gpuChecksTable);
  const text = (columnId: string) => textColumn(table, columnId);
  const number = (columnId: string) => numberColumn(table, columnId);
  const [id, provider, nodeType, cuda, passthrough, multiOs] = [
    text('CheckId'), text('Provider'), text('NodeType'), text('Cuda'), text('Passthrough'), text('MultiOs'),
  ];
  const [guests, needsDisk, disk, needsNetwork, network, result, storage] = [
    number('Guests'), number('NeedsDiskMBps'), number('DiskMBps'), number('NeedsNetworkGbps'), number('NetworkGbps'), number('ResultGiB'),
    number('StorageGiB'),
  ];
  const yes = (word: string | null): boolean | null => (word === null ? null : word === 'yes');
  const checks = table.rows.filter(row => !row.isBroken).map((row): NodeQuestion => ({
    id: id(row) ?? '', provider: provider(row) ?? '', nodeType: nodeType(row) ?? '', at: columnId => locate(table, row, columnId),
    needs: {
      guests: guests(row) ?? 1, diskMbPerSecond: needsDisk(row) ?? 0, networkGbps: needsNetwork(row) ?? 0, resultGib: result(row) ?? 0,
    },
    has: {
      hasCuda: yes(cuda(row)), hasPassthrough: yes(passthrough(row)), hasMultiOs: yes(multiOs(row)), diskMbPerSecond: disk(row),
      networkGbps: network(row), storageGib: storage(row) ?? (result(row) === null ? 0 : null),
    },
  }));
  return { checks: checks.sort((a, b) => byName(a.id, b.id)), issues };
};

/** Whether nodes can share their GPUs between guests: asked by the table GpuChecks. */
export const feasibilityPart: ModelPart = {
  id: 'feasibility',
  specs: [gpuChecksTable],
  ask({ input }) {
    const { checks, issues } = readChecks(input);
    return {
      issues,
      standsAlone: true,
      answer({ charge: { book } }) {
        const found: Issue[] = [];
        const checked = checks.flatMap((check): CheckedNode[] => {
          const node = book.nodeTypes.get(nodeTypeKey(check.provider, check.nodeType))?.nodeType;
          if (!node) {
            found.push({ ...unknownNodeType(book, check.provider, check.nodeType), location: check.at('NodeType') });
            return [];
          }
          const host = { ...check.has, vcpuCount: node.vcpuCount, gpuCount: node.gpuCount };
          // Disks nobody asks anything of need not be known.
          const disk = check.needs.diskMbPerSecond === 0 ? { diskMbPerSecond: check.has.diskMbPerSecond ?? 0 } : {};
          return [{ checkId: check.id, nodeType: node.name, answers: gpuChecklist(check.needs, { ...host, ...disk }) }];
        });
        return { issues: found, makeReport: () => ({ tables: [buildFeasibility(checked)] }) };
      },
    };
  },
};
