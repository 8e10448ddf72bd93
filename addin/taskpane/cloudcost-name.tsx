import { Button } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { FailureBar } from './failure-bar.tsx';
import { messageOf } from './message-of.ts';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';
import { text } from './text.ts';

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
      else setSaid(outcome.status === 'added' ? text.model.nameAdded : text.model.namePresent);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <section className={pane.section} aria-labelledby="name-heading">
      <h2 id="name-heading" className={pane.heading}>{text.model.name}</h2>
      <p className={pane.quiet}>{text.model.nameLead}</p>
      <div><Button onClick={() => void add()}>{text.model.addName}</Button></div>
      <FailureBar message={failure} />
      <div role="status" className={pane.quiet}>{said}</div>
    </section>
  );
}
