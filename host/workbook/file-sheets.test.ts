import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../test-addin/open-test-host.ts';
import type { TestHost } from '../test-addin/open-test-host.ts';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot.ts';

const sheet = (name: string): SheetSnapshot => ({
  name,
  isHidden: false,
  showGridlines: true,
  cells: new Map([[0, new Map([[0, { value: 'kept' }]])]]),
  columnWidths: new Map(),
  rowHeights: new Map(),
  merges: [],
  tables: [],
  charts: [],
  validations: [],
  conditionalFormats: [],
});
const opened: WorkbookSnapshot = { sheets: [sheet('Plan'), sheet('More')], names: [], customXmlParts: [], settings: {}, date1904: false };

describe('sheets that came from a file', () => {
  let host: TestHost;
  const refused: string[] = [];
  beforeAll(async () => {
    host = await openTestHost({ snapshot: opened, onRefused: (message) => void refused.push(message) });
  });
  afterAll(() => host.close());

  const attempt = (change: (plan: Excel.Worksheet) => void): Promise<string> =>
    host
      .run(async (context) => {
        change(context.workbook.worksheets.getItem('Plan'));
        await context.sync();
      })
      .then(() => 'nothing was refused', ({ code, message }: OfficeExtension.Error) => `${code}: ${message}`);

  it('keep their shape and name under office.js, and say why', async () => {
    const attempts: ((plan: Excel.Worksheet) => void)[] = [
      (plan) => void plan.getRange('A1').insert('Down'),
      (plan) => plan.getRange('A1').delete('Up'),
      (plan) => void plan.getRange('1:1').insert('Down'),
      (plan) => plan.getRange('A:A').delete('Left'),
      (plan) => void (plan.name = 'Other'),
      (plan) => plan.delete(),
    ];
    for (const change of attempts) expect(await attempt(change)).toMatch(/^InvalidOperation: .*came from a file/);
    const cells = host.session.takeSnapshot().sheets[0]!.cells;
    expect(cells.get(0)?.get(0)?.value).toBe('kept');
  });

  it('keep it in the grid too', () => {
    const { api } = host.session;
    const plan = api.getActiveWorkbook()!.getSheetByName('Plan')!;
    plan.insertRows(0, 1);
    plan.setName('Other');
    api.getActiveWorkbook()!.deleteSheet(plan);
    expect(refused).toHaveLength(3);
    expect(refused[0]).toContain('came from a file');
    expect(api.getActiveWorkbook()!.getSheets().map((each) => each.getSheetName())).toEqual(['Plan', 'More']);
    expect(plan.getSheet().getCellRaw(0, 0)?.v).toBe('kept');
  });

  it('still take values, formats and tables', async () => {
    expect(
      await attempt((plan) => {
        plan.getRange('B1:B2').values = [['head'], [1]];
        plan.getRange('B1').format.font.bold = true;
        plan.tables.add('B1:B2', true);
      }),
    ).toBe('nothing was refused');
  });

  it('leave sheets made in the session free', async () => {
    const shape = await host.run(async (context) => {
      const made = context.workbook.worksheets.add('Made here');
      made.getRange('A1').values = [['moved']];
      made.getRange('1:2').insert('Down');
      const cell = made.getRange('A3').load('values');
      made.name = 'Renamed';
      await context.sync();
      made.delete();
      await context.sync();
      return cell.values;
    });
    expect(shape).toEqual([['moved']]);
  });
});
