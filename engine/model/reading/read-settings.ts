import type { Issue, IssueLocation } from '../../issue/issue.ts';
import { addMonths, parseIsoDate, type CivilDate, civilDateOf } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import { makeTimeZone, type TimeZone } from '../../quantity/time-zone.ts';
import { readCell, type CellValue } from './cell-value.ts';
import type { ModelInput } from '../model-input.ts';
import { cellLocation, readTable, textColumn } from './read-table.ts';
import { settingSpecs, settingsTable, type SettingId, type TermRule } from '../tables/settings-table.ts';

export interface Settings {
  readonly baseCurrency: string;
  /** Null: see `planStart`. */
  readonly horizonStart: CivilDate | null;
  readonly horizonMonths: number;
  readonly timeZone: TimeZone;
  /** 1-12. */
  readonly firstFiscalMonth: number;
  readonly hasSustainedUse: boolean;
  /** Of what may be bought on the first day, in the base currency; null: no limit. */
  readonly upfrontBudget: number | null;
  readonly termRule: TermRule;
  /** Effective, a year. */
  readonly discountRate: number;
  /** Of the worth of leaving, a year: a judgement; null when not stated. */
  readonly savingVolatility: number | null;
  readonly effortCorrelation: number;
  readonly randomSeed: number;
}

interface ReadSettings {
  readonly settings: Settings;
  readonly issues: readonly Issue[];
}

/** As set, else the first day of the month after the catalog's date: a plan begins in the future of its prices. */
export const planStart = ({ horizonStart }: Settings, catalogDate: string): CivilDate => {
  if (horizonStart) return horizonStart;
  const date = parseIsoDate(catalogDate);
  if (!date.ok) throw new Error(`the catalog has no date: ${catalogDate}`);
  return addMonths({ ...date.value, day: 1 }, 1);
};

/**
 * Settings of the workbook; a value that cannot be read is reported and its default taken, so that the rest is checked
 * too.
 */
export const readSettings = (input: ModelInput): ReadSettings => {
  const { table, issues: tableIssues } = readTable(input, settingsTable);
  const issues = [...tableIssues];
  const values = new Map<SettingId, CellValue>();
  const places = new Map<SettingId, IssueLocation>();
  const name = textColumn(table, 'Setting');
  const valueColumn = table.source?.headers.findIndex(header => header.trim().toLowerCase() === 'value') ?? -1;
  for (const row of table.rows) {
    const spec = settingSpecs.find(setting => setting.id === name(row));
    if (!spec || !table.source) continue;
    const location = cellLocation(table.source, row.index, 'Value');
    places.set(spec.id, location);
    const read = readCell(table.source.rows[row.index]?.[valueColumn] ?? null, spec, input.dateSystem);
    if (read.ok) values.set(spec.id, read.value);
    else issues.push(...read.issues.map(issue => ({ ...issue, location })));
  }
  const value = (id: SettingId): CellValue =>
    values.get(id) ?? settingSpecs.find(setting => setting.id === id)?.defaultValue ?? null;

  const start = value('HorizonStart');
  let zone = makeTimeZone(String(value('TimeZone')));
  if (!zone.ok) {
    const location = places.get('TimeZone');
    issues.push(...zone.issues.map(issue => ({ ...issue, ...(location ? { location } : {}) })));
    zone = makeTimeZone('UTC');
  }
  if (!zone.ok) throw new Error('the platform knows no UTC');
  const settings: Settings = {
    baseCurrency: String(value('BaseCurrency')),
    horizonStart: typeof start === 'number' ? civilDateOf(start / secondsPerDay) : null,
    horizonMonths: Number(value('HorizonMonths')),
    timeZone: zone.value,
    firstFiscalMonth: Number(value('FirstFiscalMonth')),
    hasSustainedUse: value('SustainedUse') === 'yes',
    discountRate: Number(value('DiscountRate')),
    effortCorrelation: Number(value('EffortCorrelation')),
    savingVolatility: value('SavingVolatility') === null ? null : Number(value('SavingVolatility')),
    termRule: value('TermBeyondPlan') as TermRule,
    upfrontBudget: value('UpfrontBudget') === null ? null : Number(value('UpfrontBudget')),
    randomSeed: Number(value('RandomSeed')),
  };
  return { settings, issues };
};
