import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakEvenMultiplier, licenceMonths } from '../../owning/licence-price.ts';
import { issuesOf, reportOf as fleetReport, fleet, price, settings as plainSettings, type Cells } from '../../test/fleet.ts';
import { runTables, settings } from '../../test/own-box.ts';
import { rowsOf, type Row } from '../../test/report-rows.ts';
import { serial } from '../../test/workbook.ts';

const frame = (months: number, more: Readonly<Record<string, number>> = {}) =>
  settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: months, DiscountRate: 0, ...more });
const rows = (months: number, tables: Readonly<Record<string, readonly Cells[]>>, id: string, more = {}): Row[] =>
  rowsOf(runTables({ Settings: frame(months, more), ...tables }), id);
const licence = (more: Cells = {}): Cells => ({
  LicenceId: 'v', Servers: 20, SocketsPerServer: 2, CoresPerSocket: 12, PricePerCoreYear: 100, HazardPerYear: 0.5, MultiplierLeast: 2,
  MultiplierLikely: 10, MultiplierMost: 12, ...more,
});

describe('licences whose price may change', () => {
  it('count sixteen cores of a socket, and weigh the change by its chance', () => {
    const [first, second] = rows(24, { Licences: [licence({ RenewalDate: serial('2028-01-01') })] }, 'OutLicences');
    // 20 x 2 x 16 cores at 100
    expect(first).toMatchObject({
      CoresThere: 480, CoresLicensed: 640, Contracted: 64_000, Expected: 64_000, ChangedLikely: 64_000, ChangeChance: 0,
    });
    expect(second).toMatchObject({
      Contracted: 64_000, ChangedLeast: 128_000, ChangedLikely: 640_000, ChangedMost: 768_000, ChangeChance: 0.5,
    });
    // months of the second year: chance 1 - 0.5^(k/12), k = 0..11
    const mean = Array.from({ length: 12 }, (_, k) => 1 + 9 * (1 - 0.5 ** (k / 12))).reduce((a, b) => a + b, 0) / 12;
    expect(Number(second?.['Expected'])).toBeCloseTo(64_000 * mean, 1);
  });

  it('rise by contract, and take off what is brought along; servers may have a least of their own', () => {
    const [, second] = rows(24, { Licences: [licence({ EscalationPerYear: 0.1, CreditShare: 0.25, LeastPerServer: 72 })] }, 'OutLicences');
    expect(second).toMatchObject({ CoresLicensed: 1440, Contracted: 118_800 });
  });

  it('tell from which multiplier on another product pays', () => {
    const alternative = { AlternativePerYear: 40_000, SwitchCost: 48_000 };
    const [first, second] = rows(24, { Licences: [licence({ RenewalDate: serial('2028-01-01'), ...alternative })] }, 'OutLicences');
    // a year of 64,000 times m against 48,000 and 40,000
    expect(Number(first?.['BreakEvenMultiplier'])).toBeCloseTo(88 / 64, 12);
    expect([first?.['Alternative'], second?.['Alternative']]).toEqual([64_000, 88_000]);
    const none = rows(12, { Licences: [licence({ RenewalDate: serial('2028-06-01'), ...alternative })] }, 'OutLicences');
    expect(none[0]?.['BreakEvenMultiplier']).toBeNull();
  });

  it('cost as much as the other product at the break-even, at any rate of interest', () => {
    const share = fc.double({ min: 0, max: 0.3, noNaN: true });
    const [renewal, otherProduct] = [fc.integer({ min: 0, max: 35 }), fc.integer({ min: 1, max: 500_000 })];
    fc.assert(
      fc.property(share, share, renewal, otherProduct, (annualRate, escalation, renewalMonth, other) => {
        const stated = { cores: 640, pricePerCoreYear: 100, creditShare: 0, escalation, renewalMonth, hazardPerYear: 0, multiplier: 1 };
        const product = { switchCost: 1000, alternativePerMonth: other / 12, annualRate };
        const multiplier = breakEvenMultiplier(stated, 36, product) as number;
        const worth = (amount: number, month: number): number => amount * (1 + annualRate) ** (-month / 12);
        const months = licenceMonths({ ...stated, multiplier }, 36);
        const changed = months.reduce((sum, each, month) => sum + worth(each.changed, month), 0);
        const paid = (contracted: number, month: number): number => (month < renewalMonth ? contracted : product.alternativePerMonth);
        const moved = months.reduce((sum, { contracted }, month) => sum + worth(paid(contracted, month), month), product.switchCost);
        expect(changed).toBeCloseTo(moved, 4);
      }),
    );
  });

  it('tell what is wrong with them', () => {
    const of = (more: Cells) => issuesOf({ ...plainSettings('2027-01-01', 12), Licences: [licence(more)] });
    expect(of({ MultiplierLikely: 1 })).toContainEqual(['not-in-order', 'error', 'MultiplierLeast']);
    expect(of({ HazardPerYear: 1.2 })).toContainEqual(['above-maximum', 'error', 'HazardPerYear']);
    expect(of({ CoresPerSocket: 0 }).map(([, severity, column]) => [severity, column])).toContainEqual(['error', 'CoresPerSocket']);
  });
});

describe('portability layers', () => {
  const layer = { LayerId: 'k8s', SetUpCost: 1000, LicencePerMonth: 10, RunPerMonth: 20, ComputePerMonth: 1000, OverheadShare: 0.03, LostDiscountShare: 0.02,
    SwitchCostWithout: 100_000, SwitchCostWith: 30_000, NewLockIn: 10_000, Saving: 90_000, NativeBenefitPerMonth: 500, ExitChance: 0.1 };

  it('cost by the month, and are worth what they let one leave for', () => {
    const [row] = rows(36, { PortabilityLayers: [layer] }, 'OutPortability');
    // without volatility: 0 against 90,000 - 40,000; 36 months of 10 + 20 + 50
    expect(row).toMatchObject({
      CostPerMonth: 80, LayerCost: 3880, RightWithout: 0, RightWith: 50_000, PortabilityValue: 50_000, NetValue: 46_120,
    });
    expect(row?.['ReturnOnLockIn']).toBe(36 * 500 - 10_000);
  });

  it('are worth no less when the saving is uncertain, and nothing when leaving is no cheaper', () => {
    const [certain] = rows(36, { PortabilityLayers: [{ ...layer, Saving: 95_000, SwitchCostWith: 95_000, NewLockIn: 0 }] }, 'OutPortability');
    const [uncertain] = rows(36, { PortabilityLayers: [{ ...layer, Saving: 95_000, SwitchCostWith: 95_000, NewLockIn: 0 }] }, 'OutPortability', { SavingVolatility: 0.3 });
    expect(Number(uncertain?.['PortabilityValue'])).toBeGreaterThan(Number(certain?.['PortabilityValue']));
    const [same] = rows(36, { PortabilityLayers: [{ ...layer, SwitchCostWith: 90_000 }] }, 'OutPortability', { SavingVolatility: 0.3 });
    expect(same?.['PortabilityValue']).toBe(0);
  });
});

describe('key persons and several clouds', () => {
  it('cost what a departure costs, by its chance', () => {
    const role = { Role: 'storage', Persons: 2, LeavesPerYear: 0.1, WeeksWithout: 10, LossPerWeek: 3000, RehireCost: 20_000, OutageHours: 5, LossPerHour: 1000 };
    const [row] = rows(24, { KeyPersons: [role] }, 'OutKeyPersons');
    expect(row).toMatchObject({ DepartureCost: 55_000, ExpectedPerYear: 11_000, ExpectedInPlan: 22_000 });
    expect(row?.['ChancePerYear']).toBeCloseTo(1 - 0.9 ** 2, 12);
    expect(row?.['ChanceInPlan']).toBeCloseTo(1 - 0.9 ** 4, 12);
  });

  it('cost a share of the bill for each provider after the first', () => {
    const mix = (MixId: string, Providers: number): Cells => ({
      MixId, Providers, BillPerMonth: 10_000, DuplicatedPerMonth: 500, LossAvoidedPerYear: 40_000,
    });
    const [one, three] = rows(12, { CloudMixes: [mix('one', 1), mix('three', 3)] }, 'OutCloudMixes');
    expect(one).toMatchObject({ OverheadLeast: 0, OverheadMost: 0 });
    expect(three).toMatchObject({
      OverheadLeast: 12 * 2 * 2000, OverheadLikely: 12 * 2 * 2500, OverheadMost: 12 * 2 * 3500, NetLikely: 40_000 - 60_000,
    });
  });
});

describe('service levels', () => {
  it('credit a tenth where the business loses three quarters of a bill', () => {
    const [row] = rows(12, { ServiceLevels: [{ SlaId: 'shop', Provider: 'aws', Availability: 0.995, BillPerMonth: 100_000, LossPerHour: 20_000 }] }, 'OutSla');
    expect(row).toMatchObject({ Credit: 10_000, ExpectedCredit: 10_000, Loss: 73_000, Uncovered: 63_000, UncoveredPerYear: 756_000 });
    expect(row?.['DownHours']).toBeCloseTo(3.65, 9);
    const [claimed] = rows(12, { ServiceLevels: [{ SlaId: 'shop', Provider: 'aws', Availability: 0.995, BillPerMonth: 100_000, LossPerHour: 20_000, ClaimChance: 0.5 }] }, 'OutSla');
    expect(claimed).toMatchObject({ Credit: 10_000, ExpectedCredit: 5000, Uncovered: 68_000 });
  });

  it('take the bill from the plan, or say that there is none', () => {
    const plan = { ...plainSettings('2027-01-01', 12), PriceSheet: [price('t2.small', 0.1)], ...fleet({ web: { nodes: 10, nodeType: 't2.small' } }) };
    const level = (WorkloadId: string, Provider = 'aws'): Cells => ({ SlaId: 'web', WorkloadId, Provider, Availability: 0.98 });
    const [row] = rowsOf(fleetReport({ ...plan, ServiceLevels: [level('WEB')] }), 'OutSla');
    expect(row).toMatchObject({ BillPerMonth: 730, Credit: 219 });
    expect(issuesOf({ ...plan, ServiceLevels: [level('shop')] })).toContainEqual(['bill-unknown', 'error', 'WorkloadId']);
    expect(issuesOf({ ...plan, ServiceLevels: [level('web', 'awz')] })).toContainEqual(['unknown-provider', 'error', 'Provider']);
    expect(issuesOf({ ...plan, ServiceLevels: [{ SlaId: 'web', Provider: 'aws', Availability: 0.9, BillPerMonth: null }] })).toContainEqual(['blank-cell', 'error', 'BillPerMonth']);
  });
});
