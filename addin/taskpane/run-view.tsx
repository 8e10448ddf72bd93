import { Button, ProgressBar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PlayFilled } from '@fluentui/react-icons/svg/play';
import { StopFilled } from '@fluentui/react-icons/svg/stop';
import { useEffect, useState, type ReactElement } from 'react';
import { usePane, useRunState } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';
import type { RunState } from './run-controller.ts';
import { RunOutcomePanel } from './run-outcome.tsx';
import { text } from './text.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  stage: { display: 'flex', justifyContent: 'space-between', columnGap: '12px', fontVariantNumeric: 'tabular-nums' },
  elapsed: { color: tokens.colorNeutralForeground2, flexShrink: 0 },
});

export function RunView(): ReactElement {
  const { run, format } = usePane();
  const state = useRunState();
  const styles = useStyles();
  const pane = usePaneStyles();
  const isRunning = state.phase === 'running';
  return (
    <div className={pane.view}>
      <section className={pane.section} aria-labelledby="run-heading">
        <h2 id="run-heading" className={pane.heading}>{text.run.heading}</h2>
        <p className={pane.quiet}>{text.run.lead}</p>
        <div className={styles.actions}>
          {/* Disabled but focusable: the keyboard stays where it was when the run begins. */}
          <Button appearance="primary" icon={<PlayFilled />} disabledFocusable={isRunning} onClick={() => void run.start()}>
            {state.phase === 'finished' ? text.run.startAgain : text.run.start}
          </Button>
          {isRunning && (
            <Button icon={<StopFilled />} disabledFocusable={state.isCancelling} onClick={() => run.cancel()}>
              {state.isCancelling ? text.run.cancelling : text.run.cancel}
            </Button>
          )}
        </div>
      </section>
      {isRunning && <RunProgress state={state} />}
      {state.phase === 'finished' && <RunOutcomePanel outcome={state.outcome} elapsed={format.duration(state.elapsedMs)} />}
    </div>
  );
}

function RunProgress(props: { readonly state: Extract<RunState, { phase: 'running' }> }): ReactElement {
  const { format } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const elapsedMs = useElapsedMs(props.state.startedAtMs);
  const { progress } = props.state;
  const fraction = progress?.fraction ?? 0;
  return (
    <section className={pane.section}>
      <ProgressBar
        thickness="large"
        value={fraction}
        aria-label={text.run.progressLabel}
        aria-valuetext={`${format.percent(fraction)}, ${progress?.text ?? text.run.starting}`}
      />
      <div className={styles.stage}>
        <span>{progress?.text ?? text.run.starting}</span>
        <span className={mergeClasses(styles.elapsed)}>{text.run.elapsed(format.duration(elapsedMs))}</span>
      </div>
    </section>
  );
}

function useElapsedMs(startedAtMs: number): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, nowMs - startedAtMs);
}

/** What assistive technology hears: the stages of a run, not each percent, and how it ended. */
export function RunAnnouncer(): ReactElement {
  const { format } = usePane();
  const state = useRunState();
  const pane = usePaneStyles();
  return (
    <div role="status" aria-live="polite" className={pane.heard}>
      {announcement(state, format.count)}
    </div>
  );
}

function announcement(state: RunState, count: (value: number) => string): string {
  if (state.phase === 'idle') return '';
  if (state.phase === 'running') return state.progress?.text.replace(/[\d.,\s]+(of|\/)[\d.,\s]+.*$/, '') ?? text.run.starting;
  const { outcome } = state;
  switch (outcome.status) {
    case 'done':
      return text.run.doneTitle;
    case 'invalid':
      return text.run.invalidTitle(count(outcome.problems.length), outcome.problems.length === 1);
    case 'cancelled':
      return text.run.cancelledTitle;
    case 'failed':
      return `${text.run.failedTitle}: ${outcome.message}`;
  }
}
