import { makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import type { ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';

const useStyles = makeStyles({
  steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', rowGap: '6px' },
  facts: { margin: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: '12px', rowGap: '4px' },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  term: { color: tokens.colorNeutralForeground2 },
  privacy: {
    margin: 0,
    display: 'flex',
    columnGap: '8px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  lock: { flexShrink: 0, fontSize: '20px' },
});

export function HelpView(): ReactElement {
  const styles = useStyles();
  const pane = usePaneStyles();
  return (
    <div className={pane.view}>
      <section className={pane.section} aria-labelledby="help-heading">
        <h2 id="help-heading" className={pane.heading}>{translate('pane-help-heading')}</h2>
        <p className={pane.quiet}>{translate('pane-help-lead')}</p>
        <ol className={styles.steps}>
          <li><strong>{translate('pane-help-fill')}</strong> {translate('pane-help-fill-text')}</li>
          <li><strong>{translate('pane-help-run')}</strong> {translate('pane-help-run-text')}</li>
          <li><strong>{translate('pane-help-ask')}</strong> {translate('pane-help-ask-text')}</li>
        </ol>
        <p className={styles.privacy}>
          <LockClosedRegular className={styles.lock} aria-hidden />
          <span>{translate('pane-help-privacy')}</span>
        </p>
      </section>
      <Functions />
      <About />
    </div>
  );
}

function Functions(): ReactElement {
  const { services } = usePane();
  const pane = usePaneStyles();
  return (
    <section className={pane.section} aria-labelledby="functions-heading">
      <h2 id="functions-heading" className={pane.heading}>{translate('pane-help-functions')}</h2>
      <p className={pane.quiet}>{translate('pane-help-functions-lead')}</p>
      <ul className={pane.card}>
        {services.functions.map((item) => (
          <li key={item.name} className={pane.row}>
            <span className={pane.rowTitle}>{item.name}</span>
            <span>{item.description}</span>
            <span className={pane.code}>{`(${item.argumentText})`}</span>
            {item.example && <span className={pane.code}>{item.example}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function About(): ReactElement {
  const { services, format } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const size = services.catalogSize;
  return (
    <section className={pane.section} aria-labelledby="about-heading">
      <h2 id="about-heading" className={pane.heading}>{translate('pane-help-about')}</h2>
      <dl className={styles.facts}>
        <dt className={styles.term}>{translate('pane-help-engine')}</dt>
        <dd className={styles.fact}>{services.engineVersion}</dd>
        <dt className={styles.term}>{translate('pane-help-catalog')}</dt>
        <dd className={styles.fact}>
          {format.date(services.catalogDate)}
          {size && ` · ${translate('pane-help-catalog-size', { nodeTypes: size.nodeTypeCount, prices: size.priceCount })}`}
        </dd>
      </dl>
    </section>
  );
}
