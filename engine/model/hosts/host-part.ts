import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { unknownNodeType } from '../../pricing/explain-missing-price.ts';
import { nodeTypeKey } from '../../pricing/price-book.ts';
import { quoteHoursPerMonth } from '../../quantity/conversion.ts';
import type { ConsolidatedHosts } from '../../report/consolidated-hosts.ts';
import { buildConsolidation } from '../../report/tables/consolidation.ts';
import { buildGuests } from '../../report/tables/guests.ts';
import { buildReplacement } from '../../report/tables/replacement.ts';
import { evacuationMinutes, fillPool, rollingUpdateHours, type FilledPool, type HostPool } from '../../simulation/sizing/host-pool.ts';
import type { ModelPart, PlanRun } from '../parts/model-part.ts';
import { onDemandPerHour } from '../rating/on-demand-price.ts';
import { guestsTable, hostPoolsTable } from '../tables/host-tables.ts';
import { readHosts, type StatedPool } from './read-hosts.ts';

interface KnownPool {
  readonly pool: HostPool;
  readonly perHostMonth: number;
}

/** Takes from the node type what is not stated; reports what is known of neither. */
const knownPool = (stated: StatedPool, { charge }: PlanRun): KnownPool | Issue[] => {
  const { node, has, at } = stated;
  const nodeType = node && charge.book.nodeTypes.get(nodeTypeKey(node.provider, node.nodeType))?.nodeType;
  if (node && !nodeType) return [{ ...unknownNodeType(charge.book, node.provider, node.nodeType), location: at('NodeType') }];
  const [cores, memory] = [has.cores ?? nodeType?.physicalCoreCount ?? null, has.memory ?? nodeType?.memoryGib ?? null];
  const price = stated.costPerMonth === null && node ? onDemandPerHour(node, charge, at) : null;
  const perHostMonth = stated.costPerMonth ?? (price?.ok ? price.value * quoteHoursPerMonth : null);
  const blank = (column: string, value: number | null): Issue[] =>
    value === null ? [makeIssue('blank-cell', { column }, { location: at(column) })] : [];
  const issues = [
    ...blank('Cores', cores),
    ...blank('MemoryGiB', memory),
    ...(price && !price.ok ? price.issues : blank('CostPerMonth', perHostMonth)),
  ];
  if (issues.length > 0) return issues;
  const known = { ...has, cores, memory, GPUs: has.GPUs ?? nodeType?.gpuCount ?? 0 };
  return { pool: { ...stated, has: known }, perHostMonth: perHostMonth ?? 0 };
};

/** Guests that not even an empty host takes, and those no host is left for. */
const roomIssues = ({ guests }: StatedPool, filled: FilledPool): Issue[] =>
  filled.guests.flatMap(({ id, guestsPerHost, binding, placed }) => {
    const guest = guests.find(each => each.id === id);
    if (!guest) return [];
    if (guestsPerHost === 0) return [makeIssue('guest-larger-than-host', { guest: id, resources: binding.join(', ') }, { location: guest.at('HostId') })];
    const count = guest.count - placed;
    return count === 0 ? [] : [makeIssue('guests-without-room', { guest: id, count }, { severity: 'warning', location: guest.at('Count') })];
  });

const consolidate = (stated: StatedPool, { pool, perHostMonth }: KnownPool): ConsolidatedHosts => {
  const filled = fillPool(pool, stated.guests);
  const { moveGbps, reimageMinutes, spareHosts } = stated;
  const evacuation = moveGbps === null ? null : evacuationMinutes(filled.fullestMemoryGib, moveGbps);
  return {
    hostId: stated.id,
    nodeType: stated.node?.nodeType ?? null,
    filled,
    spareHosts,
    perHostMonth,
    replaced: stated.replaced,
    pilotCost: stated.pilotHostMonths * perHostMonth,
    evacuationMinutes: evacuation,
    rollingUpdateHours: reimageMinutes === null ? null : rollingUpdateHours(filled.hosts, spareHosts, reimageMinutes + (evacuation ?? 0)),
    applications: new Map(stated.guests.map(({ id, application }) => [id, application])),
  };
};

/** Virtual machines and containers on hosts, and the servers they take the place of: asked by HostPools and Guests. */
export const hostPart: ModelPart = {
  id: 'hosts',
  specs: [hostPoolsTable, guestsTable],
  ask({ input }) {
    const { pools, tables, issues } = readHosts(input);
    return {
      issues,
      tables,
      standsAlone: true,
      answer(run) {
        const found: Issue[] = [];
        const consolidated = pools.flatMap(stated => {
          const known = knownPool(stated, run);
          if (Array.isArray(known)) {
            found.push(...known);
            return [];
          }
          const hosts = consolidate(stated, known);
          found.push(...roomIssues(stated, hosts.filled));
          return [hosts];
        });
        return {
          issues: found,
          makeReport(_results, ledger) {
            const { table, charts } = buildConsolidation(consolidated, ledger);
            const guests = buildGuests(consolidated, ledger);
            return { tables: [table, buildReplacement(consolidated, ledger), guests.table], charts, checks: guests.checks };
          },
        };
      },
    };
  },
};
