import { Button, Field, Input, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { StopFilled } from '@fluentui/react-icons/svg/stop';
import { useId, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { ImportSelection } from '../automation.ts';
import { translate } from '../localization/translate.ts';
import { ImportOutcomePanel } from './import-outcome.tsx';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';
import { TaskProgress } from './task-progress.tsx';

const useStyles = makeStyles({
  /** A heading that opens: looks like the headings around it. */
  toggle: {
    padding: 0,
    minWidth: 0,
    justifyContent: 'flex-start',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    color: tokens.colorNeutralForeground1,
  },
  names: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))', gap: '8px', paddingLeft: '32px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What a list may be called on disk. */
const acceptedFiles = '.csv,.json,.txt,text/csv,application/json';

/** `eastus, westus3` as names. */
const namesOf = (text: string): string[] => text.split(/[\s,;]+/).filter(name => name !== '');

/** Adds prices of a provider's list, or of the analyst's own, to the workbook. Closed until somebody wants it. */
export function PriceImport(): ReactElement {
  const { priceImport } = usePane();
  const state = useSyncExternalStore(priceImport.subscribe, priceImport.state);
  const styles = useStyles();
  const pane = usePaneStyles();
  const bodyId = useId();
  const [isWanted, setIsWanted] = useState(state.phase !== 'idle');
  const isOpen = isWanted || state.phase === 'running';
  return (
    <section className={pane.section} aria-labelledby="import-heading">
      <h2 id="import-heading" className={pane.heading}>
        <Button
          className={styles.toggle}
          appearance="transparent"
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setIsWanted(!isOpen)}
        >
          {translate('pane-import-heading')}
        </Button>
      </h2>
      <div id={bodyId} className={pane.section}>
        {isOpen && <ImportForm />}
      </div>
    </section>
  );
}

function ImportForm(): ReactElement {
  const { priceImport } = usePane();
  const state = useSyncExternalStore(priceImport.subscribe, priceImport.state);
  const styles = useStyles();
  const pane = usePaneStyles();
  const file = useRef<HTMLInputElement>(null);
  const [isNamed, setIsNamed] = useState(false);
  const [regions, setRegions] = useState('');
  const [nodeTypes, setNodeTypes] = useState('');
  const isRunning = state.phase === 'running';
  const isIncomplete = isNamed && namesOf(`${regions} ${nodeTypes}`).length === 0;
  const selection: ImportSelection = {
    regions: isNamed ? namesOf(regions) : [], nodeTypes: isNamed ? namesOf(nodeTypes) : [], operatingSystems: [],
  };
  const read = (chosen: File | undefined): void => {
    if (chosen) void priceImport.start({ file: chosen, selection });
    // The same file may be chosen again once it is mended.
    if (file.current) file.current.value = '';
  };
  return (
    <>
      <p className={pane.quiet}>{translate('pane-import-lead')}</p>
      <Field label={translate('pane-import-take')}>
        <RadioGroup value={isNamed ? 'named' : 'used'} disabled={isRunning} onChange={(_, data) => setIsNamed(data.value === 'named')}>
          <Radio value="used" label={translate('pane-import-used')} />
          <Radio value="named" label={translate('pane-import-named')} />
        </RadioGroup>
      </Field>
      {isNamed && (
        <div className={styles.names}>
          <Field label={translate('pane-import-regions')}>
            <Input value={regions} disabled={isRunning} placeholder="eastus, westeurope" onChange={(_, data) => setRegions(data.value)} />
          </Field>
          <Field label={translate('pane-import-node-types')}>
            <Input value={nodeTypes} disabled={isRunning} placeholder="m7i.xlarge" onChange={(_, data) => setNodeTypes(data.value)} />
          </Field>
        </div>
      )}
      <input
        ref={file}
        type="file"
        hidden
        accept={acceptedFiles}
        aria-label={translate('pane-import-choose')}
        onChange={(event) => read(event.currentTarget.files?.[0])}
      />
      <div className={styles.actions}>
        <Button icon={<FolderOpenRegular />} disabledFocusable={isRunning || isIncomplete} onClick={() => file.current?.click()}>
          {translate('pane-import-choose')}
        </Button>
        {isRunning && (
          <Button icon={<StopFilled />} disabledFocusable={state.isCancelling} onClick={() => priceImport.cancel()}>
            {state.isCancelling ? translate('pane-run-cancelling') : translate('pane-run-cancel')}
          </Button>
        )}
      </div>
      {isRunning && <TaskProgress state={state} label={translate('pane-import-progress')} />}
      {state.phase === 'finished' && <ImportOutcomePanel outcome={state.outcome} />}
    </>
  );
}
