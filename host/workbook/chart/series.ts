import { invalidArgument } from '../../interpreter/api-error.ts';
import type { CallArguments } from '../../interpreter/call-arguments.ts';
import { collectionKind } from '../../interpreter/collection.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import { rangeArgument } from '../range/range-argument.ts';
import type { SeriesSnapshot } from '../snapshot.ts';
import type { ChartState } from './chart-state.ts';
import { maxSeriesCount, referenceTo, seriesName } from './chart-series.ts';

interface SeriesState extends ChartState {
  readonly index: number;
}

const one = ({ held, index }: SeriesState): SeriesSnapshot => held.chart.series[index]!;

function change({ live, held, index }: SeriesState, change: Partial<SeriesSnapshot>): void {
  const series = held.chart.series.map((each, place) => (place === index ? { ...each, ...change } : each));
  live.held.charts.update(held, { series });
}

const reference = ({ live, held }: SeriesState, args: CallArguments): string =>
  referenceTo(rangeArgument(live, args, 0, held.sheetId));

const fillKind = new ObjectKind<SeriesState>('ChartFill', {
  methods: {
    SetSolidColor: (state, args) => change(state, { color: args.text(0), hasNoFill: false }),
    Clear: state => change(state, { hasNoFill: true }),
  },
});

const lineKind = new ObjectKind<SeriesState>('ChartLineFormat', {
  scalars: { Color: state => one(state).color ?? '' },
  setters: { Color: (state, args) => change(state, { color: args.text(0) }) },
});

const seriesFormatKind = new ObjectKind<SeriesState>('ChartSeriesFormat', {
  links: { Fill: state => fillKind.make(state), Line: state => lineKind.make(state) },
});

const seriesKind = new ObjectKind<SeriesState>('ChartSeries', {
  scalars: {
    Name: state => seriesName(state.live, one(state), state.index),
    Smooth: state => one(state).smooth ?? false,
  },
  links: { Format: state => seriesFormatKind.make(state) },
  setters: {
    Name: (state, args) => {
      const { nameRef: _nameRef, ...rest } = one(state);
      const series = state.held.chart.series.map((each, place) => (place === state.index ? { ...rest, name: args.text(0) } : each));
      state.live.held.charts.update(state.held, { series });
    },
    Smooth: (state, args) => change(state, { smooth: args.boolean(0) }),
  },
  methods: {
    SetValues: (state, args) => change(state, { valuesRef: reference(state, args) }),
    SetXAxisValues: (state, args) => change(state, { categoriesRef: reference(state, args) }),
    Delete: ({ live, held, index }) =>
      live.held.charts.update(held, { series: held.chart.series.filter((_, place) => place !== index) }),
  },
});

export const seriesCollectionKind: ObjectKind<ChartState> = collectionKind<ChartState>(
  'ChartSeriesCollection',
  state => state.held.chart.series.map((_, index) => seriesKind.make({ ...state, index })),
  { methods: { Add: (state, args) => add(state, args.optionalText(0), args) } },
);

function add(state: ChartState, name: string | null, args: CallArguments): HostObject {
  const { live, held } = state;
  const index = args.isGiven(1) ? args.count(1) : held.chart.series.length;
  if (held.chart.series.length >= maxSeriesCount) throw invalidArgument(`A chart takes at most ${maxSeriesCount} series.`);
  if (index > held.chart.series.length) throw invalidArgument('The series would stand behind a gap.');
  const series = [...held.chart.series];
  series.splice(index, 0, { ...(name !== null && { name }), valuesRef: '' });
  live.held.charts.update(held, { series });
  return seriesKind.make({ ...state, index });
}
