import type { FUniver } from '@univerjs/core/facade';
// They add floating elements and measures to the worksheet facade.
import type {} from '@univerjs/sheets-drawing-ui/facade';
import type {} from '@univerjs/sheets-ui/facade';
import type {} from '@univerjs/sheets/facade';
import type {} from '@univerjs/ui/facade';
import { createElement, type ReactElement } from 'react';
import type { ChartEvent } from '../../session.ts';
import { parseAddress } from '../../workbook/address.ts';
import type { ChartCell } from './chart-data.ts';
import { ChartFace, type ChartSource } from './chart-face.tsx';

/** The charts of one open workbook, floating over its grid. */
export interface ChartLayer {
  /** Draws a chart that came or changed, takes one away that went. */
  follow(event: ChartEvent): void;
  redraw(): void;
  dispose(): void;
}

const componentKey = 'CloudCostChart';
/** An add-in sets a chart's properties one after another: draw once they are all set. */
const settleMs = 60;
/** So does a calculation: many cells, one picture. */
const redrawMs = 150;
/** Mutations after which cells stand elsewhere or have other sizes. */
const changesGrid = /mutation\.(set-worksheet-(col-width|row-height|row-auto-height|row-is-auto-height)|(insert|remove)-(row|col))/;
const pixelsPerPoint = 1 / 0.75;

export function createChartLayer(api: FUniver, isDark: () => boolean): ChartLayer {
  const charts = new Map<string, ChartEvent>();
  const drawn = new Map<string, { dispose(): void; readonly place: string }>();
  const due = new Set<string>();
  const listeners = new Set<() => void>();
  let redrawTimer: ReturnType<typeof setTimeout> | undefined;

  const source: ChartSource = {
    chart: (id) => charts.get(id)?.chart ?? null,
    read: (reference) => readReference(api, reference),
    isDark,
    onRedraw(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const face = ({ data }: { data?: { chartId: string } }): ReactElement | null =>
    data ? createElement(ChartFace, { id: data.chartId, source }) : null;

  const redraw = (): void => {
    clearTimeout(redrawTimer);
    redrawTimer = setTimeout(() => listeners.forEach((draw) => draw()), redrawMs);
  };
  // Univer's formula parts exist only once it holds a workbook, and that one announces its charts while it is made.
  const subscriptions: { dispose(): void }[] = [];
  const subscribe = (): void => {
    if (subscriptions.length > 0) return;
    subscriptions.push(
      api.registerComponent(componentKey, face),
      api.addEvent(api.Event.SheetValueChanged, redraw),
      api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => placeAll(activeSheet.getSheetId())),
      api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
        if (changesGrid.test(id)) placeAgain((params as { subUnitId?: string } | undefined)?.subUnitId);
      }),
      api.getFormula().calculationResultApplied(redraw),
    );
  };

  /** On the active sheet alone: Univer takes the widths of its columns for those of any other sheet. */
  function place(id: string): void {
    due.delete(id);
    const placed = charts.get(id);
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    if (!placed || sheet?.getSheetId() !== placed.sheetId) return;
    const { left, top, width, height } = placed.chart;
    const position = `${placed.sheetId} ${left} ${top} ${width} ${height}`;
    if (drawn.get(id)?.place === position) return redraw();
    drawn.get(id)?.dispose();
    // Univer counts from the corner of its canvas, Excel from the first cell.
    const skeleton = sheet.getSkeleton();
    // A workbook just opened is not drawn yet.
    if (!skeleton) return placeSoon(id);
    const { rowHeaderWidthAndMarginLeft: x, columnHeaderHeightAndMarginTop: y } = skeleton;
    const initPosition = {
      startX: x + left * pixelsPerPoint,
      endX: x + (left + width) * pixelsPerPoint,
      startY: y + top * pixelsPerPoint,
      endY: y + (top + height) * pixelsPerPoint,
    };
    // A chart moved by hand would have to move in the file as well; this page does not offer it.
    const data = { chartId: id };
    const floating = sheet.addFloatDomToPosition({ componentKey, initPosition, allowTransform: false, data });
    if (floating) drawn.set(id, { dispose: floating.dispose, place: position });
    else placeSoon(id);
  }

  /** Univer hangs a floating element on cells; a chart keeps its place and size in points when those change theirs. */
  function placeAgain(sheetId: string | undefined): void {
    for (const [id, { sheetId: on }] of charts) {
      if (on !== sheetId) continue;
      drawn.get(id)?.dispose();
      drawn.delete(id);
      placeSoon(id);
    }
  }

  function placeAll(sheetId: string): void {
    for (const [id, { sheetId: on }] of charts) if (on === sheetId) placeSoon(id);
  }

  function placeSoon(id: string): void {
    if (due.has(id)) return;
    due.add(id);
    setTimeout(() => {
      subscribe();
      place(id);
    }, settleMs);
  }

  const remove = (id: string): void => {
    charts.delete(id);
    drawn.get(id)?.dispose();
    drawn.delete(id);
  };
  return {
    follow(event) {
      const { id, kind } = event;
      if (kind === 'removed') return remove(id);
      charts.set(id, event);
      placeSoon(id);
    },
    redraw,
    dispose() {
      for (const id of [...charts.keys()]) remove(id);
      for (const subscription of subscriptions) subscription.dispose();
      clearTimeout(redrawTimer);
    },
  };
}

function readReference(api: FUniver, reference: string): readonly ChartCell[] {
  const address = parseAddress(reference);
  const workbook = api.getActiveWorkbook();
  const sheet = address?.sheetName ? workbook?.getSheetByName(address.sheetName) : null;
  if (!address || !sheet) return [];
  const range = sheet.getRange(address.row, address.column, address.rowCount, address.columnCount);
  const texts = range.getDisplayValues();
  return range
    .getRawValues()
    .flatMap((row, rowIndex) => row.map((value, index) => ({ value: value ?? null, text: texts[rowIndex]?.[index] ?? '' })));
}
