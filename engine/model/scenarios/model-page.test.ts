import { ok } from '../../issue/result.ts';
import { costBridge, type CostProfile } from '../../report/cost-bridge.ts';
import { findRoot } from '../solving/find-root.ts';
import { describeModelPage } from '../../test/model-page.ts';

/** `10:1 10:3`: quantities and prices of kinds a, b. */
const profileOf = (text: string): CostProfile => {
  const kinds = text.split(' ').map((part, index) => {
    const [quantity = 0, price = 0] = part.split(':').map(Number);
    return [String.fromCharCode(97 + index), { unit: 'Hours', quantity, contracted: quantity * price }] as const;
  });
  return { kinds: new Map(kinds), committedSaving: 0, rest: 0, effective: kinds.reduce((sum, [, { contracted }]) => sum + contracted, 0) };
};

const rootText = (of: (x: number) => number, ends: string): string => {
  const [low = 0, high = 0] = ends.split(' ').map(Number);
  const found = findRoot(x => ok(of(x)), [low, high], 1e-9);
  return found.ok ? (found.value.at?.toFixed(4) ?? 'none') : 'failed';
};

describeModelPage('planning', {
  root: (line = '', ends = '') => {
    const [slope = 0, shift = 0] = line.split(' ').map(Number);
    return rootText(x => slope * x + shift, ends);
  },
  step: (at, ends = '') => rootText(x => (x < Number(at) ? -1 : 1), ends),
  bridge: (before = '', after = '') => {
    const { volume, mix, price } = costBridge(profileOf(before), profileOf(after));
    return `volume ${volume.toFixed(2)}, mix ${mix.toFixed(2)}, price ${price.toFixed(2)}`;
  },
});
