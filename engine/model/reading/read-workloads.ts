import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Job, MeasuredWork, PlannedSample, Service } from '../plan.ts';
import { ownershipReader } from './read-ownership.ts';
import { sizingReader } from './read-service-sizing.ts';
import { locate, numberColumn, readTable, textColumn, type BodyRow, type ReadTable } from './read-table.ts';
import { farmJobsTable, nodeCountsTable, sampleRunsTable } from '../tables/farm-tables.ts';
import { servicesTable } from '../tables/services-table.ts';

export interface ReadWorkloads {
  readonly services: readonly Service[];
  readonly jobs: readonly Job[];
  readonly tables: readonly ReadTable[];
  readonly issues: readonly Issue[];
}

const readServices = (table: ReadTable, issues: Issue[]): Service[] => {
  const [id, demandId, demandUnit] = [
    textColumn(table, 'ServiceId'),
    textColumn(table, 'DemandId'),
    textColumn(table, 'DemandUnit'),
  ];
  const sizing = sizingReader(table, issues);
  const ownership = ownershipReader(table);
  return table.rows
    .filter(row => !row.isBroken)
    .map(row => ({
      kind: 'service',
      id: id(row) ?? '',
      demandId: demandId(row) ?? '',
      demandUnit: demandUnit(row),
      sizing: sizing(row),
      ownership: ownership(row),
      at: columnId => locate(table, row, columnId),
    }));
};

/** Rows of a table that belong to a job, by the job's name in small letters. */
const byJob = <Item>(table: ReadTable, read: (row: BodyRow) => Item): ReadonlyMap<string, Item[]> => {
  const job = textColumn(table, 'JobId');
  const groups = new Map<string, Item[]>();
  for (const row of table.rows) {
    if (row.isBroken) continue;
    const key = (job(row) ?? '').toLowerCase();
    const group = groups.get(key);
    if (group) group.push(read(row));
    else groups.set(key, [read(row)]);
  }
  return groups;
};

interface SampleRow extends PlannedSample {
  readonly totalUnits: number;
  readonly row: BodyRow;
}

const readSamples = (table: ReadTable): ReadonlyMap<string, SampleRow[]> => {
  const [units, seconds] = [numberColumn(table, 'SampleUnits'), numberColumn(table, 'SampleSeconds')];
  const [nodes, cores, total] = [
    numberColumn(table, 'SampleNodes'),
    numberColumn(table, 'CoresPerNode'),
    numberColumn(table, 'TotalUnits'),
  ];
  return byJob(table, row => ({
    units: units(row) ?? 1,
    seconds: seconds(row) ?? 1,
    nodeCount: nodes(row) ?? 1,
    coresPerNode: cores(row),
    totalUnits: total(row) ?? 1,
    row,
  }));
};

/** The samples of one job in an order of their own, so that sums do not depend on the order of rows. */
const measuredWork = (job: string, samples: readonly SampleRow[], table: ReadTable, issues: Issue[]): MeasuredWork => {
  const sorted = [...samples].sort((a, b) => a.units - b.units || a.seconds - b.seconds || a.nodeCount - b.nodeCount);
  const [first] = samples as [SampleRow];
  for (const { totalUnits, row } of samples) {
    if (totalUnits === first.totalUnits) continue;
    const values = { job, value: totalUnits, other: first.totalUnits };
    issues.push(makeIssue('total-units-differ', values, { location: locate(table, row, 'TotalUnits') }));
  }
  const open = samples.find(sample => sample.coresPerNode === null);
  return {
    totalUnits: first.totalUnits,
    samples: sorted.map(({ units, seconds, nodeCount, coresPerNode }) => ({ units, seconds, nodeCount, coresPerNode })),
    coresLocation: open ? locate(table, open.row, 'CoresPerNode') : null,
  };
};

const readJobs = (table: ReadTable, sampleTable: ReadTable, countTable: ReadTable, issues: Issue[]): Job[] => {
  const [id, workUnit] = [textColumn(table, 'JobId'), textColumn(table, 'WorkUnit')];
  const number = (columnId: string) => numberColumn(table, columnId);
  const [work, nodes, start, boot, quantum] = [
    number('Work'),
    number('Nodes'),
    number('Start'),
    number('BootSeconds'),
    number('BillingQuantumSeconds'),
  ];
  const [efficiency, sigma, kappa] = [number('Efficiency'), number('Sigma'), number('Kappa')];
  const ownership = ownershipReader(table);
  const samplesOf = readSamples(sampleTable);
  const count = numberColumn(countTable, 'Nodes');
  const countsOf = byJob(countTable, row => count(row) ?? 1);
  return table.rows
    .filter(row => !row.isBroken)
    .flatMap((row): Job[] => {
      const name = id(row) ?? '';
      const stated = work(row);
      const samples = samplesOf.get(name.toLowerCase()) ?? [];
      const location = locate(table, row, 'Work');
      if (stated !== null && samples.length > 0)
        issues.push(makeIssue('work-stated-twice', { job: name }, { location }));
      if (stated === null && samples.length === 0) {
        if (!sampleTable.isIncomplete) issues.push(makeIssue('no-work', { job: name }, { location }));
        return [];
      }
      const nodeCount = nodes(row) ?? 1;
      const tried = countsOf.get(name.toLowerCase()) ?? [];
      return [
        {
          kind: 'job',
          id: name,
          workUnit: workUnit(row) as Job['workUnit'],
          work: stated ?? measuredWork(name, samples, sampleTable, issues),
          nodeCount,
          localStart: start(row),
          bootSeconds: boot(row) ?? 0,
          quantumSeconds: quantum(row) ?? 1,
          efficiency: efficiency(row) ?? 1,
          sigma: sigma(row) ?? 0,
          kappa: kappa(row) ?? 0,
          nodeCounts: [...new Set([...tried, nodeCount])].sort((a, b) => a - b),
          ownership: ownership(row),
          at: columnId => locate(table, row, columnId),
        },
      ];
    });
};

/** Services and jobs with all their problems; rows with a problem are left out. */
export const readWorkloads = (input: ModelInput): ReadWorkloads => {
  const read = [servicesTable, farmJobsTable, sampleRunsTable, nodeCountsTable].map(spec => readTable(input, spec));
  const tables = read.map(({ table }) => table) as [ReadTable, ReadTable, ReadTable, ReadTable];
  const issues = read.flatMap(reading => reading.issues);
  const [serviceTable, jobTable, sampleTable, countTable] = tables;
  const services = readServices(serviceTable, issues).sort((a, b) => byName(a.id, b.id));
  const jobs = readJobs(jobTable, sampleTable, countTable, issues).sort((a, b) => byName(a.id, b.id));
  return { services, jobs, tables, issues };
};
