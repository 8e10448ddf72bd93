import { departureChance, departureCost, multiCloudOverhead } from '../../migration/people-and-clouds.ts';
import { layerPerMonth, portabilityValue } from '../../migration/portability.ts';
import { breakEvenMultiplier, changeChance, licenceMonths, type Licence } from '../../owning/licence-price.ts';
import { describeModelPage } from '../../test/model-page.ts';

const licence: Licence = {
  cores: 640, pricePerCoreYear: 100, creditShare: 0, escalation: 0, renewalMonth: 12, hazardPerYear: 0.5, multiplier: 10,
};
const layer = {
  setUpCost: 0, licencePerMonth: 0, runPerMonth: 0, computePerMonth: 0, overheadShare: 0, lostDiscountShare: 0, switchCostWithout: 0,
  switchCostWith: 0,
  newLockIn: 0, saving: 0, nativeBenefitPerMonth: 0, exitChance: 0,
};
const persons = { count: 1, leavesPerYear: 0, weeksWithout: 0, lossPerWeek: 0, rehireCost: 0, outageHours: 0, lossPerHour: 0 };

describeModelPage('dependence', {
  contracted: (...parts) => {
    const [cores = 0, pricePerCoreYear = 0, creditShare = 0, escalation = 0, month = 0] = parts.map(Number);
    return licenceMonths({ ...licence, cores, pricePerCoreYear, creditShare, escalation }, month + 1)[month]!.contracted.toFixed(2);
  },
  chance: (hazard, renewal, month) => {
    const changing = { ...licence, hazardPerYear: Number(hazard), renewalMonth: Number(renewal) };
    return changeChance(changing, Number(month)).toFixed(4);
  },
  expected: (hazard, renewal, multiplier, month) => {
    const changing = { ...licence, hazardPerYear: Number(hazard), renewalMonth: Number(renewal), multiplier: Number(multiplier) };
    const { expected, contracted } = licenceMonths(changing, Number(month) + 1)[Number(month)]!;
    return (expected / contracted).toFixed(4);
  },
  breakEven: (rate, switchCost, alternative) =>
    breakEvenMultiplier(licence, 24, { annualRate: Number(rate), switchCost: Number(switchCost), alternativePerMonth: Number(alternative) / 12 })?.toFixed(4) ?? 'none',
  layer: (...parts) => {
    const [licencePerMonth = 0, runPerMonth = 0, computePerMonth = 0, overheadShare = 0, lostDiscountShare = 0] = parts.map(Number);
    return layerPerMonth({ ...layer, licencePerMonth, runPerMonth, computePerMonth, overheadShare, lostDiscountShare }).toFixed(2);
  },
  portability: (...parts) => {
    const [saving = 0, switchCostWithout = 0, switchCostWith = 0, newLockIn = 0] = parts.map(Number);
    const frame = { annualRate: 0, months: 36, volatility: null };
    return portabilityValue({ ...layer, saving, switchCostWithout, switchCostWith, newLockIn }, frame).gross.toFixed(0);
  },
  departure: (...parts) => {
    const [rehireCost = 0, weeksWithout = 0, lossPerWeek = 0, outageHours = 0, lossPerHour = 0] = parts.map(Number);
    return String(departureCost({ ...persons, rehireCost, weeksWithout, lossPerWeek, outageHours, lossPerHour }));
  },
  leaves: (count, chance, years) => {
    const role = { ...persons, count: Number(count), leavesPerYear: Number(chance) };
    return departureChance(role, Number(years)).toFixed(4);
  },
  overhead: (...parts) => {
    const [bill = 0, providers = 0, share = 0, twice = 0] = parts.map(Number);
    return String(multiCloudOverhead(bill, providers, share, twice));
  },
});
