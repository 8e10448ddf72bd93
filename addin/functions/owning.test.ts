import { describe, expect, it } from '@jest/globals';
import { assetAnnual } from './asset-annual.ts';
import { cloudVsOwn } from './cloud-vs-own.ts';
import { licenceCores } from './licence-cores.ts';
import { onPremRate } from './on-prem-rate.ts';
import { outageLoss } from './outage-loss.ts';
import { slaCredit } from './sla-credit.ts';

describe('CLOUD.ASSETANNUAL', () => {
  it('is the annuity, and the straight line without interest', () => {
    // Factors of 3 and 5 years at 7 %: 2.624316 and 4.100197
    expect(2.624316 * assetAnnual(1, 0.07, 3)).toBeCloseTo(1, 6);
    expect(4.100197 * assetAnnual(1, 0.07, 5)).toBeCloseTo(1, 6);
    expect(assetAnnual(1000, 0, 5, 200)).toBe(160);
  });
  it('refuses a negative life and a salvage above the cost', () => {
    expect(() => assetAnnual(1000, 0.07, -1)).toThrow('lifeYears must be more than 0');
    expect(() => assetAnnual(1000, 0.07, 5, 1001)).toThrow('salvage must be 1,000 or less, not 1,001.');
  });
});

describe('CLOUD.ONPREMRATE and CLOUD.CLOUDVSOWN', () => {
  const node = [364_000, 0.08, 5, 10.2, 1, 0.09, 3600, 8] as const;
  const rate = (utilization: number) => onPremRate(...node, utilization, 0.15, 184.06, 0.06, 0.8);

  it('are those of the node with eight GPUs', () => {
    expect(rate(1)).toBeCloseTo(1.9444, 4);
    const annual = rate(1) * 8 * 8760;
    expect([2.5, 4, 12.29].map(price => cloudVsOwn(annual, 8, price).toFixed(4))).toEqual(['0.7777', '0.4861', '0.1582']);
  });
  it('doubles when used half as much', () => expect(rate(0.5)).toBeCloseTo(2 * rate(1), 12));
  it('refuses shares above 1', () => {
    expect(() => rate(1.2)).toThrow('utilization must be 1 or less, not 1.2.');
    expect(() => onPremRate(...node, 1, 15)).toThrow('salvageShare must be 1 or less, not 15.');
    expect(() => cloudVsOwn(1, 0, 1)).toThrow('units must be more than 0');
  });
});

describe('CLOUD.LICENCECORES', () => {
  it('counts a socket as 16 cores at least', () => {
    expect([licenceCores(2, 8), licenceCores(2, 32), licenceCores(2, 8, 0)]).toEqual([32, 64, 16]);
    expect(() => licenceCores(1.5, 8)).toThrow('sockets must be a whole number');
  });
});

describe('CLOUD.SLACREDIT and CLOUD.OUTAGELOSS', () => {
  it('credit a tenth of the bill for 99.5 %, where the business loses 73,000', () => {
    expect(slaCredit(100_000, 0.995, 'aws')).toBe(10_000);
    expect(outageLoss(0.995, 20_000)).toBeCloseTo(73_000, 6);
  });
  it('step at the limits of the agreement', () => {
    expect([0.9999, 0.99989, 0.99, 0.98999, 0.95, 0.94].map(uptime => slaCredit(100, uptime, 'AWS'))).toEqual([0, 10, 10, 30, 30, 100]);
  });
  it('know their providers', () => {
    expect(() => slaCredit(1, 0.9, 'awz')).toThrow(expect.objectContaining({ kind: 'notAvailable' }));
    expect(() => outageLoss(99.5, 1)).toThrow('uptime must be 1 or less, not 99.5.');
  });
});
