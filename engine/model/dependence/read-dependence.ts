import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Triangular } from '../../migration/triangular.ts';
import { licensedCores } from '../../owning/licence-cores.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import type { CloudMixRow, KeyPersonsRow, LicenceRow, PortabilityRow, ServiceLevelRow } from '../../report/dependence.ts';
import type { Horizon } from '../../workload/horizon.ts';
import type { ModelInput } from '../model-input.ts';
import type { Locator } from '../plan.ts';
import { cloudMixesTable, keyPersonsTable, licencesTable, portabilityLayersTable, serviceLevelsTable } from '../tables/dependence-tables.ts';
import { readSpread } from '../reading/read-spread.ts';
import { namedRows, type NamedRow } from '../reading/named-rows.ts';

const spreadOf = ({ stated, at }: NamedRow, what: string, issues: Issue[]): Triangular => readSpread(what, stated, at, issues);

/** Month of the plan a day falls in, counted in twelfths of a year of 365.25 days; 0 when it is before it. */
const monthOf = (day: number | null, { start }: Horizon): number =>
  day === null ? 0 : Math.max(0, Math.round((day - start) / ((secondsPerDay * 365.25) / 12)));

const licenceOf = (row: NamedRow, horizon: Horizon, issues: Issue[]): LicenceRow => {
  const [servers, sockets, cores] = [row.number('Servers'), row.number('SocketsPerServer'), row.number('CoresPerSocket')];
  const ofServer = Math.max(licensedCores(sockets, cores, row.number('LeastPerSocket')), row.number('LeastPerServer'));
  return {
    name: row.name,
    coresThere: servers * sockets * cores,
    licence: {
      cores: servers * ofServer,
      pricePerCoreYear: row.number('PricePerCoreYear'),
      creditShare: row.number('CreditShare'),
      escalation: row.number('EscalationPerYear'),
      renewalMonth: monthOf(row.stated('RenewalDate'), horizon),
      hazardPerYear: row.number('HazardPerYear'),
    },
    multipliers: spreadOf(row, 'Multiplier', issues),
    alternativePerYear: row.stated('AlternativePerYear'),
    switchCost: row.number('SwitchCost'),
  };
};

const layerOf = (row: NamedRow): PortabilityRow => ({
  name: row.name,
  layer: {
    setUpCost: row.number('SetUpCost'),
    licencePerMonth: row.number('LicencePerMonth'),
    runPerMonth: row.number('RunPerMonth'),
    computePerMonth: row.number('ComputePerMonth'),
    overheadShare: row.number('OverheadShare'),
    lostDiscountShare: row.number('LostDiscountShare'),
    switchCostWithout: row.number('SwitchCostWithout'),
    switchCostWith: row.number('SwitchCostWith'),
    newLockIn: row.number('NewLockIn'),
    saving: row.number('Saving'),
    nativeBenefitPerMonth: row.number('NativeBenefitPerMonth'),
    exitChance: row.number('ExitChance'),
  },
});

const personsOf = (row: NamedRow): KeyPersonsRow => ({
  name: row.name,
  persons: {
    count: row.number('Persons'),
    leavesPerYear: row.number('LeavesPerYear'),
    weeksWithout: row.number('WeeksWithout'),
    lossPerWeek: row.number('LossPerWeek'),
    rehireCost: row.number('RehireCost'),
    outageHours: row.number('OutageHours'),
    lossPerHour: row.number('LossPerHour'),
  },
});

const mixOf = (row: NamedRow, issues: Issue[]): CloudMixRow => ({
  name: row.name,
  providers: row.number('Providers'),
  billPerMonth: row.number('BillPerMonth'),
  overheads: spreadOf(row, 'Overhead', issues),
  duplicatedPerMonth: row.number('DuplicatedPerMonth'),
  lossAvoidedPerYear: row.number('LossAvoidedPerYear'),
});

export interface PlannedServiceLevel extends ServiceLevelRow {
  readonly at: Locator;
}

const levelOf = (row: NamedRow, issues: Issue[]): PlannedServiceLevel => {
  const [billPerMonth, workloadId] = [row.stated('BillPerMonth'), row.text('WorkloadId')];
  if (billPerMonth === null && workloadId === null) {
    issues.push(makeIssue('blank-cell', { column: 'BillPerMonth' }, { location: row.at('BillPerMonth') }));
  }
  return {
    name: row.name,
    provider: row.text('Provider') ?? '',
    availability: row.number('Availability'),
    billPerMonth,
    workloadId,
    lossPerHour: row.number('LossPerHour'),
    claimChance: row.number('ClaimChance'),
    at: row.at,
  };
};

export interface Dependence {
  readonly licences: readonly LicenceRow[];
  readonly layers: readonly PortabilityRow[];
  readonly roles: readonly KeyPersonsRow[];
  readonly mixes: readonly CloudMixRow[];
  readonly levels: readonly PlannedServiceLevel[];
  readonly issues: readonly Issue[];
}

/** What licences, layers, people, providers and outages make a plan depend on. */
export const readDependence = (input: ModelInput, horizon: Horizon): Dependence => {
  const issues: Issue[] = [];
  const read = <Row>(spec: Parameters<typeof namedRows>[1], make: (row: NamedRow) => Row): Row[] => {
    const { rows, issues: found } = namedRows(input, spec);
    issues.push(...found);
    return rows.map(make);
  };
  return {
    licences: read(licencesTable, row => licenceOf(row, horizon, issues)),
    layers: read(portabilityLayersTable, layerOf),
    roles: read(keyPersonsTable, personsOf),
    mixes: read(cloudMixesTable, row => mixOf(row, issues)),
    levels: read(serviceLevelsTable, row => levelOf(row, issues)),
    issues,
  };
};
