import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, type ReactElement } from 'react';
import type { ChartSnapshot } from '../../workbook/snapshot.ts';
import { readChart, type ReadReference } from './chart-data.ts';
import { chartOption } from './chart-option.ts';
import { darkPalette, lightPalette } from './chart-palette.ts';
import { chartShape } from './chart-shape.ts';
import { init } from './echarts-parts.ts';

/** Where a drawn chart gets its news: all of it read anew at each call. */
export interface ChartSource {
  /** Null once the chart is gone. */
  chart(id: string): ChartSnapshot | null;
  readonly read: ReadReference;
  isDark(): boolean;
  onRedraw(listener: () => void): () => void;
}

/** One chart in its floating box; resizing the box redraws it. */
export function ChartFace({ id, source }: { readonly id: string; readonly source: ChartSource }): ReactElement {
  const figure = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let drawing: EChartsType | null = null;
    const draw = (): void => {
      const chart = source.chart(id);
      const shape = chart && chartShape(chart.type);
      if (!chart) return;
      figure.current?.setAttribute('aria-label', `Chart: ${chart.title ?? chart.name}`);
      if (!shape) {
        element.textContent = `This page does not draw charts of type ${chart.type}. The file keeps it.`;
        element.classList.add('chart-note');
        return;
      }
      drawing ??= init(element);
      const palette = source.isDark() ? darkPalette : lightPalette;
      const data = readChart(chart, source.read);
      drawing.setOption(chartOption({ chart, shape, data, palette, language: navigator.language }), true);
    };
    draw();
    const stop = source.onRedraw(draw);
    const resized = new ResizeObserver(() => drawing?.resize());
    resized.observe(element);
    return () => {
      stop();
      resized.disconnect();
      drawing?.dispose();
    };
  }, [id, source]);
  return (
    <figure ref={figure} className="chart">
      {/* echarts describes what it draws in this element's label. */}
      <div ref={canvas} role="img" className="chart-canvas" />
    </figure>
  );
}
