import { Button, makeStyles } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons/svg/table-add';
import { useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { FailureBar } from './failure-bar.tsx';
import { messageOf } from './message-of.ts';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';

const useStyles = makeStyles({
  template: { padding: '10px 12px', display: 'flex', columnGap: '12px', alignItems: 'center' },
  about: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  insert: { flexShrink: 0 },
});

export function TemplateList({ onInserted }: { onInserted(tableNames: readonly string[]): void }): ReactElement | null {
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
      setSaid(added.length > 0 ? translate('pane-template-inserted', { names: added.join(', ') }) : translate('pane-template-nothing'));
      onInserted(added);
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusyId('');
    }
  };

  return (
    <section className={pane.section} aria-labelledby="templates-heading">
      <h2 id="templates-heading" className={pane.heading}>{translate('pane-template-heading')}</h2>
      <p className={pane.quiet}>{translate('pane-template-lead')}</p>
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
              aria-label={translate('pane-template-insert-named', { title: template.title })}
              disabledFocusable={busyId !== ''}
              onClick={() => void insert(template.id)}
            >
              {busyId === template.id ? translate('pane-template-inserting') : translate('pane-template-insert')}
            </Button>
          </li>
        ))}
      </ul>
      <FailureBar message={failure} />
      <div role="status" className={pane.quiet}>{said}</div>
    </section>
  );
}
