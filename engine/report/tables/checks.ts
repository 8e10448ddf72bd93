import { checkHolds, type Check } from '../checks.ts';
import { countText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';
import type { RunResults } from '../run-results.ts';
import { warningText } from '../warning-text.ts';

export const checksTable = defineResultTable({
  id: 'OutChecks',
  version: 1,
  sheetName: 'Results Checks',
  title: 'Checks',
  question: 'Do the results agree with themselves, and is anything in the inputs probably not meant?',
  description: 'Each check computes one figure in two ways; warnings about the inputs follow. All must be ok.',
  columns: [
    { id: 'Check', title: 'Check', format: 'text', description: 'What must agree, or what to look at.' },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario it is about; blank for a warning.' },
    { id: 'Status', title: 'Status', format: 'text', description: 'ok, failed or warning.' },
    { id: 'Expected', title: 'Expected', format: 'decimal', description: 'The figure one way.' },
    { id: 'Actual', title: 'Found', format: 'decimal', description: 'The figure the other way.' },
    { id: 'Difference', title: 'Difference', format: 'unitPrice', description: 'Found less expected.' },
    {
      id: 'Tolerance',
      title: 'Allowed',
      format: 'unitPrice',
      description: 'Largest difference that is rounding only.',
    },
    { id: 'Cell', title: 'Cell', format: 'text', description: 'Cell a warning is about.' },
  ],
});

export const buildChecks = ({ warnings }: RunResults, checks: readonly Check[]): ComposedTable | null => {
  const failed = checks.filter(check => !checkHolds(check)).length;
  const warned = warnings.length > 0 ? say`${countText(warnings.length, 'warning')} about the inputs.` : say``;
  const all = checks.length === 1
    ? say`The only check holds.`
    : say`All ${countText(checks.length, 'check')} hold.`;
  const found = failed === 0 ? all : say`${countText(failed, 'check')} of ${checks.length} failed.`;
  return fillTable(checksTable, {
    answer: oneByOne(found, warned),
    rows: [
      ...checks.map(check => ({
        Check: check.check,
        ScenarioId: check.scenarioId,
        Status: checkHolds(check) ? 'ok' : 'failed',
        Expected: check.expected,
        Actual: check.actual,
        Difference: check.actual - check.expected,
        Tolerance: check.tolerance,
        Cell: null,
      })),
      ...warnings.map(warning => ({
        Check: warningText(warning),
        ScenarioId: null,
        Status: 'warning',
        Expected: null,
        Actual: null,
        Difference: null,
        Tolerance: null,
        Cell: warning.location?.cellAddress
          ? `${warning.location.sheetName}!${warning.location.cellAddress}`
          : (warning.location?.sheetName ?? null),
      })),
    ],
  });
};
