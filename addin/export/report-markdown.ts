import type { Report, ReportTable } from '../../engine/index.ts';
import { formatFigure } from '../localization/format-figure.ts';
import { issueMessage } from '../localization/issue-message.ts';
import { translate } from '../localization/translate.ts';
import { captionOf, cellText, isNumeric } from './cell-text.ts';
import { runText } from './run-text.ts';

/** Rows of a table in a summary. */
const mostRows = 20;

const cell = (text: string): string => text.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ').replace(/</g, '&lt;');

/** A run as a summary in Markdown: figures, warnings, and the head of every table. */
export function reportMarkdown(report: Report, title: string): string {
  const figures = report.summary.map(figure => `- ${cell(figure.label)}: **${cell(formatFigure(figure))}**`);
  const warnings = report.warnings.map(issue => `- ${cell(issueMessage(issue))}`);
  return [
    `# ${cell(title)}`,
    runText(report),
    ...(figures.length > 0 ? [figures.join('\n')] : []),
    ...(warnings.length > 0 ? [`## ${translate('report-warnings')}`, warnings.join('\n')] : []),
    ...report.tables.flatMap(tableText),
  ].join('\n\n') + '\n';
}

function tableText({ title, question, answer, columns, rows }: ReportTable): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = line(columns.map(column => cell(captionOf(column))));
  const rule = line(columns.map(column => (isNumeric(column) ? '---:' : '---')));
  const body = rows.slice(0, mostRows).map(row => line(columns.map((column, index) => cell(cellText(row[index], column)))));
  const left = rows.length - mostRows;
  return [
    `## ${cell(title)}`,
    `*${cell(question)}* ${cell(answer)}`,
    [head, rule, ...body].join('\n'),
    ...(left > 0 ? [translate('report-more-rows', { count: left })] : []),
  ];
}
