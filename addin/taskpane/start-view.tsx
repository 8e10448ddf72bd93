import { Button, Link, makeStyles } from '@fluentui/react-components';
import { PlayFilled } from '@fluentui/react-icons/svg/play';
import { useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { FailureBar } from './failure-bar.tsx';
import { messageOf } from './message-of.ts';
import { usePane } from './pane-context.tsx';
import type { QuestionView } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';

const useStyles = makeStyles({
  question: { padding: '12px', display: 'flex', flexDirection: 'column', rowGap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What became of the last button: words for everybody, and whether a model stands ready to run. */
interface Said {
  readonly text: string;
  readonly isReady: boolean;
}

/** The first screen: questions, each with an example that answers it and the empty tables to ask it for oneself. */
export function StartView(): ReactElement {
  const { services, views, run } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const [busy, setBusy] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const [failure, setFailure] = useState('');

  const act = async (name: string, work: () => Promise<Said>): Promise<void> => {
    if (busy) return;
    setBusy(name);
    setSaid(null);
    setFailure('');
    try {
      setSaid(await work());
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusy('');
    }
  };
  const openExample = ({ id }: QuestionView): Promise<void> =>
    act(`example ${id}`, async () => {
      const { added, inTheWay } = await services.insertExample(id);
      return inTheWay.length > 0
        ? { text: translate('pane-start-in-the-way', { names: inTheWay.join(', ') }), isReady: false }
        : { text: translate('pane-start-ready', { names: added.join(', ') }), isReady: true };
    });
  const insertEmpty = ({ id, templateId }: QuestionView): Promise<void> =>
    act(`empty ${id}`, async () => {
      const added = await services.insertTemplate(templateId);
      const text = added.length > 0 ? translate('pane-template-inserted', { names: added.join(', ') }) : translate('pane-template-nothing');
      return { text, isReady: false };
    });
  const start = (): void => {
    views.show('run');
    void run.start();
  };
  return (
    <div className={pane.view}>
      <section className={pane.section} aria-labelledby="start-heading">
        <h2 id="start-heading" className={pane.heading}>{translate('pane-start-heading')}</h2>
        <p className={pane.quiet}>{translate('pane-start-lead')}</p>
        <ul className={pane.card}>
          {services.questions.map((each) => (
            <li key={each.id} className={styles.question}>
              <span className={pane.rowTitle}>{each.question}</span>
              <span className={pane.quiet}>{each.description}</span>
              <span className={styles.actions}>
                <Button
                  size="small"
                  appearance="primary"
                  aria-label={translate('pane-start-example-named', { question: each.question })}
                  disabledFocusable={busy !== ''}
                  onClick={() => void openExample(each)}
                >
                  {translate(busy === `example ${each.id}` ? 'pane-start-working' : 'pane-start-example')}
                </Button>
                <Button
                  size="small"
                  aria-label={translate('pane-start-empty-named', { question: each.question })}
                  disabledFocusable={busy !== ''}
                  onClick={() => void insertEmpty(each)}
                >
                  {translate(busy === `empty ${each.id}` ? 'pane-start-working' : 'pane-start-empty')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
        <FailureBar message={failure} />
        <div role="status" className={pane.quiet}>{said?.text ?? ''}</div>
        {said?.isReady && (
          <div>
            <Button appearance="primary" icon={<PlayFilled />} onClick={start}>{translate('pane-run-start')}</Button>
          </div>
        )}
        <div>
          <Link as="button" onClick={() => views.show('model')}>{translate('pane-start-more')}</Link>
        </div>
      </section>
    </div>
  );
}
