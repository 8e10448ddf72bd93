import { Field, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useCallback, useDeferredValue, useEffect, useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { FailureBar } from './failure-bar.tsx';
import { usePane } from './pane-context.tsx';
import type { NodeTypeRow, NodeTypeSearch } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';
import { PriceImport } from './price-import.tsx';
import { useLoad } from './use-load.ts';

const shownRows = 100;
/** The catalog's own word: also the choice that needs no filter. */
const onDemand = 'on-demand';

const useStyles = makeStyles({
  filters: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(128px, 1fr))', gap: '8px' },
  select: { minWidth: 0 },
  price: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  credit: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
  },
  unknown: { fontWeight: tokens.fontWeightRegular, fontStyle: 'italic' },
});

export function PricesView(): ReactElement {
  const { services, format, priceImport } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const [query, setQuery] = useState('');
  const [provider, setProvider] = useState('');
  const [region, setRegion] = useState('');
  const [purchase, setPurchase] = useState('');
  const searched = useDeferredValue(query);
  const load = useCallback(
    () =>
      services.searchNodeTypes({
        text: searched,
        limit: shownRows,
        ...(provider && { provider }),
        ...(region && { region }),
        ...(purchase && { purchase }),
      }),
    [services, searched, provider, region, purchase],
  );
  const found = useLoad(load);
  const { reload } = found;
  // Imported prices are found at once.
  useEffect(() => priceImport.subscribe(() => priceImport.state().phase === 'finished' && reload()), [priceImport, reload]);
  return (
    <div className={pane.view}>
      <PriceImport />
      <section className={pane.section} aria-labelledby="prices-heading">
        <h2 id="prices-heading" className={pane.heading}>{translate('pane-prices-heading')}</h2>
        <p className={pane.quiet}>{translate('pane-prices-lead', { date: format.date(services.catalogDate) })}</p>
        <Field label={translate('pane-prices-search')}>
          <Input
            type="search"
            value={query}
            placeholder={translate('pane-prices-hint')}
            contentBefore={<SearchRegular />}
            onChange={(_, data) => setQuery(data.value)}
          />
        </Field>
        <div className={styles.filters}>
          <Choice
            label={translate('pane-prices-provider')}
            value={provider}
            choices={found.value?.providers}
            onChange={(next) => {
              setProvider(next);
              setRegion('');
            }}
          />
          <Choice label={translate('pane-prices-region')} value={region} choices={found.value?.regions} onChange={setRegion} />
          <Choice
            label={translate('pane-prices-purchase')}
            value={purchase}
            choices={found.value?.purchases}
            none={onDemand}
            onChange={setPurchase}
          />
        </div>
        <FailureBar message={found.failure} />
        <div role="status" className={pane.quiet}>
          {found.value ? countText(found.value) : translate('pane-prices-searching')}
        </div>
        {found.value && found.value.rows.length > 0 && <PriceList rows={found.value.rows} />}
      </section>
    </div>
  );
}

function countText({ rows, matchCount }: NodeTypeSearch): string {
  if (matchCount === 0) return translate('pane-prices-none');
  if (rows.length === matchCount) return translate('pane-prices-all-found', { count: matchCount });
  return translate('pane-prices-some-found', { shown: rows.length, count: matchCount });
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[] | undefined;
  /** What the empty choice means. */
  readonly none?: string;
  onChange(value: string): void;
}

function Choice({ label, value, choices = [], none = translate('pane-prices-any'), onChange }: ChoiceProps): ReactElement {
  const styles = useStyles();
  // A filter that was chosen stays in the list while the answer to it is on its way.
  const listed = value && !choices.includes(value) ? [value, ...choices] : choices;
  return (
    <Field label={label}>
      <Select className={styles.select} value={value} onChange={(_, data) => onChange(data.value)}>
        <option value="">{none}</option>
        {listed.filter((choice) => choice !== none).map((choice) => (
          <option key={choice} value={choice}>{choice}</option>
        ))}
      </Select>
    </Field>
  );
}

function PriceList({ rows }: { readonly rows: readonly NodeTypeRow[] }): ReactElement {
  const { format } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  return (
    <ul className={pane.card} aria-label={translate('pane-prices-heading')}>
      {rows.map((row) => (
        <li key={`${row.provider}/${row.region}/${row.nodeType}/${row.basis}/${row.source}`} className={pane.row}>
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
        </li>
      ))}
    </ul>
  );
}
