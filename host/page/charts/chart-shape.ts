/** How an Excel.ChartType name (`ColumnStacked`, `XYScatterLines`, ...) is drawn. */
export interface ChartShape {
  readonly mark: 'bar' | 'line' | 'scatter' | 'pie';
  /** Bars lie: categories on the vertical axis. */
  readonly isHorizontal: boolean;
  readonly isStacked: boolean;
  /** Stacked to a whole of 100 %. */
  readonly isShare: boolean;
  readonly isFilled: boolean;
  readonly hasMarkers: boolean;
  /** Scatter: both axes are numbers, points are joined in their order. */
  readonly isJoined: boolean;
  readonly isSmooth: boolean;
  readonly isRing: boolean;
}

/** Null for a type that this page cannot draw (surface, radar, stock, ...); the file keeps it all the same. */
export function chartShape(type: string): ChartShape | null {
  const name = type.toLowerCase();
  const family = /^(3d)?(column|bar|line|area|xyscatter|pie|doughnut)/.exec(name)?.[2];
  if (!family) return null;
  const isShare = name.endsWith('100');
  return {
    mark: family === 'column' || family === 'bar' ? 'bar' : family === 'xyscatter' ? 'scatter' : pieOrLine(family),
    isHorizontal: family === 'bar',
    isStacked: isShare || name.includes('stacked'),
    isShare,
    isFilled: family === 'area',
    hasMarkers: family === 'xyscatter' ? !name.includes('nomarkers') : name.includes('markers'),
    isJoined: name.includes('lines') || name.includes('smooth'),
    isSmooth: name.includes('smooth'),
    isRing: family === 'doughnut',
  };
}

const pieOrLine = (family: string): 'pie' | 'line' => (family === 'pie' || family === 'doughnut' ? 'pie' : 'line');
