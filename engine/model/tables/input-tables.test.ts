import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readCell } from '../reading/cell-value.ts';
import { resultTables } from '../../report/result-tables.ts';
import { inputTables, workbookTemplates } from './input-tables.ts';
import { settingSpecs } from './settings-table.ts';
import { tableTemplate } from './table-template.ts';

const columns = inputTables.flatMap(table =>
  table.columns.map(column => ({ table, column, name: `${table.id}.${column.id}` })),
);
/** `T4`, `A100`, `H100` would be cells: letters up to XFD and digits. */
const looksLikeCell = /^[A-Z]{1,3}\d+$/i;

describe('the input tables', () => {
  it('have names a structured reference can hold, and none that is a cell', () => {
    for (const name of [...inputTables.map(({ id }) => id), ...columns.map(({ column }) => column.id)]) {
      expect(name).toMatch(/^[A-Z][A-Za-z0-9]*$/);
      expect(name).not.toMatch(looksLikeCell);
    }
    expect(new Set(inputTables.map(({ id }) => id.toLowerCase())).size).toBe(inputTables.length);
    for (const { columns: own } of inputTables)
      expect(new Set(own.map(({ id }) => id.toLowerCase())).size).toBe(own.length);
  });

  it('describe every table, column and setting in a sentence', () => {
    for (const { description } of [...inputTables, ...columns.map(({ column }) => column), ...settingSpecs])
      expect(description).toMatch(/^.{10,}[.)]$|^.{3,}\.$/);
    for (const { question } of inputTables) expect(question).toMatch(/\?$/);
  });

  it('refer to key columns that exist', () => {
    for (const { column, name } of columns) {
      for (const { tableId, columnId } of column.references ?? []) {
        const target = inputTables.find(({ id }) => id === tableId);
        expect([name, target?.columns.some(({ id }) => id === columnId)]).toEqual([name, true]);
      }
    }
    for (const { key, columns: own } of inputTables)
      for (const id of key) expect(own.map(column => column.id)).toContain(id);
  });

  it('have defaults that their own rules accept', () => {
    for (const { column, name } of columns) {
      if (!column.default) continue;
      expect([name, readCell(column.default.value, column, 1900)]).toEqual([
        name,
        { ok: true, value: column.default.value },
      ]);
      expect([name, column.isRequired]).toEqual([name, false]);
    }
    for (const setting of settingSpecs)
      if (setting.defaultValue !== null) expect(readCell(setting.defaultValue, setting, 1900).ok).toBe(true);
  });

  it('name for every default its row of the assumptions register, or the definition it follows from', () => {
    const register = existsSync('docs/assumptions.md') ? readFileSync('docs/assumptions.md', 'utf8') : '';
    for (const { column, name } of columns) {
      if (!column.default) continue;
      const { source } = column.default;
      const isKnown = source.startsWith('definition: ') || new RegExp(`\\|\\s*${source}\\s*\\|`).test(register);
      expect([name, source, isKnown]).toEqual([name, source, true]);
    }
  });

  it('fit their choices into an Excel drop-down', () => {
    for (const { column } of columns) expect((column.choices ?? []).join(',').length).toBeLessThanOrEqual(255);
  });

  it('appear in templates that hold every table they refer to', () => {
    for (const { id, tableIds } of workbookTemplates) {
      for (const tableId of tableIds)
        expect([id, tableId, inputTables.some(table => table.id === tableId)]).toEqual([id, tableId, true]);
      if (!tableIds.includes('Placements')) continue;
      for (const { table, column } of columns.filter(
        each => tableIds.includes(each.table.id) && each.column.references,
      )) {
        const targets = column.references?.map(({ tableId }) => tableId) ?? [];
        expect([id, table.id, column.id, targets.some(target => tableIds.includes(target))]).toEqual([
          id,
          table.id,
          column.id,
          true,
        ]);
      }
    }
    expect(new Set(workbookTemplates.flatMap(({ tableIds }) => tableIds))).toEqual(
      new Set(inputTables.map(({ id }) => id)),
    );
  });
});

describe('a template', () => {
  it('has a caption, a format and a rule for each column', () => {
    const farm = tableTemplate(inputTables.find(({ id }) => id === 'FarmJobs') as (typeof inputTables)[number]);
    const nodes = farm.columns.find(({ header }) => header === 'Nodes');
    expect(nodes).toMatchObject({
      title: 'Planned nodes',
      unit: 'nodes',
      numberFormat: '0',
      validation: { kind: 'whole', minimum: 1 },
    });
    expect(farm.columns.find(({ header }) => header === 'WorkUnit')?.validation).toEqual({
      kind: 'list',
      choices: ['core-hours', 'gpu-hours'],
      isOpen: false,
    });
    expect(farm.rows).toEqual([farm.columns.map(() => null)]);
  });

  it('of Settings starts with every setting', () => {
    const settings = tableTemplate(inputTables[0] as (typeof inputTables)[number]);
    expect(settings.rows.map(([id, value]) => [id, value])).toEqual(
      settingSpecs.map(({ id, defaultValue }) => [id, defaultValue]),
    );
  });
});

describe('the result tables', () => {
  it('have names that are no cells, columns told apart, and a description each', () => {
    for (const { id, columns: own, description, question, sheetName } of resultTables) {
      expect(id).toMatch(/^Out[A-Z][A-Za-z]*$/);
      expect(sheetName).toMatch(/^Results /);
      expect(question).toMatch(/\?$/);
      expect(description.length).toBeGreaterThan(10);
      expect(new Set(own.map(column => column.id.toLowerCase())).size).toBe(own.length);
      for (const column of own) {
        expect(column.id).not.toMatch(looksLikeCell);
        expect(column.description).toMatch(/\.$/);
      }
    }
  });
});
