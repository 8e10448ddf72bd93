/** Columns of the Standard Workload Format 2.2 that are read, counted from 0; the format has 18. */
export const swfField = {
  number: 0,
  submit: 1,
  runSeconds: 3,
  allocatedProcessors: 4,
  requestedProcessors: 7,
  requestedSeconds: 8,
  user: 11,
  group: 12,
  queue: 14,
  partition: 15,
} as const;

export const swfFieldCount = 18;

/** Whom a log names that can be charged as a department. */
export const swfDepartments = ['user', 'group', 'queue', 'partition'] as const;
export type SwfDepartment = (typeof swfDepartments)[number];
