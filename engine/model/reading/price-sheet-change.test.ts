import { describe, expect, it } from '@jest/globals';
import type { ImportedPrice } from '../../catalog/price-lists/imported-price.ts';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import { findPrice } from '../../pricing/find-price.ts';
import { makePriceBook } from '../../pricing/price-book.ts';
import { serial, workbook, type Rows } from '../../test/workbook.ts';
import type { InputCell, ModelInput } from '../model-input.ts';
import { changePriceSheet as change, type PriceSheetChange } from './price-sheet-change.ts';
import { readOwnPrices } from './read-own-prices.ts';
import { usedPriceKeys } from '../rating/used-price-keys.ts';

/** The plan begins on 2026-11-01, unless Settings say otherwise. */
const changePriceSheet = (input: ModelInput, prices: readonly ImportedPrice[]) => change(input, prices, '2026-10-01');

const key = { provider: 'aws', region: 'us-east-1', nodeType: 'm7i.xlarge', operatingSystem: 'linux', tenancy: 'shared' } as const;
const listed = (over: Partial<ImportedPrice> = {}): ImportedPrice => ({
  key, purchase: 'on-demand', recurringPerHour: '0.21', upfront: '0', currency: 'USD', validFrom: '2026-03-01', validTo: null,
  source: 'list 1', asOf: '2026-03-02', ...over,
});
const own = (over: Readonly<Record<string, InputCell>> = {}): Rows[number] => ({
  PriceId: 'contract', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge', Os: '', Tenancy: '', Purchase: '', UnitPrice: 0.15,
  Upfront: '', Currency: 'USD', ValidFrom: '', ValidTo: '', Source: '', AsOf: '', ...over,
});
const asRows = ({ columns, additions }: PriceSheetChange): Rows =>
  additions.map(cells => Object.fromEntries(columns.map((id, place) => [id, cells[place] ?? null])));
const counts = (change: PriceSheetChange) => [change.updates.length, change.additions.length, change.unchangedCount, change.keptCount];
const imported = asRows(changePriceSheet(workbook({}), [listed()]));

describe('what an import does to PriceSheet', () => {
  it('adds rows that the workbook then charges by', () => {
    const all = listed({ purchase: 'reserved-3y-all-upfront', recurringPerHour: '0', upfront: '2628' });
    const rows = asRows(changePriceSheet(workbook({}), [listed(), all]));
    expect(rows[0]).toMatchObject({
      PriceId: 'aws/us-east-1/m7i.xlarge/linux/shared/on-demand/2026-03-01', ValidFrom: serial('2026-03-01'), AsOf: serial('2026-03-02'),
    });
    const read = readOwnPrices(workbook({ PriceSheet: rows }));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const book = makePriceBook(starterCatalog, read.value.prices);
    const price = (purchase: string) => {
      const option = read.value.prices.find(row => row.priceId.includes(purchase))!.purchase;
      const found = findPrice(book, { ...key, purchase: option, date: '2026-04-01' });
      return found.ok ? found.value.effectivePerHour.amount.toNumber() : null;
    };
    expect(price('on-demand')).toBe(0.21);
    expect(price('reserved-3y-all-upfront')).toBe(0.1); // 2,628 over 26,280 hours
  });

  it('does nothing the second time', () => {
    const again = changePriceSheet(workbook({ PriceSheet: imported }), [listed()]);
    expect(counts(again)).toEqual([0, 0, 1, 0]);
  });

  it('mends the row of the same day, and gives a later price a row of its own', () => {
    const mended = changePriceSheet(workbook({ PriceSheet: imported }), [listed({ recurringPerHour: '0.2' })]);
    expect(counts(mended)).toEqual([1, 0, 0, 0]);
    expect(mended.updates[0]).toMatchObject({ rowIndex: 0 });
    expect(mended.updates[0]?.cells[mended.columns.indexOf('UnitPrice')]).toBe(0.2);
    const later = changePriceSheet(workbook({ PriceSheet: imported }), [listed({ recurringPerHour: '0.2', validFrom: '2026-06-01' })]);
    expect(counts(later)).toEqual([0, 1, 0, 0]);
  });

  it('adds no row for a new list with the old price', () => {
    const same = changePriceSheet(workbook({ PriceSheet: imported }), [listed({ validFrom: '2026-06-01', source: 'list 2' })]);
    expect(counts(same)).toEqual([0, 0, 1, 0]);
  });

  it.each([
    ['holds always', {}],
    ['holds since the same day', { ValidFrom: serial('2026-03-01') }],
    ['is blank and so unknown', { UnitPrice: '' }],
  ])("never overtakes an analyst's own price that %s", (_what, cells) => {
    const change = changePriceSheet(workbook({ PriceSheet: [own(cells)] }), [listed()]);
    expect(counts(change)).toEqual([0, 0, 0, 1]);
  });

  it('takes over where an own price has ended, or speaks of something else', () => {
    const rows = [own({ ValidTo: serial('2026-02-01') }), own({ PriceId: 'windows', Os: 'windows' })];
    expect(counts(changePriceSheet(workbook({ PriceSheet: rows }), [listed()]))).toEqual([0, 1, 0, 0]);
  });

  it('says which column the table lacks instead of losing what it would hold', () => {
    const { Upfront: _u, Source: _s, ...short } = own();
    const reserved = listed({ purchase: 'reserved-1y-all-upfront', upfront: '900', recurringPerHour: '0' });
    const change = changePriceSheet(workbook({ PriceSheet: [short] }), [reserved]);
    expect(change.issues.map(({ code, values }) => [code, values['column']])).toEqual([['missing-column', 'Upfront']]);
    const plain = changePriceSheet(workbook({ PriceSheet: [short] }), [listed({ purchase: 'spot' })]);
    expect(plain.issues).toEqual([]);
    expect(plain.columns).not.toContain('Upfront');
  });

  it('touches no table that cannot be read', () => {
    const { Currency: _c, ...short } = own();
    const change = changePriceSheet(workbook({ PriceSheet: [short] }), [listed()]);
    expect(change.issues).toMatchObject([{ code: 'missing-column', severity: 'error', values: { column: 'Currency' } }]);
  });

  it('warns of prices that begin after the plan does, unless an earlier row answers until then', () => {
    const settings: Rows = [{ Setting: 'HorizonStart', Value: '2026-01-01' }];
    const codesOf = (tables: Record<string, Rows>) => {
      const { issues } = changePriceSheet(workbook({ Settings: settings, ...tables }), [listed()]);
      return issues.map(({ code, severity, values }) => [code, severity, ...Object.values(values)]);
    };
    expect(codesOf({})).toEqual([['prices-start-late', 'warning', 1, '2026-01-01']]);
    const earlier = asRows(changePriceSheet(workbook({}), [listed({ validFrom: '2025-12-01', recurringPerHour: '0.3' })]));
    expect(codesOf({ PriceSheet: earlier })).toEqual([]);
    expect(changePriceSheet(workbook({}), [listed()]).issues).toEqual([]);
  });

  it('refuses more rows than the table may have', () => {
    const many = Array.from({ length: 100_001 }, (_, index) => listed({ key: { ...key, nodeType: `n${index}` } }));
    expect(changePriceSheet(workbook({}), many).issues.map(({ code }) => code)).toEqual(['too-many-rows']);
  });
});

describe('what a workbook uses', () => {
  it('is each node of a placement or an own price once, under any way of buying', () => {
    const place = { WorkloadId: 's', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge' };
    const keys = usedPriceKeys(workbook({
      Placements: [
        { PlacementId: 'a', ...place, Purchase: 'on-demand', Os: '' },
        { PlacementId: 'b', ...place, Purchase: 'reserved-1y-no-upfront', Os: 'Linux' },
        { PlacementId: 'c', ...place, NodeType: null },
      ],
      PriceSheet: [own({ Provider: 'azure', Region: 'eastus', NodeType: 'Standard_M8ms', Os: 'windows' })],
      Commitments: [
        { CommitmentId: 'c', Provider: 'aws', Kind: 'reserved', Term: '1y', Region: 'us-east-1', NodeTypeOrFamily: 't3.medium', Start: '2026-01-01' },
        { CommitmentId: 'd', Provider: 'aws', Kind: 'compute-sp', Term: '1y', Region: null, NodeTypeOrFamily: null, Start: '2026-01-01' },
      ],
    }));
    const azure = { provider: 'azure', region: 'eastus', nodeType: 'Standard_M8ms', operatingSystem: 'windows', tenancy: 'shared' } as const;
    // Reservations on Azure cover the machine, not the licence: the price of Linux.
    expect(keys).toEqual([key, azure, { ...azure, operatingSystem: 'linux' }, { ...key, nodeType: 't3.medium' }]);
  });
});
