import { ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { translate } from '../localization/translate.ts';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';
import type { TaskState } from './task-controller.ts';

const useStyles = makeStyles({
  stage: { display: 'flex', justifyContent: 'space-between', columnGap: '12px', fontVariantNumeric: 'tabular-nums' },
  elapsed: { color: tokens.colorNeutralForeground2, flexShrink: 0 },
});

export interface TaskProgressProps {
  readonly state: Extract<TaskState<unknown>, { phase: 'running' }>;
  /** What is under way, for assistive technology. */
  readonly label: string;
}

/** How far a long task is, what it is doing, and for how long. */
export function TaskProgress({ state, label }: TaskProgressProps): ReactElement {
  const { format } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const elapsedMs = useElapsedMs(state.startedAtMs);
  const { progress } = state;
  const fraction = progress?.fraction ?? 0;
  const stageText = progress?.text ?? translate('pane-run-starting');
  return (
    <div className={pane.section}>
      <ProgressBar
        thickness="large"
        value={fraction}
        aria-label={label}
        aria-valuetext={translate('pane-run-progress-text', { percent: format.percent(fraction), text: stageText })}
      />
      <div className={styles.stage}>
        <span>{stageText}</span>
        <span className={styles.elapsed}>{translate('pane-run-elapsed', { time: format.duration(elapsedMs) })}</span>
      </div>
    </div>
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
