import type { ComposedChart, ComposedReport, ComposedTable, Report, ReportChart, ReportTable } from '../../engine/index.ts';
import { translateText, type ReportWords } from './translate.ts';

const tableInWords = (table: ComposedTable, words: ReportWords): ReportTable => ({
  ...table,
  title: words(table.title),
  question: words(table.question),
  answer: words(table.answer),
  columns: table.columns.map(column => ({
    ...column,
    title: words(column.title),
    ...(column.unit === undefined ? {} : { unit: words(column.unit) }),
  })),
});

const chartInWords = ({ series, ...chart }: ComposedChart, words: ReportWords): ReportChart => ({
  ...chart,
  title: words(chart.title),
  categoryAxisTitle: words(chart.categoryAxisTitle),
  valueAxisTitle: words(chart.valueAxisTitle),
  ...(series && { series: series.map(each => ({ ...each, name: words(each.name) })) }),
});

/**
 * A report as it is read in a language, that of the display if none is given. Names of tables and columns, and the texts of
 * rows, are the same in every language: formulas look for them.
 */
export const reportInWords = (report: ComposedReport, words: ReportWords = translateText): Report => ({
  ...report,
  summary: report.summary.map(figure => ({ ...figure, label: words(figure.label) })),
  tables: report.tables.map(table => tableInWords(table, words)),
  charts: report.charts.map(chart => chartInWords(chart, words)),
});
