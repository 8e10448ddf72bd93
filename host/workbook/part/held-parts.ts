import { ChartStore } from '../chart/held-chart.ts';
import type { ChartListener } from '../chart/held-chart.ts';
import type { CustomXmlPart, PageLayoutSnapshot } from '../snapshot.ts';

/** What a workbook holds and Univer has no place for; written on save. Maps are by sheet. */
export class HeldParts {
  readonly charts: ChartStore;
  readonly pageLayouts = new Map<string, PageLayoutSnapshot>();
  readonly xmlParts: CustomXmlPart[] = [];
  /** Office.context.document.settings: name to JSON text. */
  settings: Readonly<Record<string, string>> = {};
  date1904 = false;

  constructor(onChart: ChartListener = () => {}) {
    this.charts = new ChartStore(onChart);
  }

  sheetDeleted(sheetId: string): void {
    this.charts.sheetDeleted(sheetId);
    this.pageLayouts.delete(sheetId);
  }
}
