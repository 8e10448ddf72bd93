import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { ExportOutcome } from '../automation.ts';
import { translate } from '../localization/translate.ts';
import { FailureBar } from './failure-bar.tsx';
import { messageOf } from './message-of.ts';
import { usePane } from './pane-context.tsx';
import type { ReportFormat } from './pane-services.ts';
import { usePaneStyles } from './pane-styles.ts';
import { ProblemList } from './problem-list.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const formats: readonly ReportFormat[] = ['html', 'markdown', 'csv'];

/** A browser saves what a link offers; the address is given back once it has. */
const keptMs = 10_000;

interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

function save({ name, type, text }: ReportFile): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}

const files: Readonly<Record<ReportFormat, Omit<ReportFile, 'text'>>> = {
  html: { name: 'cloudcost-report.html', type: 'text/html;charset=utf-8' },
  markdown: { name: 'cloudcost-report.md', type: 'text/markdown;charset=utf-8' },
  csv: { name: 'cloudcost-focus.csv', type: 'text/csv;charset=utf-8' },
};

/** The run as a file: computed anew, so that it is never out of date; the workbook stays as it is. */
export function SaveReport({ isRunning }: { readonly isRunning: boolean }): ReactElement {
  const { services } = usePane();
  const styles = useStyles();
  const pane = usePaneStyles();
  const [working, setWorking] = useState<ReportFormat | null>(null);
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  const [failure, setFailure] = useState('');
  const isBusy = isRunning || working !== null;
  const start = async (format: ReportFormat): Promise<void> => {
    setWorking(format);
    setOutcome(null);
    setFailure('');
    try {
      const exported = await services.exportReport(format);
      setOutcome(exported);
      if (exported.status === 'done') save({ ...files[format], text: exported.text });
      if (exported.status === 'failed') setFailure(exported.message);
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setWorking(null);
    }
  };
  return (
    <section className={pane.section} aria-labelledby="report-heading">
      <h3 id="report-heading" className={pane.subheading}>{translate('pane-report-heading')}</h3>
      <p className={pane.quiet}>{translate('pane-report-lead')}</p>
      <div className={styles.actions}>
        {formats.map((format) => (
          <Button key={format} size="small" disabledFocusable={isBusy} onClick={() => {
              if (!isBusy) void start(format);
            }}>
            {working === format ? translate('pane-report-working') : translate(`pane-report-${format}`)}
          </Button>
        ))}
      </div>
      <div role="status" className={pane.heard}>{outcome?.status === 'done' ? translate('pane-report-saved') : ''}</div>
      <FailureBar message={failure} />
      {outcome?.status === 'invalid' && <ProblemList problems={outcome.problems} label={translate('pane-problems')} />}
    </section>
  );
}
