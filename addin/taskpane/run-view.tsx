import { Button, makeStyles } from '@fluentui/react-components';
import { PlayFilled } from '@fluentui/react-icons/svg/play';
import { StopFilled } from '@fluentui/react-icons/svg/stop';
import { useEffect, useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { ExplainRow } from './explain-row.tsx';
import { OutOfDate } from './out-of-date.tsx';
import { usePane, useRunState } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';
import type { RunState } from './run-controller.ts';
import { RunHistory } from './run-history.tsx';
import { RunOutcomePanel } from './run-outcome.tsx';
import { SaveReport } from './save-report.tsx';
import { TaskProgress } from './task-progress.tsx';
import { useTables } from './use-tables.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export function RunView(): ReactElement {
  const { run, format } = usePane();
  const state = useRunState();
  const styles = useStyles();
  const pane = usePaneStyles();
  const isRunning = state.phase === 'running';
  const { value: tables, reload } = useTables();
  // A run that ended made its results the newest
  const { phase } = state;
  useEffect(() => {
    if (phase === 'finished') reload();
  }, [phase, reload]);
  return (
    <div className={pane.view}>
      <section className={pane.section} aria-labelledby="run-heading">
        <h2 id="run-heading" className={pane.heading}>{translate('pane-run-heading')}</h2>
        <p className={pane.quiet}>{translate('pane-run-lead')}</p>
        {tables && !isRunning && <OutOfDate tables={tables} />}
        <div className={styles.actions}>
          {/* Disabled but focusable: the keyboard stays where it was when the run begins. */}
          <Button appearance="primary" icon={<PlayFilled />} disabledFocusable={isRunning} onClick={() => void run.start()}>
            {state.phase === 'finished' ? translate('pane-run-again') : translate('pane-run-start')}
          </Button>
          {isRunning && (
            <Button icon={<StopFilled />} disabledFocusable={state.isCancelling} onClick={() => run.cancel()}>
              {state.isCancelling ? translate('pane-run-cancelling') : translate('pane-run-cancel')}
            </Button>
          )}
        </div>
      </section>
      {isRunning && <TaskProgress state={state} label={translate('pane-run-progress')} />}
      <SaveReport isRunning={isRunning} />
      {state.phase === 'finished' && <RunOutcomePanel outcome={state.outcome} elapsed={format.duration(state.elapsedMs)} />}
      <ExplainRow isRunning={isRunning} />
      {!isRunning && <RunHistory newest={state.phase === 'finished' ? state.elapsedMs : 0} />}
    </div>
  );
}

/** What assistive technology hears: the stages of a run, not each percent, and how it ended. */
export function RunAnnouncer(): ReactElement {
  const state = useRunState();
  const pane = usePaneStyles();
  const stage = state.phase === 'running' ? state.progress?.stage : undefined;
  const stageText = state.phase === 'running' ? state.progress?.text : undefined;
  const [heard, setHeard] = useState({ stage, stageText });
  if (heard.stage !== stage) setHeard({ stage, stageText });
  return (
    <div role="status" aria-live="polite" className={pane.heard}>
      {announcement(state, heard.stageText)}
    </div>
  );
}

function announcement(state: RunState, stageText: string | undefined): string {
  if (state.phase === 'idle') return '';
  if (state.phase === 'running') return stageText ?? translate('pane-run-starting');
  const { outcome } = state;
  switch (outcome.status) {
    case 'done':
      return translate('pane-run-done');
    case 'invalid':
      return translate('pane-run-invalid', { count: outcome.problems.length });
    case 'cancelled':
      return translate('pane-run-cancelled');
    case 'failed':
      return translate('pane-run-failed-heard', { reason: outcome.message });
  }
}
