import type { ChartSnapshot } from '../snapshot.ts';

/** A chart of the open workbook: Univer has none, so the host holds them. */
export interface HeldChart {
  readonly id: string;
  readonly sheetId: string;
  /** Replaced as a whole when something of it changes. */
  chart: ChartSnapshot;
}

/** What happened to a chart, for whoever draws it. */
export interface ChartEvent {
  readonly kind: 'changed' | 'removed';
  readonly id: string;
  readonly sheetId: string;
  readonly chart: ChartSnapshot;
}

export type ChartListener = (event: ChartEvent) => void;

/** The charts of one open workbook, in the order in which they were made. */
export class ChartStore {
  private readonly held: HeldChart[] = [];
  private nextId = 1;

  constructor(private readonly listener: ChartListener) {}

  on(sheetId: string): readonly HeldChart[] {
    return this.held.filter(chart => chart.sheetId === sheetId);
  }

  add(sheetId: string, chart: ChartSnapshot): HeldChart {
    const held: HeldChart = { id: `chart-${this.nextId++}`, sheetId, chart };
    this.held.push(held);
    this.tell('changed', held);
    return held;
  }

  update(held: HeldChart, change: Partial<ChartSnapshot>): void {
    held.chart = { ...held.chart, ...change, isChanged: true };
    this.tell('changed', held);
  }

  remove(held: HeldChart): void {
    const index = this.held.indexOf(held);
    if (index < 0) return;
    this.held.splice(index, 1);
    this.tell('removed', held);
  }

  sheetDeleted(sheetId: string): void {
    for (const held of this.on(sheetId)) this.remove(held);
  }

  /** Every chart, on every sheet, may point at the cells concerned: `rewrite` answers a reference's new text. */
  rewriteReferences(rewrite: (reference: string) => string): void {
    for (const held of this.held) {
      const series = held.chart.series.map(one => ({
        ...one,
        valuesRef: rewrite(one.valuesRef),
        ...(one.nameRef !== undefined && { nameRef: rewrite(one.nameRef) }),
        ...(one.categoriesRef !== undefined && { categoriesRef: rewrite(one.categoriesRef) }),
      }));
      if (JSON.stringify(series) !== JSON.stringify(held.chart.series)) this.update(held, { series });
    }
  }

  private tell(kind: ChartEvent['kind'], { id, sheetId, chart }: HeldChart): void {
    this.listener({ kind, id, sheetId, chart });
  }
}
