import { enUSImport } from './en-US-import.ts';
import { enUSPane } from './en-US-pane.ts';
import { enUSSimulation } from './en-US-simulation.ts';

/** English sentences, by key. Say what is wrong, with which value, and how to mend it. */
export const enUS = {
  ...enUSPane,
  ...enUSImport,
  ...enUSSimulation,

  // Worksheet functions
  'argument-missing': '{argument} is missing.',
  'argument-not-text': '{argument} must be text, not {value}.',
  'argument-not-number': '{argument} must be a number, not "{value}".',
  'argument-below': '{argument} must be {minimum} or more, not {value}.',
  'argument-above': '{argument} must be {maximum} or less, not {value}.',
  'argument-not-above': '{argument} must be more than {limit}, not {value}.',
  'argument-not-whole': '{argument} must be a whole number, not {value}.',
  'argument-not-date': '{argument} must be a date or text such as 2026-01-31, not "{value}".',
  'argument-not-choice': '{argument} must be one of {choices}, not "{value}".',
  'argument-not-flag': '{argument} must be TRUE or FALSE, not "{value}".',
  'argument-not-country': '{argument} must be EU or a country of two letters such as DE, not "{value}".',
  'argument-columns': '{argument} must have {count} columns, not {found}.',
  'argument-end-before-start': 'End ({end}) must be after Start ({start}).',
  'range-columns': '{argument} must have the {expected} columns {columns}, without a header; it has {count}.',
  'workload-not-in-plan': 'The plan has no row for {workload}.',
  'numbers-not-ascending': '{columns} of {workload} must not fall.',
  'no-finite-answer': 'No number answers this: see the help of the function.',
  'export-no-table': 'The run has no result table {table}. It has {known}.',
  'export-no-ledger': 'The run charges nothing: there is no ledger to write. Name a result table.',
  'report-run': 'CloudCost {engine}, prices of {date}, input {hash}, seed {seed}.',
  'report-warnings': 'Warnings',
  'report-more-rows': '{count} more {count|row is|rows are} in the workbook.',
  'report-yes': 'yes',
  'report-no': 'no',
  'ranges-differ': '{first} and {other} must have the same number of cells.',
  'range-reversed': '{upper} must not be less than {lower}.',
  'no-node-type-matches': 'No node type matches.',
  'cores-unknown': 'The number of physical cores of {nodeType} is not known.',
  'function-failed': 'This could not be computed: {reason}',

  'results-out-of-date': 'Out of date: {tables} changed since this run. Run the model again.',
  'result-retired': 'Not part of the latest run: the workbook has nothing for this table any more.',

  // The page
  'start-failed': 'CloudCost could not start: {message}',

  // The workbook name CLOUDCOST
  'name-comment': 'Cost of running nodes for some hours, as CLOUD.COST.',
  'name-taken': 'The name {name} stands for something else in this workbook.',
  'no-lambda': 'This Excel has no LAMBDA, which the name {name} needs. Use =CLOUD.COST(...) instead.',

  // A run
  'stage-read': 'Reading the tables',
  'stage-demand': 'Working out the demand',
  'stage-capacity': 'Sizing the capacity',
  'stage-decisions': 'Weighing the decisions',
  'stage-pricing': 'Pricing',
  'stage-report': 'Putting the results together',
  'stage-write': 'Writing the results',
  'stage-done': 'Done',
  'figure-unknown': 'unknown',
  'already-running': 'A run is under way. Wait for its end, or cancel it.',
  'excel-too-old': 'This Excel is too old to keep result tables in place (it lacks ExcelApi 1.13). Update Excel, or use Excel on the web.',
  'newer-workbook': 'This workbook was written by a later version of CloudCost (schema {schema}). Update the add-in.',
  'run-failed': '{reason}[ (at {statement})]',

  // Why results cannot be written
  'result-table-taken':
    'A table named {table} is in the workbook, but has no column {column}, so it is not a result of CloudCost. Rename it, or restore the column.',
  'result-too-long': 'The result {table} has {count} rows, more than an Excel sheet can hold.',
  'result-sheet-protected': 'The sheet {sheet} is protected. Remove the protection to let results be written.',
  'result-sheet-taken': 'The sheet {sheet} holds something else. Rename or empty it; CloudCost writes its results to a sheet of that name.',
  'workbook-protected': 'The structure of the workbook is protected, so the sheet {sheet} cannot be added.',
  'result-in-the-way': 'The table {table} must grow, but {address} is in the way. Move it, or leave space around the table.',
} as const;
