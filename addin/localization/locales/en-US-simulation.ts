/** Running job logs, in English. */
export const enUSSimulation = {
  'log-reading': 'Reading the log: {read} MB',
  'log-reading-of': 'Reading the log: {read} of {all} MB',
  'log-simulating': 'Running the jobs',

  'jobs-submitted': 'Jobs submitted',
  'jobs-finished': 'Finished',
  'jobs-interrupted': 'Ended unfinished at the requested time',
  'jobs-running': 'Still running',
  'jobs-queued': 'Still queued',
  'jobs-rejected': 'Rejected: larger than the machine',

  'metric-mean-wait': 'Mean wait',
  'metric-maximum-wait': 'Maximum wait',
  'metric-bounded-slowdown': 'Mean bounded slowdown (10 s)',
  'metric-mean-response': 'Mean response',
  'metric-makespan': 'Makespan',
  'metric-utilization': 'Utilization',
} as const;
