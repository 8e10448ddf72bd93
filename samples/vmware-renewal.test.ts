import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { cluster, vmwareRenewal } from './source/vmware-renewal.ts';

const report = await runSample(vmwareRenewal);
const years = resultRows(report, 'OutLicences');
const licensed = cluster.servers * cluster.sockets * 16;

describe('a hypervisor whose price changes', () => {
  it('counts sixteen cores of a socket, and rises by contract', () => {
    expect(years[0]).toMatchObject({ CoresThere: 720, CoresLicensed: licensed, Contracted: licensed * cluster.price });
    expect(years[4]?.Contracted).toBeCloseTo(licensed * cluster.price * 1.03 ** 4, 2);
  });

  it('is many times as dear from the renewal on, in the middle of the second year', () => {
    const second = licensed * cluster.price * 1.03;
    expect([years[1]?.ChangedLeast, years[1]?.ChangedLikely, years[1]?.ChangedMost].map(Number)).toEqual(
      [2, 8, 15].map(times => expect.closeTo((second / 2) * (1 + times), 2) as unknown as number),
    );
    expect(years[4]?.ChangeChance).toBeCloseTo(1 - 0.97 ** 3.5, 12);
  });

  it('pays for the other product from the multiple on at which both cost the same today', () => {
    const i = 1.08 ** (1 / 12) - 1;
    const months = Array.from({ length: 42 }, (_, index) => index + 18);
    const worth = (of: (month: number) => number): number => months.reduce((sum, month) => sum + of(month) / (1 + i) ** month, 0);
    const multiple = (400_000 + worth(() => 7500)) / worth(month => ((licensed * cluster.price) / 12) * 1.03 ** Math.floor(month / 12));
    expect(Number(years[0]?.BreakEvenMultiplier)).toBeCloseTo(multiple, 9);
  });

  it('says what a layer is worth after its own cost', () => {
    const [containers] = resultRows(report, 'OutPortability');
    expect(containers).toMatchObject({ LayerId: 'containers', CostPerMonth: 6600 });
    const a = (1 - 1.08 ** -5) / (1.08 ** (1 / 12) - 1);
    expect(containers?.LayerCost).toBeCloseTo(120_000 + 6600 * a, 2);
    expect(Number(containers?.PortabilityValue) - Number(containers?.LayerCost)).toBeCloseTo(Number(containers?.NetValue), 1);
  });
});
