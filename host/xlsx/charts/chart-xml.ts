import type { ChartSnapshot, WorkbookSnapshot } from '../../workbook/snapshot.ts';
import { WorkbookFileError } from '../workbook-file-error.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { chartKind, type ChartKind } from './chart-kinds.ts';
import { referencedCells } from './chart-values.ts';
import { seriesXml } from './series-xml.ts';

export const CHART_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Two axes of one chart only need to differ. */
const CATEGORY_AXIS = 500_000_001;
const VALUE_AXIS = 500_000_002;
/** Hundredths of a point. */
const TITLE_SIZE = 1400;
const AXIS_TITLE_SIZE = 1000;
const TEXT_SIZE = 900;

const LEGEND_POSITIONS: Readonly<Record<string, string>> = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r' };

/** A chart part. Throws {@link WorkbookFileError} for a kind of chart we cannot write. */
export function chartXml(chart: ChartSnapshot, snapshot: WorkbookSnapshot): string {
  const kind = chartKind(chart.type);
  if (!kind) throw new WorkbookFileError(`The chart ${chart.name} is of a kind that cannot be saved (${chart.type}).`);
  const title = chart.title ? titleXml(chart.title, TITLE_SIZE) : '';
  const legend = LEGEND_POSITIONS[chart.legendPosition ?? 'Bottom'];
  return (
    `<c:chartSpace xmlns:c="${CHART_NAMESPACE}" xmlns:a="${DRAWING_NAMESPACE}" xmlns:r="${RELATIONSHIPS}">` +
    `<c:date1904 val="${Number(snapshot.date1904)}"/><c:roundedCorners val="0"/>` +
    `<c:chart>${title}<c:autoTitleDeleted val="${Number(title === '')}"/>` +
    `<c:plotArea><c:layout/>${plotXml(kind, chart, snapshot)}${axesXml(kind, chart, snapshot)}</c:plotArea>` +
    (legend ? `<c:legend><c:legendPos val="${legend}"/><c:overlay val="0"/></c:legend>` : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>${lineXml('D9D9D9')}</c:spPr>` +
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${TEXT_SIZE}"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>` +
    '</c:chartSpace>'
  );
}

const lineXml = (color: string): string =>
  `<a:ln w="9525"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln>`;

function plotXml(kind: ChartKind, chart: ChartSnapshot, snapshot: WorkbookSnapshot): string {
  const series = chart.series.map((one, index) => seriesXml(kind, one, index, snapshot)).join('');
  const isRound = kind.element === 'pieChart' || kind.element === 'doughnutChart';
  const isStacked = kind.grouping === 'stacked' || kind.grouping === 'percentStacked';
  const axes = isRound ? '' : `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const before = kind.grouping ? `<c:grouping val="${kind.grouping}"/>` : '';
  const colors = `<c:varyColors val="${Number(isRound)}"/>`;
  switch (kind.element) {
    case 'barChart': {
      const gaps = `<c:gapWidth val="${isStacked ? 60 : 80}"/>${isStacked ? '<c:overlap val="100"/>' : ''}`;
      return `<c:barChart><c:barDir val="${kind.isHorizontal ? 'bar' : 'col'}"/>${before}${colors}${series}${gaps}${axes}</c:barChart>`;
    }
    case 'lineChart':
      return `<c:lineChart>${before}${colors}${series}<c:marker val="1"/>${axes}</c:lineChart>`;
    case 'areaChart':
      return `<c:areaChart>${before}${colors}${series}${axes}</c:areaChart>`;
    case 'scatterChart':
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/>${colors}${series}${axes}</c:scatterChart>`;
    case 'pieChart':
      return `<c:pieChart>${colors}${series}<c:firstSliceAng val="0"/></c:pieChart>`;
    case 'doughnutChart':
      return `<c:doughnutChart>${colors}${series}<c:firstSliceAng val="0"/><c:holeSize val="55"/></c:doughnutChart>`;
  }
}

function axesXml(kind: ChartKind, chart: ChartSnapshot, snapshot: WorkbookSnapshot): string {
  if (kind.element === 'pieChart' || kind.element === 'doughnutChart') return '';
  const [across, up] = kind.isHorizontal ? ['l', 'b'] : ['b', 'l'];
  const isScatter = kind.element === 'scatterChart';
  const category = axisXml({
    id: CATEGORY_AXIS,
    crossId: VALUE_AXIS,
    position: across!,
    title: chart.categoryAxisTitle,
    numberFormat: chart.categoryNumberFormat,
    cellFormat: formatOf(snapshot, chart.series[0]?.categoriesRef),
    hasGridlines: isScatter,
  });
  const value = axisXml({
    id: VALUE_AXIS,
    crossId: CATEGORY_AXIS,
    position: up!,
    title: chart.valueAxisTitle,
    numberFormat: chart.valueNumberFormat,
    cellFormat: formatOf(snapshot, chart.series[0]?.valuesRef),
    hasGridlines: true,
  });
  const between = `<c:crossBetween val="${kind.element === 'barChart' || kind.element === 'lineChart' ? 'between' : 'midCat'}"/>`;
  const tail = '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>';
  const first = isScatter ? `<c:valAx>${category}${between}</c:valAx>` : `<c:catAx>${category}${tail}</c:catAx>`;
  return `${first}<c:valAx>${value}${between}</c:valAx>`;
}

interface Axis {
  readonly id: number;
  readonly crossId: number;
  readonly position: string;
  readonly title: string | undefined;
  readonly numberFormat: string | undefined;
  /** Of the cells, which labels have when the axis has none of its own. */
  readonly cellFormat: string | undefined;
  readonly hasGridlines: boolean;
}

function formatOf(snapshot: WorkbookSnapshot, reference: string | undefined): string | undefined {
  const found = reference === undefined ? null : referencedCells(snapshot, reference.replace(/^=/, ''));
  return found?.cells.find(cell => typeof cell?.value === 'number')?.style?.numberFormat;
}

function axisXml({ id, crossId, position, title, numberFormat, cellFormat, hasGridlines }: Axis): string {
  const format = escapeAttribute(numberFormat ?? cellFormat ?? 'General');
  return (
    `<c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${position}"/>` +
    (hasGridlines ? `<c:majorGridlines><c:spPr>${lineXml('D9D9D9')}</c:spPr></c:majorGridlines>` : '') +
    (title ? titleXml(title, AXIS_TITLE_SIZE, position === 'l') : '') +
    `<c:numFmt formatCode="${format}" sourceLinked="${Number(numberFormat === undefined)}"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr>${lineXml('BFBFBF')}</c:spPr><c:crossAx val="${crossId}"/><c:crosses val="autoZero"/>`
  );
}

function titleXml(text: string, size: number, isUpright = false): string {
  const body = isUpright ? '<a:bodyPr rot="-5400000" vert="horz"/>' : '<a:bodyPr/>';
  const paragraphs = text
    .split('\n')
    .map(
      line =>
        `<a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr>` +
        `<a:r><a:rPr lang="en-US" sz="${size}" b="0"/><a:t>${escapeText(line)}</a:t></a:r></a:p>`,
    );
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/>${paragraphs.join('')}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}
