import { checkTiers, decimal, tierCost as costOfTiers, type StatedTier } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { numberArgument, optionalFlag, optionalNumber, type Argument } from './argument.ts';
import { CellError, issuesError } from './cell-error.ts';

/**
 * Cost of a quantity under a tariff with steps. A limit belongs to the tier below it.
 * @customfunction TIERCOST
 * @param quantity Quantity used, 0 or more.
 * @param tierTable Two columns: quantity from which a tier holds (the first 0), and its price per unit; rows in any order.
 * @param [mode] 0 (the default): each tier prices the units inside it. 1: the tier reached prices every unit.
 * @param [eligible] TRUE for a customer who meets the condition of the first tier: its price holds for every unit.
 * @returns Amount of money, in the currency of the prices.
 */
export function tierCost(
  quantity: number,
  tierTable: any[][], // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  mode?: number,
  eligible?: boolean,
): number {
  const units = numberArgument('quantity', quantity, { minimum: 0 });
  const isAllUnits = optionalNumber('mode', mode, { minimum: 0, maximum: 1, isWhole: true }) === 1;
  const { tiers, problems } = checkTiers(statedTiers(tierTable), 'tierTable');
  if (problems.length > 0) throw issuesError(problems.map(({ issue }) => issue));
  const reachable = optionalFlag('eligible', eligible) ? tiers.slice(0, 1) : tiers;
  return costOfTiers(units, reachable, isAllUnits ? 'all-units' : 'graduated').toNumber();
}

const isBlank = (cell: Argument): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Rows of the range; blank rows, and a header of words, are passed over. */
function statedTiers(table: readonly (readonly Argument[])[]): StatedTier[] {
  const rows = table.map((cells, index) => ({ cells, name: `tierTable row ${index + 1}` })).filter(({ cells }) => !cells.every(isBlank));
  for (const { cells } of rows) {
    if (cells.length !== 2) throw new CellError('invalidValue', translate('argument-columns', { argument: 'tierTable', count: 2, found: cells.length }));
  }
  const isHeader = ({ cells }: (typeof rows)[number]): boolean =>
    cells.every(cell => typeof cell === 'string' && Number.isNaN(Number(cell)));
  const body = rows[0] && isHeader(rows[0]) ? rows.slice(1) : rows;
  if (body.length === 0) throw new CellError('invalidValue', translate('argument-missing', { argument: 'tierTable' }));
  return body.map(({ cells: [from, price], name }) => ({
    fromQuantity: decimal(numberArgument(`${name}, quantity`, from)),
    unitPrice: decimal(numberArgument(`${name}, price`, price)),
    toQuantity: null,
  }));
}
