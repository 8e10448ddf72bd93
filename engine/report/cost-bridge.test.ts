import { costBridge, type CostProfile } from './cost-bridge.ts';
import { describeModelPage } from '../test/model-page.ts';

/** `10:1 10:3`: quantities and prices of kinds a, b. */
const profileOf = (text: string): CostProfile => {
  const kinds = text.split(' ').map((part, index) => {
    const [quantity = 0, price = 0] = part.split(':').map(Number);
    return [String.fromCharCode(97 + index), { unit: 'Hours', quantity, contracted: quantity * price }] as const;
  });
  return { kinds: new Map(kinds), committedSaving: 0, effective: kinds.reduce((sum, [, { contracted }]) => sum + contracted, 0) };
};

describeModelPage('planning', {
  bridge: (before = '', after = '') => {
    const { volume, mix, price } = costBridge(profileOf(before), profileOf(after));
    return `volume ${volume.toFixed(2)}, mix ${mix.toFixed(2)}, price ${price.toFixed(2)}`;
  },
});
