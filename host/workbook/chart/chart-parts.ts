import { ObjectKind } from '../../interpreter/host-object.ts';
import type { ChartSnapshot } from '../snapshot.ts';
import type { ChartState } from './chart-state.ts';

/** Title, axes and legend: what of them the snapshot can say is served, nothing else. */
const update = ({ live, held }: ChartState, change: Partial<ChartSnapshot>): void => live.held.charts.update(held, change);

/** A title that stands in one property of the chart; hidden means there is none. */
const titleKind = (name: string, key: 'title' | 'categoryAxisTitle' | 'valueAxisTitle') =>
  new ObjectKind<ChartState>(name, {
    scalars: {
      Text: ({ held }) => held.chart[key] ?? '',
      Visible: ({ held }) => held.chart[key] !== undefined,
    },
    setters: {
      Text: (state, args) => update(state, { [key]: args.text(0) }),
      Visible: (state, args) => {
        if (args.boolean(0)) return state.held.chart[key] === undefined ? update(state, { [key]: 'Title' }) : undefined;
        const { [key]: _hidden, ...rest } = state.held.chart;
        state.held.chart = rest;
        return update(state, {});
      },
    },
  });

export const chartTitleKind = titleKind('ChartTitle', 'title');

const axisKind = (
  title: ObjectKind<ChartState>,
  formatKey: 'categoryNumberFormat' | 'valueNumberFormat',
): ObjectKind<ChartState> =>
  new ObjectKind<ChartState>('ChartAxis', {
    scalars: { NumberFormat: ({ held }) => held.chart[formatKey] ?? 'General' },
    links: { Title: state => title.make(state) },
    setters: { NumberFormat: (state, args) => update(state, { [formatKey]: args.text(0) }) },
  });

const categoryAxisKind = axisKind(titleKind('ChartAxisTitle', 'categoryAxisTitle'), 'categoryNumberFormat');
const valueAxisKind = axisKind(titleKind('ChartAxisTitle', 'valueAxisTitle'), 'valueNumberFormat');

export const chartAxesKind = new ObjectKind<ChartState>('ChartAxes', {
  links: { CategoryAxis: state => categoryAxisKind.make(state), ValueAxis: state => valueAxisKind.make(state) },
});

const positions = ['Top', 'Bottom', 'Left', 'Right'] as const;

export const chartLegendKind = new ObjectKind<ChartState>('ChartLegend', {
  scalars: {
    Visible: ({ held }) => held.chart.legendPosition !== 'None',
    Position: ({ held }) => (held.chart.legendPosition === 'None' ? 'Invalid' : (held.chart.legendPosition ?? 'Right')),
  },
  setters: {
    Visible: (state, args) => {
      const { legendPosition } = state.held.chart;
      if (!args.boolean(0)) update(state, { legendPosition: 'None' });
      else if (legendPosition === 'None' || legendPosition === undefined) update(state, { legendPosition: 'Right' });
    },
    // Excel remembers the position of a hidden legend without showing it.
    Position: (state, args) => {
      const position = args.choice(0, positions);
      if (state.held.chart.legendPosition !== 'None') update(state, { legendPosition: position });
    },
  },
});
