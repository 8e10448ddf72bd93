import { Button, Field, Input, Link, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useId, useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { FailureBar } from './failure-bar.tsx';
import { messageOf } from './message-of.ts';
import { usePane } from './pane-context.tsx';
import type { AddedRow, NodeTypeRow } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';
import { useLoad } from './use-load.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '8px',
    marginTop: '4px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** A short form that writes a row of Placements: which workload runs on the node type, in which scenario. */
export function PlaceNodeType({ row, onClose }: { readonly row: NodeTypeRow; onClose(): void }): ReactElement {
  const { services, goToCell } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const scenarioList = useId();
  const choices = useLoad(useCallback(() => services.placementChoices(), [services]));
  const [workload, setWorkload] = useState('');
  const [scenario, setScenario] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [added, setAdded] = useState<AddedRow | null>(null);
  const [failure, setFailure] = useState('');
  const workloads = choices.value?.workloads ?? [];
  const workloadId = workload || (workloads[0] ?? '');

  const add = async (): Promise<void> => {
    if (isBusy || workloadId === '') return;
    setIsBusy(true);
    setFailure('');
    try {
      const { provider, region, nodeType, purchase } = row;
      setAdded(await services.addPlacement({ workloadId, scenarioId: scenario, provider, region, nodeType, purchase }));
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  if (added)
    return (
      <div className={styles.form} role="status">
        <span>
          {translate('pane-place-added', { name: added.name })}{' '}
          <Link as="button" onClick={() => goToCell(added.sheetName, '')}>{translate('pane-go-to', { place: added.sheetName })}</Link>
        </span>
      </div>
    );
  return (
    <form
      className={styles.form}
      aria-label={translate('pane-place-named', { nodeType: row.nodeType })}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {choices.value && workloads.length === 0 && <p className={pane.quiet}>{translate('pane-place-no-workload')}</p>}
      {workloads.length > 0 && (
        <Field label={translate('pane-place-workload')}>
          <Select value={workloadId} onChange={(_, data) => setWorkload(data.value)}>
            {workloads.map((name) => (
              <option key={name} value={name}>{name}</option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={translate('pane-place-scenario')} hint={translate('pane-place-scenario-hint')}>
        <Input value={scenario} list={scenarioList} onChange={(_, data) => setScenario(data.value)} />
      </Field>
      <datalist id={scenarioList}>
        {choices.value?.scenarios.map((name) => <option key={name} value={name} />)}
      </datalist>
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={isBusy || workloadId === ''}>
          {translate(isBusy ? 'pane-place-adding' : 'pane-place-add')}
        </Button>
        <Button size="small" onClick={onClose}>{translate('pane-run-cancel')}</Button>
      </div>
      <FailureBar message={failure || choices.failure} />
    </form>
  );
}
