import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { useState, type ReactElement } from 'react';
import type { ProblemView } from '../automation.ts';
import { translate } from '../localization/translate.ts';
import { usePane } from './pane-context.tsx';
import { usePaneStyles } from './pane-styles.ts';

const firstShown = 50;

const useStyles = makeStyles({
  place: {
    display: 'flex',
    columnGap: '6px',
    alignItems: 'center',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, fontSize: '16px' },
  error: { color: tokens.colorStatusDangerForeground1, '@media (forced-colors: active)': { color: 'CanvasText' } },
  warning: { color: tokens.colorStatusWarningForeground3, '@media (forced-colors: active)': { color: 'CanvasText' } },
  /** A problem without a place is its message. */
  alone: { fontWeight: tokens.fontWeightRegular },
  message: { overflowWrap: 'anywhere' },
});

const problemPlace = (problem: ProblemView): string =>
  problem.cellAddress ? `${problem.sheetName}!${problem.cellAddress}` : problem.sheetName || problem.tableName;

export interface ProblemListProps {
  readonly problems: readonly ProblemView[];
  readonly label: string;
}

/** Each problem is a button that goes to its cell; a problem without a place is plain text. */
export function ProblemList(props: ProblemListProps): ReactElement {
  const { goToCell } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const [isAll, setIsAll] = useState(false);
  const shown = isAll ? props.problems : props.problems.slice(0, firstShown);
  return (
    <>
      <ul className={pane.card} aria-label={props.label}>
        {shown.map((problem, index) => {
          const place = problemPlace(problem);
          const isError = problem.severity === 'error';
          const Icon = isError ? ErrorCircleFilled : WarningFilled;
          const content = (
            <>
              <span className={styles.place}>
                <Icon
                  className={mergeClasses(styles.icon, isError ? styles.error : styles.warning)}
                  aria-label={isError ? translate('pane-error') : translate('pane-warning')}
                />
                <span className={place ? undefined : styles.alone}>{place || problem.message}</span>
              </span>
              {place && <span className={styles.message}>{problem.message}</span>}
            </>
          );
          return (
            <li key={`${index} ${place} ${problem.code}`}>
              {problem.sheetName ? (
                <button
                  type="button"
                  className={pane.rowButton}
                  title={translate('pane-go-to', { place })}
                  onClick={() => goToCell(problem.sheetName, problem.cellAddress)}
                >
                  {content}
                </button>
              ) : (
                <div className={pane.row}>{content}</div>
              )}
            </li>
          );
        })}
      </ul>
      {shown.length < props.problems.length && (
        <Button onClick={() => setIsAll(true)}>{translate('pane-show-all', { count: props.problems.length })}</Button>
      )}
    </>
  );
}
