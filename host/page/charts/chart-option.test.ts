import { describe, expect, it } from '@jest/globals';
import type { ChartSnapshot } from '../../workbook/snapshot.ts';
import { axisNumber } from './axis-number.ts';
import { readChart, type ChartCell } from './chart-data.ts';
import { chartOption } from './chart-option.ts';
import { lightPalette } from './chart-palette.ts';
import { chartShape } from './chart-shape.ts';

const cells = (...values: ChartCell['value'][]): ChartCell[] => values.map((value) => ({ value, text: String(value ?? '') }));

const sheet: Record<string, ChartCell[]> = {
  'Out!$A$1:$A$3': cells(10, 20, 30),
  'Out!$B$1:$B$3': cells(1, '#N/A', 3),
  'Out!$C$1:$C$3': cells(3, 4, 1),
  'Out!$B$0': cells('Cost'),
};
const read = (reference: string): ChartCell[] => sheet[reference] ?? [];

const chart = (type: string, more: Partial<ChartSnapshot> = {}): ChartSnapshot => ({
  name: 'Chart 1',
  type,
  title: 'Cost by month',
  categoryAxisTitle: 'Month',
  valueAxisTitle: 'USD',
  series: [
    { nameRef: 'Out!$B$0', valuesRef: 'Out!$B$1:$B$3', categoriesRef: 'Out!$A$1:$A$3' },
    { name: 'Other', valuesRef: 'Out!$C$1:$C$3', categoriesRef: 'Out!$A$1:$A$3', color: '#123456' },
  ],
  left: 0,
  top: 0,
  width: 360,
  height: 216,
  isFromFile: false,
  isChanged: false,
  ...more,
});

interface Drawn {
  title: { text: string };
  xAxis: { type: string; name: string; data?: string[] };
  yAxis: { type: string; name: string };
  series: { name: string; type: string; stack?: string; areaStyle?: object; data: unknown[] }[];
}

function drawn(type: string, more?: Partial<ChartSnapshot>): Drawn {
  const snapshot = chart(type, more);
  const shape = chartShape(type);
  if (!shape) throw new Error(`${type} is not drawn`);
  const data = readChart(snapshot, read);
  return chartOption({ chart: snapshot, shape, data, palette: lightPalette, language: 'en-US' }) as unknown as Drawn;
}

describe('a chart over the grid', () => {
  it('has the title, the axis titles, the categories and the names of its series', () => {
    const { title, xAxis, yAxis, series } = drawn('ColumnClustered');
    expect(title.text).toBe('Cost by month');
    expect(xAxis).toMatchObject({ type: 'category', name: 'Month', data: ['10', '20', '30'] });
    expect(yAxis).toMatchObject({ type: 'value', name: 'USD' });
    expect(series.map(({ name }) => name)).toEqual(['Cost', 'Other']);
  });

  it('leaves a gap for a value that is no number', () => {
    expect(drawn('Line').series[0]?.data).toEqual([1, null, 3]);
  });

  it('stacks columns and areas only when the type says so', () => {
    expect(drawn('ColumnClustered').series.map(({ stack }) => stack)).toEqual([undefined, undefined]);
    expect(drawn('ColumnStacked').series.map(({ stack }) => stack)).toEqual(['all', 'all']);
    expect(drawn('AreaStacked').series[0]).toMatchObject({ type: 'line', stack: 'all', areaStyle: {} });
  });

  it('shows parts of a whole when stacked to 100 %', () => {
    // First category: 1 of 1 + 3; second: the gap counts nothing, 4 of 4; third: 3 of 3 + 1.
    expect(drawn('ColumnStacked100').series.map(({ data }) => data)).toEqual([[0.25, null, 0.75], [0.75, 1, 0.25]]);
  });

  it('puts a scatter chart between two axes of numbers', () => {
    const { xAxis, yAxis, series } = drawn('XYScatterLines');
    expect([xAxis.type, yAxis.type]).toEqual(['value', 'value']);
    expect(series[1]).toMatchObject({ type: 'line', data: [[10, 3], [20, 4], [30, 1]] });
    expect(drawn('XYScatter').series[1]?.type).toBe('scatter');
  });

  it('lays bars along the vertical axis', () => {
    expect(drawn('BarClustered').yAxis).toMatchObject({ type: 'category', name: 'Month' });
  });

  it('does not pretend to draw what it cannot', () => {
    expect(chartShape('Surface')).toBeNull();
    expect(chartShape('RadarFilled')).toBeNull();
  });

  it('survives a reference that points nowhere any more', () => {
    const series = [{ name: 'Gone', valuesRef: '#REF!' }];
    expect(drawn('Line', { series }).series[0]?.data).toEqual([]);
  });
});

describe('axis labels', () => {
  it.each([
    ['#,##0', 1234567, '1,234,567'],
    ['0%', 0.25, '25%'],
    ['0.00', 1.5, '1.5'],
    ['"USD" #,##0.00', 1234.5, 'USD 1,234.5'],
    ['#,##0 "h"', 1500, '1,500 h'],
    ['[$€-407] #,##0', 12, '€ 12'],
    ['[Red]#,##0', 12, '12'],
    ['General', 0.123456789, '0.123457'],
    [undefined, 12, '12'],
  ])('%s of %d reads %s', (format, value, expected) => {
    expect(axisNumber(format, 'en-US')(value).trim()).toBe(expected);
  });
});
