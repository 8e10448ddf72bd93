import type { ProblemView } from '../../addin/automation.ts';

const place = ({ sheetName, cellAddress, tableName }: ProblemView): string =>
  [cellAddress ? `${sheetName}!${cellAddress}` : sheetName, tableName && `(${tableName})`].filter(Boolean).join(' ');

/** `  Placements!F4 (Placements): what is wrong`, with a line end. */
export const problemLine = (problem: ProblemView): string =>
  `  ${problem.severity === 'warning' ? 'warning: ' : ''}${[place(problem), problem.message].filter(Boolean).join(': ')}\n`;
