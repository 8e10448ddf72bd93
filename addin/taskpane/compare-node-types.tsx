import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { usePane } from './pane-context.tsx';
import type { PaneFormat } from './pane-format.ts';
import type { NodeTypeRow } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';

/** More columns would not be read side by side. */
export const mostCompared = 5;
/** As price lists count a month. */
const hoursPerMonth = 730;

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: {
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': { padding: '4px 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, textAlign: 'right', whiteSpace: 'nowrap' },
    // What a line is about stays in view while the node types scroll by
    '& th[scope=row], & thead td': { position: 'sticky', left: 0, backgroundColor: tokens.colorNeutralBackground1 },
    '& th[scope=row]': { textAlign: 'left', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, paddingLeft: 0 },
  },
});

type Line = (row: NodeTypeRow, format: PaneFormat) => string;
const price = (format: PaneFormat, { pricePerHour, currency }: NodeTypeRow, per: number | null): string =>
  pricePerHour === null || per === null || per === 0 ? '–' : format.unitPrice(pricePerHour / per, currency);
const count = (format: PaneFormat, value: number | null): string => (value === null ? '–' : format.amount(value));

const lines = {
  'pane-compare-where': ({ provider, region }) => `${provider} · ${region}`,
  'pane-compare-vcpu': ({ vcpuCount }, format) => count(format, vcpuCount),
  'pane-compare-memory': ({ memoryGib }, format) => count(format, memoryGib),
  'pane-compare-gpus': ({ gpuCount, gpuModel }) => (gpuCount === 0 ? '–' : `${gpuCount} × ${gpuModel ?? 'GPU'}`),
  'pane-compare-bought': ({ purchase }) => purchase || '–',
  'pane-compare-hour': (row, format) => price(format, row, 1),
  'pane-compare-month': (row, format) => price(format, row, 1 / hoursPerMonth),
  'pane-compare-per-vcpu': (row, format) => price(format, row, row.vcpuCount),
  'pane-compare-per-gib': (row, format) => price(format, row, row.memoryGib),
  'pane-compare-per-gpu': (row, format) => price(format, row, row.gpuCount),
} as const satisfies Record<string, Line>;

/** Node types side by side: what each has, and what an hour, a month, a core, memory and a GPU of it cost. */
export function CompareNodeTypes({ rows, onClear }: { readonly rows: readonly NodeTypeRow[]; onClear(): void }): ReactElement | null {
  const { format } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  if (rows.length < 2) return null;
  return (
    <section className={pane.section} aria-labelledby="compare-heading">
      <div className={pane.rowHead}>
        <h3 id="compare-heading" className={pane.subheading}>{translate('pane-compare-heading')}</h3>
        <Button size="small" onClick={onClear}>{translate('pane-compare-clear')}</Button>
      </div>
      {/* Scrolls sideways in a narrow pane: within reach of the keyboard. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby="compare-heading">
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {rows.map((row) => <th key={keyOf(row)} scope="col">{row.nodeType}</th>)}
            </tr>
          </thead>
          <tbody>
            {(Object.keys(lines) as (keyof typeof lines)[]).map((line) => (
              <tr key={line}>
                <th scope="row">{translate(line)}</th>
                {rows.map((row) => <td key={keyOf(row)}>{(lines[line] as Line)(row, format)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** One offer: a node type of a region, bought one way, from one source. */
export const keyOf = ({ provider, region, nodeType, basis, source }: NodeTypeRow): string => [provider, region, nodeType, basis, source].join('/');
