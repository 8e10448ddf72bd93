import { parseArgs } from 'node:util';
import type { ExportOptions, SimulationOptions } from '../../addin/automation.ts';

/** Languages of what is said and of how results are headed, as BCP 47. */
const languages = { en: 'en-US', ko: 'ko-KR' } as const;
type Language = (typeof languages)[keyof typeof languages];

export interface RunArguments {
  readonly command: 'run';
  readonly workbook: string;
  readonly out: string;
  readonly language: Language;
}
/** `pdf`: the page, printed by a browser. `values`: the workbook for somebody without the add-in. */
export type ReportFormat = ExportOptions['format'] | 'pdf' | 'values';
export interface ReportArguments {
  readonly command: 'report';
  readonly workbook: string;
  readonly out: string;
  readonly format: ReportFormat;
  /** Result table of a CSV; null: the ledger. */
  readonly table: string | null;
  /** The ledger by the hour. */
  readonly isHourly: boolean;
  readonly language: Language;
}
export interface EvalArguments {
  readonly command: 'eval';
  readonly formula: string;
  readonly inWorkbook: string | null;
  readonly sheet: string | null;
  readonly asJson: boolean;
}
export interface PricesArguments {
  readonly command: 'prices';
  readonly words: readonly string[];
  readonly asJson: boolean;
}
export interface ImportArguments {
  readonly command: 'import';
  /** A price list on disk, or a service to ask. */
  readonly from: { readonly file: string } | { readonly service: 'azure'; readonly url: string | null };
  readonly inWorkbook: string;
  readonly out: string;
  readonly regions: readonly string[];
  readonly nodeTypes: readonly string[];
  readonly operatingSystems: readonly string[];
}
export interface SimulateArguments {
  readonly command: 'simulate';
  /** A job log, gzip or plain. */
  readonly log: string;
  /** Null: what the log says. */
  readonly nodes: number | null;
  readonly policy: SimulationOptions['policy'];
  readonly department: NonNullable<SimulationOptions['department']>;
  readonly jobs: string | null;
  readonly asJson: boolean;
}
export interface FunctionsArguments {
  readonly command: 'functions';
  readonly asJson: boolean;
}
export interface ServeArguments {
  readonly command: 'serve';
  readonly port: number | null;
  readonly open: boolean;
  readonly forExcel: boolean;
}
export interface HelpArguments {
  readonly command: 'help';
  readonly topic: string | null;
}
export type CommandArguments =
  | RunArguments | ReportArguments | EvalArguments | PricesArguments | ImportArguments | SimulateArguments | FunctionsArguments
  | ServeArguments | HelpArguments;

/** Wrong words on the command line: `message` says which, and what would be right. */
export class UsageError extends Error {}

const options = {
  out: { type: 'string', short: 'o' },
  in: { type: 'string', short: 'i' },
  sheet: { type: 'string' },
  table: { type: 'string' },
  hourly: { type: 'boolean' },
  json: { type: 'boolean' },
  language: { type: 'string' },
  port: { type: 'string' },
  open: { type: 'boolean' },
  excel: { type: 'boolean' },
  region: { type: 'string', multiple: true },
  'node-type': { type: 'string', multiple: true },
  os: { type: 'string', multiple: true },
  refresh: { type: 'string' },
  url: { type: 'string' },
  swf: { type: 'string' },
  nodes: { type: 'string' },
  policy: { type: 'string' },
  department: { type: 'string' },
  jobs: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const optionsOf: Readonly<Record<string, readonly (keyof typeof options)[]>> = {
  run: ['out', 'language'],
  report: ['out', 'table', 'hourly', 'language'],
  eval: ['in', 'sheet', 'json'],
  prices: ['json'],
  import: ['in', 'out', 'region', 'node-type', 'os', 'refresh', 'url'],
  simulate: ['swf', 'nodes', 'policy', 'department', 'jobs', 'json'],
  functions: ['json'],
  serve: ['port', 'open', 'excel'],
  help: [],
};

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError(`--port ${text}: not a port number.`);
  return port;
}

/** `--region eastus --region westus3,japaneast`: each word, however it was given. */
const names = (given: readonly string[] = []): string[] =>
  given.flatMap(text => text.split(',')).map(name => name.trim()).filter(name => name !== '');

function importArguments(values: ReturnType<typeof parsed>['values'], rest: readonly string[]): ImportArguments {
  const { in: inWorkbook, out, refresh, url = null } = values;
  if (inWorkbook === undefined || out === undefined)
    throw new UsageError('cloudcost import needs --in WORKBOOK and --out FILE: the workbook whose prices grow, and the copy to write.');
  if (refresh !== undefined && refresh !== 'azure')
    throw new UsageError(`--refresh ${refresh}: only azure can be asked without an account; download other lists and name the file.`);
  if (refresh === undefined && url !== null) throw new UsageError('--url goes with --refresh.');
  if (rest.length !== (refresh === undefined ? 1 : 0))
    throw new UsageError(`cloudcost import takes one price list, or none with --refresh; ${rest.length} given.`);
  return {
    command: 'import',
    from: refresh === undefined ? { file: rest[0]! } : { service: 'azure', url },
    inWorkbook,
    out,
    regions: names(values.region),
    nodeTypes: names(values['node-type']),
    operatingSystems: names(values.os),
  };
}

function oneOf<Word extends string>(option: string, word: string, words: readonly Word[]): Word {
  const found = words.find(known => known === word.toLowerCase());
  if (found === undefined) throw new UsageError(`--${option} ${word}: one of ${words.join(', ')}.`);
  return found;
}

const languageOf = ({ language = 'en' }: ReturnType<typeof parsed>['values']): Language =>
  languages[oneOf('language', language, Object.keys(languages) as (keyof typeof languages)[])];

const formats: Readonly<Record<string, ReportArguments['format']>> = {
  html: 'html', htm: 'html', md: 'markdown', csv: 'csv', pdf: 'pdf', xlsx: 'values',
};

function reportArguments(values: ReturnType<typeof parsed>['values'], workbook: string): ReportArguments {
  const { out, table, hourly = false } = values;
  if (out === undefined) throw new UsageError('cloudcost report needs --out FILE: an .html, .pdf, .md, .csv or .xlsx file to write.');
  const format = formats[/\.(\w+)$/.exec(out)?.[1]?.toLowerCase() ?? ''];
  if (format === undefined) throw new UsageError(`--out ${out}: a report is an .html, .pdf, .md, .csv or .xlsx file.`);
  if (table !== undefined && format !== 'csv') throw new UsageError('--table goes with a .csv file.');
  if (hourly && (format !== 'csv' || table !== undefined)) throw new UsageError('--hourly is the ledger by the hour: a .csv file, without --table.');
  return { command: 'report', workbook, out, format, table: table ?? null, isHourly: hourly, language: languageOf(values) };
}

const policies: readonly SimulationOptions['policy'][] = ['fcfs', 'easy', 'conservative', 'sjf', 'fair-share'];
const departments: readonly NonNullable<SimulationOptions['department']>[] = ['user', 'group', 'queue', 'partition'];

function simulateArguments(values: ReturnType<typeof parsed>['values'], rest: readonly string[]): SimulateArguments {
  const { swf, nodes, policy = 'easy', department = 'group', jobs = null, json = false } = values;
  if (swf === undefined) throw new UsageError('cloudcost simulate needs --swf LOG: a job log in the Standard Workload Format.');
  if (rest.length > 0) throw new UsageError(`cloudcost simulate takes options only; ${rest.length} more given.`);
  const nodeCount = nodes === undefined ? null : Number(nodes);
  if (nodeCount !== null && !(Number.isInteger(nodeCount) && nodeCount >= 1 && nodeCount < 2 ** 31))
    throw new UsageError(`--nodes ${nodes}: a whole number of 1 or more.`);
  return {
    command: 'simulate',
    log: swf,
    nodes: nodeCount,
    policy: oneOf('policy', policy, policies),
    department: oneOf('department', department, departments),
    jobs,
    asJson: json,
  };
}

/** The words after `cloudcost`, understood. Throws UsageError. */
export function parseArguments(words: readonly string[]): CommandArguments {
  const { values, positionals } = parsed(words);
  const [command = 'help', ...rest] = positionals;
  const allowed = optionsOf[command];
  if (!allowed) throw new UsageError(`There is no command "${command}". Commands: ${Object.keys(optionsOf).join(', ')}.`);
  if (values.help) return { command: 'help', topic: command === 'help' ? null : command };
  for (const name of Object.keys(values) as (keyof typeof options)[])
    if (!allowed.includes(name)) throw new UsageError(`cloudcost ${command} has no option --${name}.`);

  const one = (what: string): string => {
    if (rest.length !== 1) throw new UsageError(`cloudcost ${command} takes one ${what}; ${rest.length} given.`);
    return rest[0]!;
  };
  switch (command) {
    case 'run':
      if (values.out === undefined) throw new UsageError('cloudcost run needs --out FILE: the copy to write.');
      return { command, workbook: one('workbook'), out: values.out, language: languageOf(values) };
    case 'report':
      return reportArguments(values, one('workbook'));
    case 'eval':
      return {
        command,
        formula: one('formula (in quotes)'),
        inWorkbook: values.in ?? null,
        sheet: values.sheet ?? null,
        asJson: values.json ?? false,
      };
    case 'prices':
      return { command, words: rest, asJson: values.json ?? false };
    case 'import':
      return importArguments(values, rest);
    case 'simulate':
      return simulateArguments(values, rest);
    case 'functions':
      return { command, asJson: values.json ?? false };
    case 'serve':
      if (values.open && values.excel) throw new UsageError('cloudcost serve --excel serves Excel; --open is for the browser page.');
      return {
        command,
        port: values.port === undefined ? null : portNumber(values.port),
        open: values.open ?? false,
        forExcel: values.excel ?? false,
      };
    default:
      return { command: 'help', topic: rest[0] ?? null };
  }
}
