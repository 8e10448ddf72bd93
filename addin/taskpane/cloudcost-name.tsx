import { Button } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { FailureBar } from './failure-bar.tsx';
import { messageOf } from './message-of.ts';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';

/** The button for `=CLOUDCOST(...)`. */
export function CloudCostName(): ReactElement {
  const { services } = usePane();
  const pane = usePaneStyles();
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState('');
  const add = async (): Promise<void> => {
    setSaid('');
    setFailure('');
    try {
      const outcome = await services.addCloudCostName();
      if (outcome.status === 'unsupported') setFailure(outcome.message);
      else setSaid(outcome.status === 'added' ? translate('pane-name-added') : translate('pane-name-present'));
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <section className={pane.section} aria-labelledby="name-heading">
      <h2 id="name-heading" className={pane.heading}>{translate('pane-name-heading')}</h2>
      <p className={pane.quiet}>{translate('pane-name-lead')}</p>
      <div><Button onClick={() => void add()}>{translate('pane-name-add')}</Button></div>
      <FailureBar message={failure} />
      <div role="status" className={pane.quiet}>{said}</div>
    </section>
  );
}
