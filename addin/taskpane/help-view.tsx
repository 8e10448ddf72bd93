import { makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import type { ReactElement } from 'react';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';
import { text } from './text.ts';

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
        <h2 id="help-heading" className={pane.heading}>{text.help.heading}</h2>
        <p className={pane.quiet}>{text.help.lead}</p>
        <ol className={styles.steps}>
          {text.help.steps.map(([title, body]) => (
            <li key={title}><strong>{title}</strong> {body}</li>
          ))}
        </ol>
        <p className={styles.privacy}>
          <LockClosedRegular className={styles.lock} aria-hidden />
          <span>{text.help.privacy}</span>
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
      <h2 id="functions-heading" className={pane.heading}>{text.help.functions}</h2>
      <p className={pane.quiet}>{text.help.functionsLead}</p>
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
      <h2 id="about-heading" className={pane.heading}>{text.help.about}</h2>
      <dl className={styles.facts}>
        <dt className={styles.term}>{text.help.version}</dt>
        <dd className={styles.fact}>{services.engineVersion}</dd>
        <dt className={styles.term}>{text.help.catalog}</dt>
        <dd className={styles.fact}>
          {format.date(services.catalogDate)}
          {size && ` · ${text.help.catalogSize(format.count(size.nodeTypeCount), format.count(size.priceCount))}`}
        </dd>
      </dl>
    </section>
  );
}
