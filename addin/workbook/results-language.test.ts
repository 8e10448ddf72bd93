import { afterEach, describe, expect, it } from '@jest/globals';
import { say, type ComposedReport } from '../../engine/index.ts';
import { useTestHost } from '../../host/test-addin/use-test-host.ts';
import { useLanguage } from '../localization/translate.ts';
import { writeReport } from './write-report.ts';

const host = useTestHost();
afterEach(() => useLanguage('en-US'));

/** Of words that reports do say, so that the dictionary has them; the question is not one of them. */
const report: ComposedReport = {
  engineVersion: '1', catalogDate: '2026-01-01', randomSeed: 1, inputHash: '0', tableHashes: {}, runState: '', summary: [], warnings: [],
  tables: [{
    id: 'OutMonths', sheetName: 'Results Months', title: 'Cost by month', question: 'How?', answer: say`No order costs less.`, currency: 'USD',
    columns: [
      { id: 'Month', title: 'Month', format: 'date' },
      { id: 'Workload', title: 'Workload', format: 'text' },
      { id: 'Cost', title: 'Effective cost', format: 'money' },
    ],
    rows: [['2026-01-01', 'web', 1], ['2026-02-01', 'web', 2], ['2026-03-01', 'web', 3]],
  }],
  charts: [{
    id: 'ChartMonths', tableId: 'OutMonths', kind: 'columnStacked', title: say`Utilization`, categoryColumn: 'Month', valueColumns: ['Cost'],
    categoryAxisTitle: say`Month`, valueAxisTitle: say`USD`,
    series: [{ name: say`Queue`, valueColumn: 'Cost', firstRow: 0, rowCount: 3 }],
  }],
};

const onSheet = async <T>(act: (sheet: Excel.Worksheet) => T): Promise<T> => {
  const result = await Excel.run(async context => {
    const asked = act(context.workbook.worksheets.getItem('Results Months'));
    await context.sync();
    return asked;
  });
  await host.current.session.idle();
  return result;
};
const cells = async (address: string): Promise<unknown[]> =>
  (await onSheet(sheet => sheet.getRange(address).load('values'))).values.flat();
const put = (address: string, values: string[][]): Promise<unknown> => onSheet(sheet => void (sheet.getRange(address).values = values));
const headings = (): Promise<unknown[]> => cells('B1:B3');
const captions = (): Promise<unknown[]> => cells('B25:D25');
const chartNow = () => host.current.session.takeSnapshot().sheets.find(({ name }) => name === 'Results Months')?.charts[0];

describe('a run in another language than the one before', () => {
  it('says everything anew, and again in the first', async () => {
    await writeReport(report, { dateSystem: 1900 });
    const english = [await headings(), await captions(), chartNow()];
    await useLanguage('ko-KR');
    await writeReport(report, { dateSystem: 1900 });
    expect(await headings()).toEqual(['월별 비용', 'How?', '더 싼 순서는 없습니다.']);
    expect(await captions()).toEqual(['월', '워크로드', '실질 비용 (USD)']);
    expect(chartNow()).toMatchObject({ title: '사용률', series: [{ name: '대기열' }] });
    expect(chartNow()?.series).toHaveLength(1);
    await useLanguage('en-US');
    await writeReport(report, { dateSystem: 1900 });
    expect([await headings(), await captions(), chartNow()]).toEqual(english);
  });

  it('leaves what the analyst wrote in their place', async () => {
    await writeReport(report, { dateSystem: 1900 });
    await put('B1:B2', [['Our months'], ['Ask finance']]);
    await onSheet(sheet => void (sheet.charts.getItem('ChartMonths').title.text = 'Ours'));
    await useLanguage('ko-KR');
    await writeReport(report, { dateSystem: 1900 });
    expect(await headings()).toEqual(['Our months', 'Ask finance', '더 싼 순서는 없습니다.']);
    expect(chartNow()).toMatchObject({ title: 'Ours', series: [{ name: '대기열' }] });
  });
});
