import { decimal } from '../../numeric/decimal.ts';
import { describeModelPage } from '../../test/model-page.ts';
import { taxCharge } from './fee-charge.ts';
import { shortfall, supportFee } from './support-fee.ts';

const partOf = (percent: string) => decimal(percent.replace('%', '')).dividedBy(100);

describeModelPage('fees', {
  support: (charges = '', bands = '', minimum = '') => {
    const read = bands.split(' ').map(band => {
      const [from = '', percent = ''] = band.split(':');
      return { fromAmount: decimal(from), fraction: partOf(percent) };
    });
    return supportFee(decimal(charges), read, decimal(minimum)).toFixed();
  },
  shortfall: (promised = '', spent = '') => shortfall(decimal(promised), decimal(spent)).toFixed(),
  tax: (charges = '', percent = '') => {
    const cost = decimal(charges);
    const taxed = { ListCost: cost, ContractedCost: cost, BilledCost: cost, EffectiveCost: cost };
    const period = { start: 0, end: 3600 };
    return taxCharge({ id: 't', provider: 'p', period, currency: 'USD', fraction: partOf(percent), taxed }).BilledCost.toFixed();
  },
});
