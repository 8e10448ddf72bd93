import { serviceCredit, outageLoss } from '../pricing/service-credit.ts';
import { describeModelPage } from '../test/model-page.ts';
import { hybridSplits } from './hybrid-split.ts';
import { ownershipPresets, underPreset } from './ownership-presets.ts';
import { licensedCores } from './licence-cores.ts';
import { boughtSets } from './ownership-years.ts';
import { assetAnnualCost, breakEvenUse, ownedUnitHour, ownedYear } from './owned-hardware.ts';

/** The node of eight GPUs. */
const owned = {
  capex: 364_000, annualRate: 0.08, lifeYears: 5, salvageShare: 0.15, powerKw: 10.2, loadFactor: 0.8, pue: 1, energyPerKwh: 0.09,
  colocationPerKwMonth: 184.06, maintenanceShare: 0.06, staffPerYear: 3600,
};
const { total } = ownedYear(owned);

describeModelPage('own-hardware', {
  set: (...parts) => {
    const [capex = 0, priceChange = 0, lifeYears = 1, set = 0] = parts.map(Number);
    return boughtSets({ ...owned, capex, lifeYears }, { purchases: set + 1, priceChange }).at(-1)?.capex.toFixed(2) ?? '';
  },
  annual: (...parts) => {
    const [cost = 0, rate = 0, life = 0, salvage = 0] = parts.map(Number);
    return assetAnnualCost(cost, rate, life, salvage).toFixed(2);
  },
  rate: utilization => ownedUnitHour(total, 8, Number(utilization)).toFixed(4),
  breakEven: price => breakEvenUse(total, 8, Number(price)).toFixed(4),
  preset: (name, capex, networkShare) => {
    const preset = ownershipPresets.find(each => each.name === name)!;
    const stated = { hardware: { ...owned, capex: Number(capex) }, servers: 1, networkShare: Number(networkShare) };
    return underPreset(stated, preset, 1).capex.toFixed(2);
  },
  hybrid: (own, rent) => {
    const { best } = hybridSplits(Float64Array.of(4, 3, 2, 1), { ownPerUnit: Number(own), rentPerHour: Number(rent) });
    return `${best.owned} ${best.total.toFixed(2)}`;
  },
  licensed: (...parts) => {
    const [sockets = 0, cores = 0, least = 0] = parts.map(Number);
    return String(licensedCores(sockets, cores, least));
  },
  credit: (bill, availability, provider = '') => {
    const credit = serviceCredit(Number(bill), Number(availability), provider);
    return credit.ok ? String(Math.round(credit.value)) : 'none';
  },
  loss: (availability, perHour) => outageLoss(Number(availability), Number(perHour)).toFixed(0),
});
