import { buildCommitmentCash } from '../../report/tables/commitment-cash.ts';
import { buildCommitmentPlan, firstCounted } from '../../report/tables/commitment-plan.ts';
import { buildCommitmentRules } from '../../report/tables/commitment-rules.ts';
import { buildCommitmentSchedule } from '../../report/tables/commitment-schedule.ts';
import { buildCommitmentWorth } from '../../report/tables/commitment-worth.ts';
import { buildLoadDuration } from '../../report/tables/load-duration.ts';
import type { ModelPart } from '../parts/model-part.ts';
import { commitmentOptionsTable } from '../tables/commitment-options-table.ts';
import { adviseCommitments } from './advise-commitments.ts';
import { readCommitmentOptions } from './read-commitment-options.ts';

/** What to commit to, how much, and for how long: asked by the table CommitmentOptions. */
export const commitmentPart: ModelPart = {
  id: 'commitment-advice',
  specs: [commitmentOptionsTable],
  ask({ input, settings: { upfrontBudget, termRule } }) {
    const { options, issues } = readCommitmentOptions(input);
    return {
      issues,
      answer({ plan, usage, charge }) {
        const { advice, families, issues: found } = adviseCommitments(plan, usage, { options, upfrontBudget, termRule }, charge);
        return {
          issues: found,
          makeReport(results, ledger) {
            const cash = buildCommitmentCash(advice, results, ledger);
            const loadDuration = buildLoadDuration(advice, results);
            return {
              tables: [
                buildCommitmentPlan(advice, ledger),
                buildCommitmentWorth(advice, ledger),
                cash.table,
                buildCommitmentSchedule(families, results, ledger, firstCounted(advice)),
                buildCommitmentRules(families, ledger),
                loadDuration.table,
              ],
              charts: [...cash.charts, ...loadDuration.charts],
            };
          },
        };
      },
    };
  },
};
