import { invalidArgument, itemAlreadyExists } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { collectionKind } from '../../interpreter/collection.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { rangeArgument } from '../range/range-argument.ts';
import type { ChartSnapshot } from '../snapshot.ts';
import { chartAxesKind, chartLegendKind, chartTitleKind } from './chart-parts.ts';
import { boxInPoints } from './chart-place.ts';
import { maxSeriesCount, seriesOfRange } from './chart-series.ts';
import type { ChartState } from './chart-state.ts';
import { isScatterType, servedChartType } from './chart-type.ts';
import type { HeldChart } from './held-chart.ts';
import { seriesCollectionKind } from './series.ts';

const update = ({ live, held }: ChartState, change: Partial<ChartSnapshot>): void => live.held.charts.update(held, change);
const seriesChoices = ['Auto', 'Columns', 'Rows'] as const;

function points(args: CallArguments, minimum = 0): number {
  const value = args.number(0);
  if (!Number.isFinite(value) || value < minimum) throw args.wrong(0, `a number of points from ${minimum}`);
  return value;
}

const chartKind: ObjectKind<ChartState> = new ObjectKind<ChartState>('Chart', {
  scalars: {
    Name: ({ held }) => held.chart.name,
    Id: ({ held }) => held.id,
    ChartType: ({ held }) => held.chart.type,
    Left: ({ held }) => held.chart.left,
    Top: ({ held }) => held.chart.top,
    Width: ({ held }) => held.chart.width,
    Height: ({ held }) => held.chart.height,
  },
  links: {
    Title: state => chartTitleKind.make(state),
    Axes: state => chartAxesKind.make(state),
    Legend: state => chartLegendKind.make(state),
    Series: state => seriesCollectionKind.make(state),
    Worksheet: ({ live, held }) => live.objects.worksheet(held.sheetId),
  },
  setters: {
    Name: (state, args) => rename(state, args.text(0)),
    ChartType: (state, args) => update(state, { type: servedChartType(args.text(0)) }),
    Left: (state, args) => update(state, { left: points(args) }),
    Top: (state, args) => update(state, { top: points(args) }),
    Width: (state, args) => update(state, { width: points(args, 1) }),
    Height: (state, args) => update(state, { height: points(args, 1) }),
  },
  methods: {
    SetData: (state, args) => update(state, { series: sourceSeries(state.live, args, 0, state.held.sheetId, state.held.chart.type) }),
    SetPosition: ({ live, held }, args) => {
      const from = rangeArgument(live, args, 0, held.sheetId).box;
      const to = args.isGiven(1) ? rangeArgument(live, args, 1, held.sheetId).box : null;
      const start = boxInPoints(live.sheet(held.sheetId), from);
      const end = to && boxInPoints(live.sheet(held.sheetId), to);
      const size = end && { width: end.left + end.width - start.left, height: end.top + end.height - start.top };
      update({ live, held }, { left: start.left, top: start.top, ...size });
    },
    Delete: ({ live, held }) => live.held.charts.remove(held),
  },
});

const chartObject = (live: LiveWorkbook, held: HeldChart): HostObject =>
  chartKind.make({ live, held }, { id: held.id, name: held.chart.name });

interface SheetCharts {
  readonly live: LiveWorkbook;
  readonly sheetId: string;
}

export const chartsKind: ObjectKind<SheetCharts> = collectionKind<SheetCharts>(
  'ChartCollection',
  ({ live, sheetId }) => live.held.charts.on(sheetId).map(held => chartObject(live, held)),
  { methods: { Add: (sheet, args) => add(sheet, args) } },
);

function add({ live, sheetId }: SheetCharts, args: CallArguments): HostObject {
  const type = servedChartType(args.text(0));
  const taken = new Set(live.held.charts.on(sheetId).map(({ chart }) => chart.name));
  let number = 1;
  while (taken.has(`Chart ${number}`)) number++;
  const series = sourceSeries(live, args, 1, sheetId, type);
  const held = live.held.charts.add(sheetId, {
    name: `Chart ${number}`,
    type,
    series,
    ...(series.length > 1 && { legendPosition: 'Right' as const }),
    // Where and how large Excel puts a new chart depends on the window; this is its usual size.
    left: 300,
    top: 60,
    width: 360,
    height: 216,
    isFromFile: false,
    isChanged: true,
  });
  return chartObject(live, held);
}

/** The series of `source, seriesBy` at the given places of the arguments. */
function sourceSeries(live: LiveWorkbook, args: CallArguments, index: number, sheetId: string, type: string) {
  const seriesBy = args.isGiven(index + 1) ? args.choice(index + 1, seriesChoices) : 'Auto';
  const series = seriesOfRange(rangeArgument(live, args, index, sheetId), seriesBy, isScatterType(type));
  if (series.length > maxSeriesCount) throw invalidArgument(`A chart takes at most ${maxSeriesCount} series.`);
  return series;
}

function rename(state: ChartState, name: string): void {
  if (name === '' || name.length > 255) throw invalidArgument('A chart name has 1 to 255 characters.');
  const others = state.live.held.charts.on(state.held.sheetId).filter(other => other !== state.held);
  if (others.some(({ chart }) => chart.name.toLowerCase() === name.toLowerCase())) throw itemAlreadyExists(name);
  update(state, { name });
}
