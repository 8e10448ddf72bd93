import type { Issue, SummaryFigure } from '../../engine/index.ts';
import type { FigureView, ProblemView } from '../automation.ts';
import { formatFigure } from '../localization/format-figure.ts';
import { issueMessage } from '../localization/issue-message.ts';

export const problemView = (issue: Issue): ProblemView => ({
  severity: issue.severity,
  sheetName: issue.location?.sheetName ?? '',
  cellAddress: issue.location?.cellAddress ?? '',
  tableName: issue.location?.tableName ?? '',
  code: issue.code,
  message: issueMessage(issue),
});

export const figureView = (figure: SummaryFigure): FigureView => ({
  label: figure.label,
  value: figure.value,
  text: formatFigure(figure),
});
