/** Colors of a chart: at least 3:1 against its background, and told apart without red and green side by side. */
export interface ChartPalette {
  readonly series: readonly string[];
  readonly background: string;
  readonly text: string;
  readonly axis: string;
  readonly grid: string;
  readonly border: string;
}

export const lightPalette: ChartPalette = {
  series: ['#0f6cbd', '#c4501b', '#037679', '#8763b8', '#8f6a00', '#a52c7a', '#4f6bed', '#6d6d6d'],
  background: '#ffffff',
  text: '#242424',
  axis: '#707070',
  grid: '#e0e0e0',
  border: '#d1d1d1',
};

export const darkPalette: ChartPalette = {
  series: ['#62abf5', '#f09a6b', '#3fc2c6', '#b9a0e0', '#e0b63c', '#e48bc6', '#93a4f4', '#b3b3b3'],
  background: '#1f1f1f',
  text: '#f0f0f0',
  axis: '#adadad',
  grid: '#3d3d3d',
  border: '#525252',
};
