import { describe, expect, it } from '@jest/globals';
import { JSDOM } from 'jsdom';
import type { Report, ReportChart, ReportTable } from '../../engine/index.ts';
import { axisOf } from './chart-data.ts';
import { chartSvg } from './chart-svg.ts';
import { ledgerCsv, tableCsv } from './report-csv.ts';
import { reportHtml } from './report-html.ts';
import { reportMarkdown } from './report-markdown.ts';

const evil = '<script>alert(1)</script>';
const table: ReportTable = {
  id: 'OutCostDetail', sheetName: 'Results Detail', title: 'Detail', question: 'What & why?', answer: `It is ${evil}`,
  columns: [
    { id: 'Name', title: 'Name', format: 'text' }, { id: 'Cost', title: 'Cost', unit: 'USD', format: 'money' },
    { id: 'At', title: 'At', format: 'dateTime' }, { id: 'Share', title: 'Share', format: 'percent' },
  ],
  rows: [
    ['=SUM(A1)', 1234.5, '2027-01-01T00:00:00Z', 0.25], ['+1', -3, null, 1], ['-x', 0, null, null], ['@y', 1, null, 0], [`a "b", ${evil} | c`, 2, null, 0],
  ],
  currency: 'USD',
};
const chart = (kind: ReportChart['kind'], more: Partial<ReportChart> = {}): ReportChart => ({
  id: 'c', tableId: table.id, kind, title: evil, categoryColumn: 'Name', valueColumns: ['Cost', 'Share'], categoryAxisTitle: 'x', valueAxisTitle: 'y', ...more,
});
const report: Report = {
  engineVersion: '1', catalogDate: '2026-10-01', randomSeed: 1, inputHash: 'abc', tableHashes: {}, runState: '', tables: [table], charts: [chart('columnStacked')], warnings: [],
  summary: [{ label: `Cost ${evil}`, value: 1234.5, format: 'money', currency: 'USD' }],
};

describe('a report as a page', () => {
  const html = reportHtml(report, `plan ${evil}`);
  const { document } = new JSDOM(html).window;

  it('has no script, whatever the workbook says, and loads nothing', () => {
    expect(document.querySelectorAll('script, link, img, iframe, [src], [href], [onload]')).toHaveLength(0);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(document.querySelector('h1')?.textContent).toBe(`plan ${evil}`);
  });

  it('shows figures, answers, and every cell as its column says', () => {
    expect(document.querySelector('dd')?.textContent).toBe('USD 1,234.50');
    expect(document.querySelector('.answer')?.textContent).toBe(`It is ${evil}`);
    expect([...document.querySelectorAll('th')].map(head => head.textContent)).toEqual(['Name', 'Cost (USD)', 'At', 'Share']);
    const [first] = document.querySelectorAll('tbody tr');
    expect([...(first?.children ?? [])].map(cell => cell.textContent)).toEqual(['=SUM(A1)', '1,234.50', '2027-01-01 00:00:00 UTC', '25.0%']);
    expect(document.querySelectorAll('svg')).toHaveLength(1);
  });

  it('prints the head of a long table and says how much is left', () => {
    const long = { ...report, tables: [{ ...table, rows: Array.from({ length: 250 }, () => table.rows[0] ?? []) }] };
    const page = new JSDOM(reportHtml(long, 'x')).window.document;
    expect(page.querySelectorAll('tbody tr')).toHaveLength(200);
    expect(page.body.textContent).toContain('50 more rows are in the workbook.');
  });
});

describe('a chart as a picture', () => {
  const shapes = (kind: ReportChart['kind'], name: string, more: Partial<ReportChart> = {}): Element[] =>
    [...new JSDOM(chartSvg(chart(kind, more), table)).window.document.querySelectorAll(`svg > ${name}`)];
  it('has a mark for each point, and one for each series in the legend', () => {
    expect(shapes('line', 'polyline')).toHaveLength(2);
    expect(shapes('areaStacked', 'polygon')).toHaveLength(2);
    // Five categories, two series, two of the legend
    for (const kind of ['columnClustered', 'columnStacked'] as const) expect(shapes(kind, 'rect')).toHaveLength(12);
  });

  it('draws a value twice as high as another twice as far from zero', () => {
    const rows = [['a', 10, null, 0], ['b', 20, null, 0]];
    const { document } = new JSDOM(chartSvg(chart('columnClustered', { valueColumns: ['Cost'] }), { ...table, rows })).window;
    const heights = [...document.querySelectorAll('rect')].slice(0, 2).map(bar => Number(bar.getAttribute('height')));
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(2, 1);
  });

  it('has an axis that holds all values and zero, in round steps', () => {
    expect(axisOf([3, 97])).toEqual({ low: 0, high: 100, step: 20 });
    expect(axisOf([-12, 5])).toEqual({ low: -15, high: 5, step: 5 });
    expect(axisOf([])).toMatchObject({ low: 0 });
    expect(chartSvg(chart('line'), { ...table, rows: [] })).toBe('');
  });
});

describe('a report as text', () => {
  it('keeps Markdown tables whole', () => {
    const text = reportMarkdown(report, 'plan');
    expect(text).toContain('- Cost &lt;script>alert(1)&lt;/script>: **USD 1,234.50**');
    expect(text).toContain('| Name | Cost (USD) | At | Share |\n| --- | ---: | --- | ---: |');
    expect(text).toContain('\\| c |');
  });

  it('writes CSV that no spreadsheet runs, at full precision', () => {
    expect(tableCsv(table).split('\r\n').slice(0, 5)).toEqual([
      'Name,Cost,At,Share', "'=SUM(A1),1234.5,2027-01-01T00:00:00Z,0.25", "'+1,-3,,1", "'-x,0,,", "'@y,1,,0",
    ]);
    expect(ledgerCsv(report)).toBe(tableCsv(table));
    expect(ledgerCsv({ ...report, tables: [] })).toBeNull();
  });
});
