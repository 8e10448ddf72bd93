import { Button, makeStyles } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons/svg/table-add';
import { useState, type ReactElement } from 'react';
import { FailureBar } from './failure-bar.tsx';
import { messageOf } from './message-of.ts';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';
import { text } from './text.ts';

const useStyles = makeStyles({
  template: { padding: '10px 12px', display: 'flex', columnGap: '12px', alignItems: 'center' },
  about: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  insert: { flexShrink: 0 },
});

export function TemplateList({ onInserted }: { onInserted(): void }): ReactElement | null {
  const { services } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const [busyId, setBusyId] = useState('');
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState('');
  if (services.templates.length === 0) return null;

  const insert = async (templateId: string): Promise<void> => {
    if (busyId) return;
    setBusyId(templateId);
    setSaid('');
    setFailure('');
    try {
      const added = await services.insertTemplate(templateId);
      setSaid(added.length > 0 ? text.model.inserted(added.join(', ')) : text.model.insertedNothing);
      onInserted();
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusyId('');
    }
  };

  return (
    <section className={pane.section} aria-labelledby="templates-heading">
      <h2 id="templates-heading" className={pane.heading}>{text.model.templates}</h2>
      <p className={pane.quiet}>{text.model.templatesLead}</p>
      <ul className={pane.card}>
        {services.templates.map((template) => (
          <li key={template.id} className={styles.template}>
            <span className={styles.about}>
              <span className={pane.rowTitle}>{template.title}</span>
              <span className={pane.quiet}>{template.description}</span>
            </span>
            <Button
              className={styles.insert}
              icon={<TableAddRegular />}
              aria-label={text.model.insertNamed(template.title)}
              disabledFocusable={busyId !== ''}
              onClick={() => void insert(template.id)}
            >
              {busyId === template.id ? text.model.inserting : text.model.insert}
            </Button>
          </li>
        ))}
      </ul>
      <FailureBar message={failure} />
      <div role="status" className={pane.quiet}>{said}</div>
    </section>
  );
}
