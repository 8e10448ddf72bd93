import { expect, it } from '@jest/globals';
import { formatFigure } from './format-figure.ts';

it.each([
  [{ value: 1234.5, format: 'money', currency: 'USD' }, 'USD 1,234.50'],
  [{ value: 1234.5, format: 'money', currency: 'JPY' }, 'JPY 1,235'],
  [{ value: 0.2016, format: 'unitPrice', currency: 'USD' }, 'USD 0.2016'],
  [{ value: 0.705, format: 'percent' }, '70.5%'],
  [{ value: 1000, format: 'integer', unit: 'nodes' }, '1,000 nodes'],
  [{ value: 70.0269, format: 'hours', unit: 'h' }, '70.0 h'],
  [{ value: null, format: 'money', currency: 'USD' }, 'unknown'],
] as const)('%j reads %s', (figure, text) => {
  expect(formatFigure(figure)).toBe(text);
});
