import { Field, Input, Select, makeStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useCallback, useDeferredValue, useEffect, useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { FailureBar } from './failure-bar.tsx';
import { usePane } from './pane-context.tsx';
import { NodeTypeList } from './node-type-list.tsx';
import type { NodeTypeSearch } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';
import { PriceImport } from './price-import.tsx';
import { useLoad } from './use-load.ts';

const shownRows = 100;
/** The catalog's own word: also the choice that needs no filter. */
const onDemand = 'on-demand';

const useStyles = makeStyles({
  filters: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(128px, 1fr))', gap: '8px' },
  select: { minWidth: 0 },
  number: { width: '100%', minWidth: 0 },
});

export function PricesView(): ReactElement {
  const { services, format, priceImport } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const [query, setQuery] = useState('');
  const [provider, setProvider] = useState('');
  const [region, setRegion] = useState('');
  const [purchase, setPurchase] = useState('');
  const [limits, setLimits] = useState<Limits>(noLimits);
  const searched = useDeferredValue(query);
  const bounded = useDeferredValue(limits);
  const load = useCallback(
    () =>
      services.searchNodeTypes({
        text: searched,
        limit: shownRows,
        ...(provider && { provider }),
        ...(region && { region }),
        ...(purchase && { purchase }),
        ...boundsOf(bounded),
      }),
    [services, searched, provider, region, purchase, bounded],
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
        <div className={styles.filters}>
          {limitNames.map((name) => (
            <Field key={name} label={translate(`pane-prices-${name}`)}>
              <Input
                className={styles.select}
                input={{ className: styles.number }}
                type="number"
                min={0}
                step="any"
                value={limits[name]}
                onChange={(_, data) => setLimits((before) => ({ ...before, [name]: data.value }))}
              />
            </Field>
          ))}
        </div>
        <FailureBar message={found.failure} />
        <div role="status" className={pane.quiet}>
          {found.value ? countText(found.value) : translate('pane-prices-searching')}
        </div>
        {found.value && found.value.rows.length > 0 && <NodeTypeList rows={found.value.rows} />}
      </section>
    </div>
  );
}

const limitNames = ['minVcpu', 'minMemoryGib', 'minGpus', 'maxPrice'] as const;
/** As typed; empty: no limit. */
type Limits = Readonly<Record<(typeof limitNames)[number], string>>;
const noLimits: Limits = { minVcpu: '', minMemoryGib: '', minGpus: '', maxPrice: '' };

/** What is no number limits nothing. */
const boundsOf = (limits: Limits): Partial<Record<keyof Limits, number>> =>
  Object.fromEntries(
    limitNames.flatMap((name) => {
      const value = Number(limits[name]);
      return limits[name].trim() === '' || !Number.isFinite(value) ? [] : [[name, value]];
    }),
  );

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
