import type { Report, ReportCell, ReportColumn, ReportTable } from '../../engine/index.ts';
import { formatFigure } from '../localization/format-figure.ts';
import { issueMessage } from '../localization/issue-message.ts';
import { displayLanguage, translate } from '../localization/translate.ts';
import { captionOf, cellText, isNumeric } from './cell-text.ts';
import { chartSvg } from './chart-svg.ts';
import { escapeHtml } from './escape-html.ts';
import { runText } from './run-text.ts';

/** Rows of a table that are printed; a page of thousands is read by nobody. */
const mostRows = 200;

const style = `
body{font:14px/1.45 "Segoe UI",system-ui,sans-serif;color:#1b1b1b;margin:32px auto;max-width:1100px;padding:0 24px}
h1{color:#0f3a5f;margin-bottom:4px}h2{color:#0f3a5f;margin:36px 0 2px;break-after:avoid}
.question{font-style:italic;color:#555;margin:0}.answer{font-weight:600;margin:4px 0 12px}.note{color:#555;font-size:12px}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:8px;padding:0;margin:16px 0}
.figures div{border:1px solid #d5d5d5;border-radius:4px;padding:8px 12px}.figures dt{color:#555}.figures dd{margin:0;font-size:18px;font-weight:600}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:12px;min-width:50%}th{background:#0f6cbd;color:#fff;text-align:left;padding:4px 8px}
td{padding:3px 8px;border-bottom:1px solid #e3e3e3;vertical-align:top}.number{text-align:right;font-variant-numeric:tabular-nums}
svg{width:100%;max-width:760px;height:auto;break-inside:avoid}ul{padding-left:20px}
@media print{body{margin:0;max-width:none;padding:0}.wide{overflow:visible}table{font-size:9px}tr{break-inside:avoid}thead{display:table-header-group}}`;

/** A run as a page that stands alone: it prints, opens offline, and loads nothing. `title` is the workbook's name. */
export function reportHtml(report: Report, title: string): string {
  const figures = report.summary.map(figure => `<div><dt>${escapeHtml(figure.label)}</dt><dd>${escapeHtml(formatFigure(figure))}</dd></div>`);
  const warnings = report.warnings.map(issue => `<li>${escapeHtml(issueMessage(issue))}</li>`);
  return [
    `<!doctype html><html lang="${displayLanguage()}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title><style>${style}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="note">${escapeHtml(runText(report))}</p>`,
    figures.length > 0 ? `<dl class="figures">${figures.join('')}</dl>` : '',
    warnings.length > 0 ? `<h2>${escapeHtml(translate('report-warnings'))}</h2><ul>${warnings.join('')}</ul>` : '',
    ...report.tables.map(table => tableSection(table, report)),
    '</body></html>\n',
  ].join('\n');
}

/** The darker, the more: on paper too. */
function shadeOf(cell: ReportCell | undefined, { format }: ReportColumn): string {
  if (format !== 'heat' || typeof cell !== 'number') return '';
  const strength = Math.round(Math.min(1, Math.max(0, cell)) * 100);
  return ` style="background:color-mix(in srgb,#4292c6 ${strength}%,#f7fbff);color:#111;print-color-adjust:exact"`;
}

function tableSection(table: ReportTable, { charts }: Report): string {
  const { title, question, answer, columns, rows } = table;
  const heads = columns.map(column => `<th scope="col"${isNumeric(column) ? ' class="number"' : ''}>${escapeHtml(captionOf(column))}</th>`);
  const body = rows.slice(0, mostRows).map(row => {
    const cells = columns.map((column, index) =>
      `<td${isNumeric(column) ? ' class="number"' : ''}${shadeOf(row[index], column)}>${escapeHtml(cellText(row[index], column))}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const left = rows.length - mostRows;
  return [
    `<section><h2>${escapeHtml(title)}</h2><p class="question">${escapeHtml(question)}</p><p class="answer">${escapeHtml(answer)}</p>`,
    ...charts.filter(({ tableId }) => tableId === table.id).map(chart => `<h3>${escapeHtml(chart.title)}</h3>${chartSvg(chart, table)}`),
    `<div class="wide"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`,
    left > 0 ? `<p class="note">${escapeHtml(translate('report-more-rows', { count: left }))}</p>` : '',
    '</section>',
  ].join('\n');
}
