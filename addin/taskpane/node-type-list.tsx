import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { CompareNodeTypes, keyOf, mostCompared } from './compare-node-types.tsx';
import { usePane } from './pane-context.tsx';
import type { NodeTypeRow } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';
import { PlaceNodeType } from './place-node-type.tsx';

const useStyles = makeStyles({
  price: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  credit: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  unknown: { fontWeight: tokens.fontWeightRegular, fontStyle: 'italic' },
  actions: { display: 'flex', alignItems: 'center', columnGap: '8px' },
});

/** What was found: each node type may be compared with others, and placed. */
export function NodeTypeList({ rows }: { readonly rows: readonly NodeTypeRow[] }): ReactElement {
  const pane = usePaneStyles();
  const [compared, setCompared] = useState<readonly NodeTypeRow[]>([]);
  const [placed, setPlaced] = useState('');
  const toggle = (row: NodeTypeRow): void => {
    const others = compared.filter((each) => keyOf(each) !== keyOf(row));
    setCompared(others.length < compared.length ? others : [...others, row]);
  };
  return (
    <>
      <CompareNodeTypes rows={compared} onClear={() => setCompared([])} />
      <ul className={pane.card} aria-label={translate('pane-prices-heading')}>
        {rows.map((row) => {
          const key = keyOf(row);
          const isCompared = compared.some((each) => keyOf(each) === key);
          return (
            <li key={key} className={pane.row}>
              <Offer row={row} />
              <Actions
                row={row}
                isCompared={isCompared}
                mayCompare={isCompared || compared.length < mostCompared}
                onCompare={() => toggle(row)}
                onPlace={() => setPlaced((before) => (before === key ? '' : key))}
              />
              {placed === key && <PlaceNodeType row={row} onClose={() => setPlaced('')} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Offer({ row }: { readonly row: NodeTypeRow }): ReactElement {
  const { format } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  return (
    <>
      <span className={pane.rowHead}>
        <span className={pane.rowTitle}>{row.nodeType}</span>
        {row.pricePerHour === null ? (
          <span className={mergeClasses(styles.price, styles.unknown)}>{translate('pane-prices-unknown')}</span>
        ) : (
          <span className={styles.price}>
            {translate('pane-prices-per-hour', { price: format.unitPrice(row.pricePerHour, row.currency) })}
          </span>
        )}
      </span>
      <span className={styles.detail}>{`${row.provider} · ${row.region} · ${row.size}`}</span>
      <span className={styles.detail}>{row.basis}</span>
      {/* Long credits are cut to two lines; the pointer and assistive technology get the whole. */}
      <span className={mergeClasses(styles.detail, styles.credit)} title={row.source}>
        {translate('pane-prices-source', { source: row.source, date: format.date(row.asOf) })}
      </span>
    </>
  );
}

interface ActionsProps {
  readonly row: NodeTypeRow;
  readonly isCompared: boolean;
  readonly mayCompare: boolean;
  onCompare(): void;
  onPlace(): void;
}

function Actions({ row, isCompared, mayCompare, onCompare, onPlace }: ActionsProps): ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.actions}>
      <Checkbox
        label={translate('pane-compare')}
        aria-label={translate('pane-compare-named', { nodeType: row.nodeType })}
        checked={isCompared}
        disabled={!mayCompare}
        onChange={onCompare}
      />
      <Button size="small" aria-label={translate('pane-place-named', { nodeType: row.nodeType })} onClick={onPlace}>
        {translate('pane-place')}
      </Button>
    </span>
  );
}
