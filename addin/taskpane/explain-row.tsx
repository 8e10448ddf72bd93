import { Button, Link, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { FailureBar } from './failure-bar.tsx';
import { messageOf } from './message-of.ts';
import { usePane } from './pane-context.tsx';
import type { ExplainedCharge, Explanation } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';

const useStyles = makeStyles({
  formula: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px' },
});

/** How the selected row of a result came about: quantities, prices and where they are from, and the inputs behind them. */
export function ExplainRow({ isRunning }: { readonly isRunning: boolean }): ReactElement {
  const { services } = usePane();
  const pane = usePaneStyles();
  const [isBusy, setIsBusy] = useState(false);
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const [failure, setFailure] = useState('');
  const ask = async (): Promise<void> => {
    if (isBusy || isRunning) return;
    setIsBusy(true);
    setFailure('');
    try {
      setExplanation(await services.explainSelection());
    } catch (error) {
      setExplanation(null);
      setFailure(messageOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <section className={pane.section} aria-labelledby="explain-heading">
      <h3 id="explain-heading" className={pane.subheading}>{translate('pane-explain-heading')}</h3>
      <p className={pane.quiet}>{translate('pane-explain-lead')}</p>
      <div>
        <Button size="small" disabledFocusable={isBusy || isRunning} onClick={() => void ask()}>
          {translate(isBusy ? 'pane-explain-working' : 'pane-explain-ask')}
        </Button>
      </div>
      <FailureBar message={failure} />
      <div aria-live="polite" className={pane.section}>{explanation && <Found explanation={explanation} />}</div>
    </section>
  );
}

function Found({ explanation }: { readonly explanation: Explanation }): ReactElement {
  const { goToCell } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  if (explanation.kind === 'none') return <p className={pane.quiet}>{explanation.message}</p>;
  const { about, charges, rest, effective, billed, links } = explanation;
  return (
    <>
      <span className={pane.rowTitle}>{about}</span>
      <ul className={pane.card}>
        {charges.map((charge, place) => (
          <li key={place} className={pane.row}><Charge charge={charge} /></li>
        ))}
      </ul>
      {rest !== '' && <p className={pane.quiet}>{rest}</p>}
      <p className={styles.formula}>{translate('pane-explain-total', { effective, billed })}</p>
      {links.length > 0 && (
        <div className={styles.links}>
          <span className={pane.quiet}>{translate('pane-explain-inputs')}</span>
          {links.map(({ label, sheetName, cellAddress }) => (
            <Link key={`${sheetName}!${cellAddress}`} as="button" onClick={() => goToCell(sheetName, cellAddress)}>{label}</Link>
          ))}
        </div>
      )}
    </>
  );
}

function Charge({ charge: { what, formula, commitment, source, effective, billed } }: { readonly charge: ExplainedCharge }): ReactElement {
  const styles = useStyles();
  const pane = usePaneStyles();
  return (
    <>
      <span className={pane.rowTitle}>{what}</span>
      {formula !== '' && <span className={styles.formula}>{formula}</span>}
      {commitment !== '' && <span className={pane.quiet}>{translate('pane-explain-covered', { commitment })}</span>}
      <span className={pane.quiet}>{translate('pane-explain-amounts', { effective, billed })}</span>
      {source !== '' && <span className={pane.quiet}>{translate('pane-explain-source', { source })}</span>}
    </>
  );
}
