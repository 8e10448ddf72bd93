import { isMet } from './benchmark.ts';
import type { Figure, Finding, Measured, Unit } from './benchmark.ts';
import type { Machine } from './machine.ts';
import type { Outcome } from './outcome.ts';

/** The machine in two lines, and a warning when it is busy. */
export function machineText({ processor, processorCount, memoryGib, system, load, versions }: Machine): string {
  const programs = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const busy = load > processorCount / 2 ? `\nOther programs are at work here (load ${load}): times and ratios are unsteady.` : '';
  return `${processorCount} x ${processor}, ${memoryGib} GiB, ${system}, load ${load}\n${programs.join(' · ')}${busy}`;
}

/** One benchmark as a Markdown table: it reads well on a terminal, and stands in README.md as it is. */
export function outcomeText({ name, title, findings, skipped, failure }: Outcome): string {
  const heading = `### ${name}: ${title}\n`;
  if (skipped !== undefined) return `${heading}\nSkipped: ${skipped}\n`;
  if (failure !== undefined) return `${heading}\nFailed: ${failure}\n`;
  const rows = [['', 'ours', 'reference', 'figure', 'goal', ''], ...findings.map(findingRow)];
  const notes = findings.flatMap(({ what, note }) => (note === undefined ? [] : [`- ${what}: ${note}`]));
  return `${heading}\n${table(rows)}\n${notes.length ? `\n${notes.join('\n')}\n` : ''}`;
}

/** How many goals were met and missed; a missed one is named. */
export function verdictText(outcomes: readonly Outcome[]): string {
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  const judged = findings.flatMap(({ what, figure }) => (figure ? [{ what, figure }] : []));
  const met = judged.filter(({ figure }) => isMet(figure) === true);
  const missed = judged.filter(({ figure }) => isMet(figure) === false);
  const lines = [`${met.length} goals met, ${missed.length} missed.`, ...missed.map(({ what, figure }) => `Missed: ${what}: ${goalText(figure)}, is ${amountText(figure)}`)];
  for (const { name, skipped, failure } of outcomes) {
    if (skipped !== undefined) lines.push(`Skipped: ${name}: ${skipped}`);
    if (failure !== undefined) lines.push(`Failed: ${name}: ${failure}`);
  }
  return lines.join('\n');
}

const findingRow = ({ what, ours, reference, figure }: Finding): readonly string[] => [
  what,
  measuredText(ours),
  reference ? `${measuredText(reference.measured)} ${reference.name}` : '',
  figure ? amountText(figure) : '',
  figure ? goalText(figure) : '',
  figure ? { true: 'met', false: '**missed**', null: '' }[String(isMet(figure)) as 'true' | 'false' | 'null'] : '',
];

const goalText = (figure: Figure): string =>
  figure.atMost === undefined ? '' : `at most ${amountText({ value: figure.atMost, unit: figure.unit })}`;

function measuredText({ value, unit, lowest, highest }: Measured): string {
  const spread = lowest === undefined || highest === undefined ? '' : ` (${numberText(lowest, unit)}-${numberText(highest, unit)})`;
  return `${amountText({ value, unit })}${spread}`;
}

const amountText = ({ value, unit }: { readonly value: number; readonly unit: Unit }): string =>
  `${numberText(value, unit)}${unit === 'x' || unit === '%' ? unit : ` ${unit}`}`;

/** Three digits that count; more would be noise. */
function numberText(value: number, unit: Unit): string {
  if (unit === 'x') return value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
  const digits = Math.max(3, Math.ceil(Math.log10(Math.max(Math.abs(value), 1))));
  return Number(value.toPrecision(digits)).toLocaleString('en-US', { maximumFractionDigits: 6 });
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => `| ${row.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  const [header = [], ...body] = rows;
  return [line(header), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join('\n');
}
