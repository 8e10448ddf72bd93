import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { say, type ComposedChart, type ComposedReport, type ComposedTable } from '../../engine/index.ts';
import { openTestHost, type TestHost } from '../../host/test-addin/open-test-host.ts';
import type { WorkbookSnapshot } from '../../host/workbook/snapshot.ts';
import { readRecord } from './result-record.ts';
import { writeReport } from './write-report.ts';

/** A host that fails one request, or is slow with all of them. */
let host: TestHost;
interface Door {
  postMessage(text: string): void;
}
let door: Door;
let pass: Door['postMessage'];

beforeEach(async () => {
  host = await openTestHost();
  const window = host.pane.window as unknown as Record<string, unknown> & { webkit: { messageHandlers: { Agave: Door } } };
  const { Excel, Office, OfficeExtension } = window;
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  door = window.webkit.messageHandlers.Agave;
  pass = door.postMessage;
});
afterEach(async () => {
  door.postMessage = pass;
  await host.session.idle();
  host.close();
});

interface Message {
  readonly methodId: number;
  readonly callbackId: string;
  readonly params?: { readonly id?: number; readonly apiArgs?: readonly (readonly unknown[])[] };
}
/**
 * By which office.js lets go of its objects once a run is over: it does not wait for the answer, and asks again by itself
 * when there is none. It touches nothing of the workbook.
 */
const isRelease = ({ params }: Message): boolean => {
  const request = JSON.parse(String(params?.apiArgs?.[0]?.[4])) as { readonly Actions: readonly { ActionType: number; Name: string }[] };
  const instantiation = 1;
  const actions = request.Actions.filter(({ ActionType }) => ActionType !== instantiation);
  return actions.length > 0 && actions.every(({ Name }) => Name === '_RemoveReference');
};
/** Of the add-in: office.js tells its own telemetry by the same door, whenever it likes. */
const isRequest = (text: string): boolean => {
  const message = JSON.parse(text) as Message;
  return message.methodId === 1 && message.params?.id === 93 && !text.includes('SendTelemetryEvent') && !isRelease(message);
};

/** How a request fails: Excel refuses it, or does it and its answer is lost. */
type Failure = 'is refused' | 'is done and not answered';

/** Fails the request of that number, from 1. Answers how many were asked. */
function fail(place: number, how: Failure): () => number {
  let count = 0;
  const { OSF } = host.pane.window as unknown as { OSF: { ScriptMessaging: { agaveHostCallback(id: string, payload: unknown): void } } };
  door.postMessage = text => {
    if (!isRequest(text) || ++count !== place) return pass(text);
    const message = JSON.parse(text) as Message;
    if (how === 'is done and not answered') pass(JSON.stringify({ ...message, callbackId: '' }));
    setTimeout(() => OSF.ScriptMessaging.agaveHostCallback(message.callbackId, [0, [5001, ['failed']]]), 50);
  };
  return () => count;
}

const table = (id: string, rowCount: number, factor: number): ComposedTable => ({
  id, sheetName: `Results ${id}`, title: id, question: 'What?', answer: say`It is ${factor}.`, currency: 'USD',
  columns: [{ id: 'Month', title: 'Month', format: 'date' }, { id: 'Cost', title: 'Cost', format: 'money' }],
  rows: Array.from({ length: rowCount }, (_, index) => [`2026-${String(index + 1).padStart(2, '0')}-01`, (index + 1) * factor]),
});
const chart: ComposedChart = {
  id: 'ChartOne', tableId: 'OutOne', kind: 'columnStacked', title: say`Cost`, categoryColumn: 'Month', valueColumns: ['Cost'],
  categoryAxisTitle: say`Month`, valueAxisTitle: say`USD`,
};
const reportOf = (rowCount: number, factor: number): ComposedReport => ({
  engineVersion: '1', catalogDate: '2026-01-01', randomSeed: 1, inputHash: '0', tableHashes: {}, runState: `catalog:2026-01-0${factor}`, summary: [],
  tables: [table('OutOne', rowCount, factor), table('OutTwo', 3, factor), table('OutRunLog', 2, factor)], charts: [chart], warnings: [],
});

/** What an analyst sees of a workbook: cells, tables, names, charts. */
const seen = ({ sheets, names }: WorkbookSnapshot) => ({
  names: names.map(({ name, formula }) => [name, formula]),
  sheets: sheets.map(sheet => ({
    name: sheet.name,
    cells: [...sheet.cells].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value, formula }]) => (value === null && !formula ? [] : [[row, column, value, formula]])),
    ),
    tables: sheet.tables.map(({ name, box, columnNames }) => [name, box, columnNames]),
    charts: sheet.charts.map(({ name, title }) => [name, title]),
  })),
});
const look = async () => {
  await host.session.idle();
  return seen(host.session.takeSnapshot());
};

describe('a request that fails', () => {
  it.each([
    ['is refused', 'the first run'], ['is refused', 'a later run'],
    ['is done and not answered', 'the first run'], ['is done and not answered', 'a later run'],
  ] as const)('leaves the workbook as it was, whichever it is, when it %s in %s', async (how, which) => {
    if (which === 'a later run') await writeReport(reportOf(3, 1), { dateSystem: 1900 });
    const before = await look();
    const report = reportOf(6, 2);
    for (let place = 1; ; place += 1) {
      const asked = fail(place, how);
      const outcome = await writeReport(report, { dateSystem: 1900 }).catch((error: unknown) => error);
      door.postMessage = pass;
      if (asked() < place) {
        // Each request failed once: now it goes through
        expect(outcome).toMatchObject({ status: 'written' });
        expect(place).toBeGreaterThan(10);
        break;
      }
      // An error of office.js, of the pane's own window
      expect(outcome).toMatchObject({ name: 'RichApi.Error' });
      expect([place, await look()]).toEqual([place, before]);
    }
    const written = await look();
    expect(written).not.toEqual(before);
    await writeReport(report, { dateSystem: 1900 });
    expect(await look()).toEqual(written);
  }, 120_000);
});

describe('a pane that is closed in the middle of writing', () => {
  const lend = ({ pane }: TestHost): void => {
    const { Excel, Office, OfficeExtension } = pane.window as unknown as Record<string, unknown>;
    Object.assign(globalThis, { Excel, Office, OfficeExtension });
  };

  it('says so when it is opened again, and a run makes the results whole', async () => {
    const report = reportOf(6, 2);
    let count = 0;
    let isCut: () => void = () => undefined;
    const cut = new Promise<void>(resolve => (isCut = resolve));
    door.postMessage = text => {
      if (!isRequest(text)) return pass(text);
      // Nothing answers from here on
      if (++count <= 10) pass(text);
      else isCut();
    };
    void writeReport(report, { dateSystem: 1900 });
    await cut;
    expect(readRecord().isIncomplete).toBe(true);
    host = await host.reload();
    lend(host);
    await host.run(context => context.sync());
    expect(readRecord().isIncomplete).toBe(true);
    expect((await writeReport(report, { dateSystem: 1900 })).status).toBe('written');
    expect(readRecord().isIncomplete).toBe(false);
    const mended = await look();

    const whole = await openTestHost();
    lend(whole);
    await writeReport(report, { dateSystem: 1900 });
    await whole.session.idle();
    expect(mended.sheets).toEqual(seen(whole.session.takeSnapshot()).sheets);
    whole.close();
    door.postMessage = pass;
  }, 60_000);
});

describe('a slow host', () => {
  it('gets the results written, with progress on the way', async () => {
    door.postMessage = text => void setTimeout(() => pass(text), isRequest(text) ? 100 : 0);
    const fractions: number[] = [];
    const outcome = await writeReport(reportOf(6, 2), { dateSystem: 1900, onProgress: fraction => fractions.push(fraction) });
    expect(outcome.status).toBe('written');
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });
});
