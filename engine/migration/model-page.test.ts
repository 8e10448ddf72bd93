import { annuityFactor, monthlyRate } from '../numeric/time-value.ts';
import { describeModelPage } from '../test/model-page.ts';
import { dependencyIndex, usualDifficulty, type ServiceLayer } from './dependency-index.ts';
import { bestLeave, costWhenDone } from './exit-work.ts';
import { expectedOverrun, overrunQuantile } from './overrun.ts';
import { switchOptionValue, switchTrigger } from './switch-option.ts';
import { lockInPremium, switchingNpv } from './switching-value.ts';
import { transferDays } from './transfer-time.ts';
import { triangularQuantile } from './triangular.ts';

const numbers = (parts: readonly string[]): number[] => parts.map(Number);

describeModelPage('lock-in', {
  annuity: (rate, periods) => annuityFactor(Number(rate), Number(periods)).toFixed(6),
  monthly: rate => monthlyRate(Number(rate)).toFixed(6),
  triangle: (...parts) => {
    const [least = 0, likely = 0, most = 0, p = 0] = numbers(parts);
    return triangularQuantile({ least, likely, most }, p).toFixed(3);
  },
  overrun: p => overrunQuantile(Number(p)).toFixed(3),
  overrunMean: () => expectedOverrun.toFixed(3),
  transfer: (...parts) => {
    const [terabytes = 0, gigabits = 0, efficiency = 0] = numbers(parts);
    return transferDays(terabytes, gigabits, efficiency).toFixed(2);
  },
  npv: (...parts) => {
    const [rate = 0, stay = 0, go = 0, periods = 0, exitCost = 0] = numbers(parts);
    const each = (amount: number): number[] => Array.from({ length: periods }, () => amount);
    return switchingNpv(rate, each(stay), each(go), exitCost).toFixed(2);
  },
  leave: (...parts) => {
    const [stayPerMonth = 0, goPerMonth = 0, committedPerMonth = 0, committedUntil = 0, done = 0, months = 0] = numbers(parts);
    const work = { name: '', workMonths: done, stayPerMonth, goPerMonth, committedPerMonth, committedUntil, notBefore: 0, after: null };
    return `${bestLeave(work, done, months)} ${costWhenDone(work, done, months)}`;
  },
  dependency: (...parts) => {
    const [weightA = 0, difficultyA = 0, weightB = 0, difficultyB = 0] = numbers(parts);
    return dependencyIndex([{ weight: weightA, difficulty: difficultyA }, { weight: weightB, difficulty: difficultyB }]).toFixed(2);
  },
  usual: (layer, standard) => String(usualDifficulty(layer as ServiceLayer, standard === 'yes')),
  premium: (...parts) => {
    const [rate = 0, periods = 0, stay = 0, go = 0, exitCost = 0] = numbers(parts);
    return lockInPremium(rate, periods, stay, go, exitCost)?.toFixed(6) ?? 'none';
  },
  option: (...parts) => {
    const [saving = 0, exitCost = 0, years = 0, sigma = 0, rate = 0, yieldRate = 0, steps = 1] = numbers(parts);
    return switchOptionValue({ saving, exitCost, years, sigma, rate, yield: yieldRate }, steps)?.toFixed(0) ?? 'none';
  },
  trigger: (...parts) => {
    const [rate = 0, yieldRate = 0, sigma = 0] = numbers(parts);
    return switchTrigger(rate, yieldRate, sigma)?.toFixed(2) ?? 'none';
  },
});
