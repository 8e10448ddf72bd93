import { Field, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useCallback, useDeferredValue, useState, type ReactElement } from 'react';
import { FailureBar } from './failure-bar.tsx';
import { usePane } from './pane-context.tsx';
import type { NodeTypeRow, NodeTypeSearch } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';
import { text } from './text.ts';
import { useLoad } from './use-load.ts';

const shownRows = 100;

const useStyles = makeStyles({
  filters: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(128px, 1fr))', gap: '8px' },
  select: { minWidth: 0 },
  price: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  detail: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  unknown: { fontWeight: tokens.fontWeightRegular, fontStyle: 'italic' },
});

export function PricesView(): ReactElement {
  const { services, format } = usePane();
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
  return (
    <div className={pane.view}>
      <section className={pane.section} aria-labelledby="prices-heading">
        <h2 id="prices-heading" className={pane.heading}>{text.prices.heading}</h2>
        <p className={pane.quiet}>{text.prices.lead(format.date(services.catalogDate))}</p>
        <Field label={text.prices.search}>
          <Input
            type="search"
            value={query}
            placeholder={text.prices.searchHint}
            contentBefore={<SearchRegular />}
            onChange={(_, data) => setQuery(data.value)}
          />
        </Field>
        <div className={styles.filters}>
          <Choice
            label={text.prices.provider}
            value={provider}
            choices={found.value?.providers}
            onChange={(next) => {
              setProvider(next);
              setRegion('');
            }}
          />
          <Choice label={text.prices.region} value={region} choices={found.value?.regions} onChange={setRegion} />
          <Choice
            label={text.prices.purchase}
            value={purchase}
            choices={found.value?.purchases}
            none={text.prices.onDemand}
            onChange={setPurchase}
          />
        </div>
        <FailureBar message={found.failure} />
        <div role="status" className={pane.quiet}>
          {found.value ? countText(found.value, format.count) : text.prices.searching}
        </div>
        {found.value && found.value.rows.length > 0 && <PriceList rows={found.value.rows} />}
      </section>
    </div>
  );
}

const countText = (found: NodeTypeSearch, count: (value: number) => string): string =>
  found.matchCount === 0 ? text.prices.none : text.prices.count(count(found.rows.length), count(found.matchCount));

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[] | undefined;
  /** What the empty choice means. */
  readonly none?: string;
  onChange(value: string): void;
}

function Choice({ label, value, choices = [], none = text.prices.all, onChange }: ChoiceProps): ReactElement {
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
    <ul className={pane.card} aria-label={text.prices.heading}>
      {rows.map((row) => (
        <li key={`${row.provider}/${row.region}/${row.nodeType}/${row.basis}/${row.source}`} className={pane.row}>
          <span className={pane.rowHead}>
            <span className={pane.rowTitle}>{row.nodeType}</span>
            {row.pricePerHour === null ? (
              <span className={mergeClasses(styles.price, styles.unknown)}>{text.prices.unknownPrice}</span>
            ) : (
              <span className={styles.price}>
                {text.prices.perHour(format.unitPrice(row.pricePerHour, row.currency))}
              </span>
            )}
          </span>
          <span className={styles.detail}>{`${row.provider} · ${row.region} · ${row.size}`}</span>
          <span className={styles.detail}>{row.basis}</span>
          <span className={styles.detail}>{text.prices.asOf(row.source, format.date(row.asOf))}</span>
        </li>
      ))}
    </ul>
  );
}
