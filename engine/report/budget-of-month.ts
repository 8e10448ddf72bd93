import type { BudgetRow } from './showback.ts';

/** Of one budget's rows: a stated month goes before "every month". */
export const budgetOfMonth = (rows: readonly BudgetRow[], month: string): number =>
  (rows.find(row => row.month === month) ?? rows.find(row => row.month === null))?.amount ?? 0;
