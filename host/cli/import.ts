import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import type { CloudCostAutomation, ImportOutcome, ImportReportView, PriceListSource, ProgressView } from '../../addin/automation.ts';
import type { ImportArguments } from './arguments.ts';
import { UsageError } from './arguments.ts';
import { azurePricePages, serviceUrl } from './azure-prices.ts';
import { exitCode } from './exit-code.ts';
import { FileTrouble, isSameFile, readBytes, troubleWith, writeBytes } from './files.ts';
import { openHostedWorkbook } from './hosted-workbook.ts';
import { problemLine } from './problem-line.ts';
import { progressBar } from './progress-bar.ts';
import { settle } from './settle.ts';
import type { Terminal } from './terminal.ts';

/** Large enough to keep the thread that reads it busy. */
const chunkBytes = 1 << 20;

const isoDay = (date: Date): string =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');

function fileSource(file: string): PriceListSource {
  let size: number;
  let saved: Date;
  try {
    ({ size, mtime: saved } = statSync(file));
  } catch (error) {
    throw troubleWith(file, error);
  }
  return {
    name: path.basename(file),
    byteCount: size,
    readOn: isoDay(saved),
    async *chunks() {
      try {
        for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) yield new Uint8Array(chunk as Buffer);
      } catch (error) {
        throw troubleWith(file, error);
      }
    },
  };
}

async function azureSource(
  command: ImportArguments,
  cloudCost: CloudCostAutomation,
  base: URL,
  signal: AbortSignal,
): Promise<PriceListSource> {
  const addresses = await cloudCost.azurePriceAddresses(command);
  if (addresses.length === 0) throw new UsageError('The workbook places nothing on Azure. Name a --region or --node-type.');
  return { name: base.host, byteCount: null, readOn: isoDay(new Date()), chunks: () => azurePricePages(addresses, base, signal) };
}

const countLine = (count: number, text: string): string => `  ${String(count).padStart(9)}  ${text}`;

function reportText({ listTitle, listDetail, ...report }: ImportReportView): string {
  const skipped = report.skipped.map(({ text, count, firstRow }) => countLine(count, `skipped: ${text} (first: row ${firstRow})`));
  const unpriced = report.unpriced.slice(0, 5).map(name => `             ${name}`);
  return [
    [listTitle, listDetail].filter(Boolean).join(': '),
    countLine(report.rowsRead, 'rows read'),
    countLine(report.rowsTaken, 'rows taken'),
    ...skipped,
    ...(report.unpriced.length > 0 ? [countLine(report.unpriced.length, 'prices that lack a component, such as:'), ...unpriced] : []),
  ].join('\n');
}

const writtenText = ({ added, updated, unchanged, kept }: ImportReportView): string =>
  `PriceSheet: ${added} added, ${updated} changed, ${unchanged} unchanged, ${kept} left to prices of your own.`;

function tell(outcome: ImportOutcome, { out }: ImportArguments, terminal: Terminal): number {
  switch (outcome.status) {
    case 'done':
      terminal.print(`${reportText(outcome.report)}\n${writtenText(outcome.report)}`);
      outcome.warnings.forEach(warning => terminal.note(problemLine(warning)));
      terminal.print(`Written: ${out}`);
      return exitCode.done;
    case 'invalid': {
      const count = outcome.problems.length;
      if (outcome.report?.listTitle) terminal.note(`${reportText(outcome.report)}\n`);
      terminal.note(`${count} ${count === 1 ? 'problem' : 'problems'}; nothing was written.\n`);
      outcome.problems.forEach(problem => terminal.note(problemLine(problem)));
      return exitCode.refused;
    }
    case 'cancelled':
      terminal.note('Cancelled; nothing was written.\n');
      return exitCode.interrupted;
    case 'failed':
      terminal.note(`${outcome.message} Nothing was written.\n`);
      return exitCode.refused;
  }
}

/** `cloudcost import`: prices of a list into the PriceSheet of a copy. */
export async function importPriceList(command: ImportArguments, terminal: Terminal, signal: AbortSignal): Promise<number> {
  if (!/\.xlsx$/i.test(command.out)) throw new UsageError(`--out ${command.out}: the result is an .xlsx file.`);
  if (isSameFile(command.inWorkbook, command.out)) throw new UsageError('--out names the workbook itself; the result goes into a copy.');
  const { from } = command;
  // What can go wrong at once goes wrong before the workbook is opened.
  const fromFile = 'file' in from ? fileSource(from.file) : null;
  const base = 'file' in from ? null : serviceUrl(from.url);
  const bytes = readBytes(command.inWorkbook);
  const bar = progressBar(terminal);
  bar.show({ stage: 'open', fraction: 0, text: 'Opening the workbook' });
  const hosted = await openHostedWorkbook(bytes);
  let trouble: unknown = null;
  try {
    const source = fromFile ?? (await azureSource(command, hosted.cloudCost, base!, signal));
    const watched: PriceListSource = {
      ...source,
      async *chunks() {
        try {
          yield* source.chunks();
        } catch (error) {
          trouble = error;
          throw error;
        }
      },
    };
    const options = { selection: command, signal, onProgress: (progress: ProgressView) => bar.show(progress) };
    const outcome = await hosted.cloudCost.importPrices(watched, options);
    if (outcome.status === 'done' && !signal.aborted) {
      await settle(hosted.session);
      writeBytes(command.out, hosted.save());
    }
    bar.clear();
    if (signal.aborted) return tell({ status: 'cancelled' }, command, terminal);
    if (trouble instanceof FileTrouble) throw trouble;
    return tell(outcome, command, terminal);
  } finally {
    bar.clear();
    hosted.close();
  }
}
