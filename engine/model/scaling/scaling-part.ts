import type { NodeType } from '../../catalog/node-type.ts';
import type { OperatingSystem, PriceKey } from '../../catalog/price-key.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { listNodeTypes } from '../../pricing/list-node-types.ts';
import { nodeTypeKey } from '../../pricing/price-book.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { ScalingChoice, ScalingWay } from '../../report/scaling-choice.ts';
import { buildScaling } from '../../report/tables/scaling.ts';
import { onMany, onOneMachine, onOneOfMany, type Machine, type ScaledUp, type WorkSize } from '../../simulation/sizing/scaling-way.ts';
import { meanRemoteShare } from '../../simulation/sizing/software-defined-server.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { ModelPart, PlanRun } from '../parts/model-part.ts';
import type { Locator } from '../plan.ts';
import { onDemandPerHour } from '../rating/on-demand-price.ts';
import { locate, numberColumn, readTable, textColumn } from '../reading/read-table.ts';
import { scalingWaysTable } from '../tables/scaling-tables.ts';

interface Work extends WorkSize {
  readonly id: string;
  readonly key: PriceKey;
  readonly remoteShare: number;
  readonly nodesPerSwitch: number;
  /** What its results bring when nothing slows it; null: not asked. */
  readonly valuePerMonth: number | null;
  readonly sigma: number;
  readonly kappa: number;
  readonly onceCost: number;
  readonly months: number;
  readonly at: Locator;
}

const minutesPerHour = 60;

const readWork = (input: ModelInput) => {
  const { table, issues } = readTable(input, scalingWaysTable);
  const columns = new Map(scalingWaysTable.columns.map(({ id }) => [id, numberColumn(table, id)]));
  const text = (columnId: string) => textColumn(table, columnId);
  const [id, provider, region, nodeType, os] = [text('WorkId'), text('Provider'), text('Region'), text('NodeType'), text('Os')];
  const works = table.rows.flatMap((row): Work[] => {
    if (row.isBroken) return [];
    const value = (columnId: string): number => columns.get(columnId)?.(row) ?? 0;
    return [{
      id: id(row) ?? '',
      key: {
        provider: provider(row) ?? '', region: region(row) ?? '', nodeType: nodeType(row) ?? '',
        operatingSystem: (os(row) ?? 'linux') as OperatingSystem, tenancy: 'shared',
      },
      tasks: value('Tasks'), waitShare: value('WaitShare'), mostCores: columns.get('MostCores')?.(row) ?? Infinity,
      memoryGib: value('MemoryGiB'), overhead: value('Overhead'), nodesPerSwitch: columns.get('NodesPerSwitch')?.(row) ?? Infinity,
      valuePerMonth: columns.get('ValuePerMonth')?.(row) ?? null,
      remoteShare: meanRemoteShare({
        remoteShare: value('RemoteShare'), firstRemoteShare: columns.get('FirstRemoteShare')?.(row) ?? value('RemoteShare'),
        settleHours: value('SettleMinutes') / minutesPerHour, runHours: columns.get('RunHours')?.(row) ?? Infinity,
      }),
       sigma: value('Sigma'), kappa: value('Kappa'),
      onceCost: value('RefactorHours') * value('RatePerHour'), months: value('Months'),
      at: columnId => locate(table, row, columnId),
    }];
  });
  return { works: works.sort((a, b) => byName(a.id, b.id)), issues };
};

const machineOf = ({ physicalCoreCount, memoryGib }: NodeType): Machine | null =>
  physicalCoreCount !== null && memoryGib !== null ? { cores: physicalCoreCount, memoryGib } : null;

interface Chosen {
  readonly choices: readonly ScalingChoice[];
  readonly issues: readonly Issue[];
}

/** The three ways to run a piece of work. Reports a small node that is not known, or has no price. */
const choicesOf = (work: Work, { charge }: PlanRun): Chosen => {
  const { book, demandPlan, baseCurrency } = charge;
  const { id, key, remoteShare, nodesPerSwitch, sigma, kappa, months, onceCost, valuePerMonth, at } = work;
  const date = isoOfInstant(demandPlan.horizon.start).slice(0, 10);
  const perHour = (nodeType: string) => onDemandPerHour({ ...key, nodeType }, charge, at);
  const choice = (
    way: ScalingWay,
    node: NodeType | null,
    scaled: ScaledUp | null,
    perNodeHour: number | null,
    remark: string,
  ): ScalingChoice => ({
    workId: id, way, nodeType: node?.name ?? null, memoryGib: node?.memoryGib ?? null, scaled, perNodeHour, months, valuePerMonth, remark,
    onceCost: way === 'many' ? onceCost : 0,
  });

  const small = book.nodeTypes.get(nodeTypeKey(key.provider, key.nodeType))?.nodeType;
  const smallPrice = perHour(key.nodeType);
  const machine = small && machineOf(small);
  const issues: Issue[] = smallPrice.ok ? [] : [...smallPrice.issues];
  if (small && !machine) issues.push(makeIssue('node-type-without-cores', { nodeType: small.name, workUnit: 'core-hours' }, { location: at('NodeType') }));
  if (!small || !machine || !smallPrice.ok) return { choices: [], issues };
  const price = smallPrice.value;

  const { provider, region, operatingSystem } = key;
  const filter = { provider, region, operatingSystem, minMemoryGib: work.memoryGib, date, currency: baseCurrency };
  const large = listNodeTypes(book, filter).flatMap(({ nodeType, price: offered }) => {
    const own = machineOf(nodeType);
    const scaled = offered && own && onOneMachine(work, own);
    const found = scaled ? perHour(nodeType.name) : null;
    return scaled && found?.ok ? [{ nodeType, scaled, price: found.value }] : [];
  });
  const [one] = large.sort((a, b) => a.price - b.price);
  const many = onMany(work, machine, sigma, kappa);
  const asOne = onOneOfMany(work, machine, remoteShare, nodesPerSwitch);
  const ofOneProcess = work.mostCores < Infinity ? 'One process uses its cores alone.' : '';
  return {
    issues,
    choices: [
      choice('one machine', one?.nodeType ?? null, one?.scaled ?? null, one?.price ?? null,
        one ? ofOneProcess : `#N/A: no node type of ${key.provider} in ${key.region} has ${work.memoryGib} GiB and the cores.`),
      choice('many', small, many, price, many ? '' : '#N/A: contention and crosstalk let no number of nodes get it done.'),
      choice('many as one', small, asOne, price, asOne && asOne.machines > 1 ? 'Nodes must be alike; nothing is rewritten.' : ofOneProcess),
    ],
  };
};

/** One large machine, many, or many that pass for one: asked by the table ScalingWays. */
export const scalingPart: ModelPart = {
  id: 'scaling',
  specs: [scalingWaysTable],
  ask({ input }) {
    const { works, issues } = readWork(input);
    return {
      issues,
      standsAlone: true,
      answer(run) {
        const found = works.map(work => choicesOf(work, run));
        return {
          issues: found.flatMap(each => each.issues),
          makeReport: (_results, ledger) => ({ tables: [buildScaling(found.flatMap(({ choices }) => choices), ledger)] }),
        };
      },
    };
  },
};
