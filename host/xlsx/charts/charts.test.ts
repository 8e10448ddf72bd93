import { describe, expect, it } from '@jest/globals';
import type { ChartSnapshot, SeriesSnapshot } from '../../workbook/snapshot.ts';
import { functionNames } from '../function-names.ts';
import { readXlsx } from '../read.ts';
import { sheetOf, workbookOf } from '../test/change-snapshot.ts';
import { packageProblems, unpackText } from '../test/package-problems.ts';
import { writeXlsx } from '../write.ts';
import { columnAt, columnLeft, rowAt, rowTop } from './sheet-geometry.ts';

const functions = functionNames([]);

const series = (column: string, more: Partial<SeriesSnapshot> = {}): SeriesSnapshot => ({
  nameRef: `'My ''data'''!$${column}$1`,
  valuesRef: `'My ''data'''!$${column}$2:$${column}$4`,
  categoriesRef: "'My ''data'''!$A$2:$A$4",
  ...more,
});

const chart = (more: Partial<ChartSnapshot>): ChartSnapshot => ({
  name: 'Chart 1',
  type: 'Line',
  legendPosition: 'Bottom',
  series: [series('B'), series('C')],
  left: 100,
  top: 50,
  width: 300,
  height: 200,
  isFromFile: false,
  isChanged: true,
  ...more,
});

const write = (...charts: readonly ChartSnapshot[]): Uint8Array => {
  const rows = [
    [{ value: 'Month' }, { value: 'A & B' }, { value: 'C' }],
    [{ value: 'Jan' }, { value: 1.5, style: { numberFormat: '0.00' } }, { value: 2 }],
    [{ value: 'Feb' }, { value: null, style: { bold: true } }, { value: '#N/A', isError: true }],
    [{ value: 'Mar' }, { value: 3 }, { value: 'text' }],
  ];
  const bytes = writeXlsx(workbookOf([sheetOf("My 'data'", rows, { charts })]), null, functions);
  expect(packageProblems(bytes)).toEqual([]);
  return bytes;
};

const again = (written: ChartSnapshot): ChartSnapshot => readXlsx(write(written), functions).sheets[0]!.charts[0]!;

describe('a chart written and read again', () => {
  it.each([
    'ColumnClustered',
    'ColumnStacked',
    'ColumnStacked100',
    'BarClustered',
    'BarStacked',
    'BarStacked100',
    'Line',
    'LineStacked',
    'LineStacked100',
    'LineMarkers',
    'LineMarkersStacked',
    'LineMarkersStacked100',
    'Area',
    'AreaStacked',
    'AreaStacked100',
    'XYScatter',
    'XYScatterLines',
    'XYScatterLinesNoMarkers',
    'XYScatterSmooth',
    'XYScatterSmoothNoMarkers',
    'Pie',
    'Doughnut',
  ])('is still a %s', type => expect(again(chart({ type })).type).toBe(type));

  it('keeps its words, formats, colours, series and place', () => {
    const written = chart({
      title: 'Cost <of> "it"\nby month',
      categoryAxisTitle: 'Month & year',
      valueAxisTitle: 'USD',
      categoryNumberFormat: 'mmm "x"',
      valueNumberFormat: '#,##0',
      legendPosition: 'Left',
      series: [series('B', { color: '#C00000', smooth: true }), series('C')],
    });
    expect(again(written)).toEqual({
      ...written,
      series: [
        { ...written.series[0], name: 'A & B' },
        { ...written.series[1], name: 'C' },
      ],
      isFromFile: true,
      isChanged: false,
    });
  });

  it('can do without titles, names and categories', () => {
    const read = again(
      chart({ legendPosition: 'None', series: [{ name: 'by <hand>', valuesRef: "'My ''data'''!$B$2:$B$4" }] }),
    );
    expect(read).toMatchObject({
      legendPosition: 'None',
      series: [{ name: 'by <hand>', valuesRef: "'My ''data'''!$B$2:$B$4" }],
    });
    expect(Object.keys(read)).not.toContain('title');
  });

  it('remembers the cells it shows: blanks are gaps, errors are errors, texts are no numbers', () => {
    const xml = unpackText(write(chart({})), 'xl/charts/chart1.xml');
    expect(xml).toContain(
      '$B$4</c:f><c:numCache><c:formatCode>0.00</c:formatCode><c:ptCount val="3"/>' +
        '<c:pt idx="0"><c:v>1.5</c:v></c:pt><c:pt idx="2"><c:v>3</c:v></c:pt></c:numCache>',
    );
    expect(xml).toContain(
      '<c:ptCount val="3"/><c:pt idx="0"><c:v>2</c:v></c:pt><c:pt idx="1"><c:v>#N/A</c:v></c:pt></c:numCache>',
    );
    expect(xml).toContain('<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>A &amp; B</c:v></c:pt></c:strCache>');
    // Without a format of its own the axis shows the cells'.
    expect(xml).toContain('<c:numFmt formatCode="0.00" sourceLinked="1"/>');
  });

  it('takes colours of the theme in turn, and darker ones when those are used up', () => {
    const xml = unpackText(
      write(chart({ type: 'Area', series: Array.from({ length: 8 }, () => series('B')) })),
      'xl/charts/chart1.xml',
    );
    const fills = [...xml.matchAll(/<c:ser>.*?<a:solidFill>(.*?)<\/a:solidFill>/g)].map(([, color]) => color);
    expect(new Set(fills).size).toBe(8);
    expect(fills[7]).toBe('<a:schemeClr val="accent2"><a:lumMod val="60000"/></a:schemeClr>');
  });

  it('is refused when no reader would draw it', () => {
    expect(() => write(chart({ type: 'Treemap' }))).toThrow(
      'The chart Chart 1 is of a kind that cannot be saved (Treemap).',
    );
  });
});

describe('places on a sheet', () => {
  const geometry = {
    defaultWidth: 48,
    defaultHeight: 15,
    widths: new Map([[1, 100]]),
    heights: new Map([
      [0, 30],
      [3, 0],
    ]),
  };

  it('are the sum of what stands before', () => {
    expect([0, 1, 2, 3].map(column => columnLeft(geometry, column))).toEqual([0, 48, 148, 196]);
    expect([0, 1, 2, 3, 4, 5].map(row => rowTop(geometry, row))).toEqual([0, 30, 45, 60, 60, 75]);
  });

  it('are found again', () => {
    expect(columnAt(geometry, 150)).toEqual({ index: 2, offset: 2 });
    expect(rowAt(geometry, 60)).toEqual({ index: 4, offset: 0 });
    expect(rowAt(geometry, -5)).toEqual({ index: 0, offset: 0 });
  });
});
