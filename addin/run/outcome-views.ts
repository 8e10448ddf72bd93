import type { ComposedFigure, Issue } from '../../engine/index.ts';
import type { FigureView, ProblemView } from '../automation.ts';
import { formatFigure } from '../localization/format-figure.ts';
import { issueMessage } from '../localization/issue-message.ts';
import { translateText } from '../localization/translate.ts';

export const problemView = (issue: Issue): ProblemView => ({
  severity: issue.severity,
  sheetName: issue.location?.sheetName ?? '',
  cellAddress: issue.location?.cellAddress ?? '',
  tableName: issue.location?.tableName ?? '',
  code: issue.code,
  message: issueMessage(issue),
});

export const figureView = (figure: ComposedFigure): FigureView => ({
  label: translateText(figure.label),
  value: figure.value,
  text: formatFigure(figure),
});
