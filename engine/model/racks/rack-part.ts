import { makeIssue } from '../../issue/issue-codes.ts';
import { buildRackPlan } from '../../report/tables/rack-plan.ts';
import { planRacks } from '../../simulation/sizing/rack-plan.ts';
import type { ModelPart } from '../parts/model-part.ts';
import { racksTable, serversTable } from '../tables/rack-tables.ts';
import { readRacks } from './read-racks.ts';

/** Which servers stand in which racks, and what is used up first: asked by the tables Racks and Servers. */
export const rackPart: ModelPart = {
  id: 'racks',
  specs: [racksTable, serversTable],
  ask({ input }) {
    const { racks, servers, issues } = readRacks(input);
    return {
      issues,
      standsAlone: true,
      answer() {
        const plan = planRacks(racks, servers);
        const unplaced = servers.flatMap(({ id, at }) => {
          const count = plan.unplaced.get(id);
          return count === undefined ? [] : [makeIssue('servers-without-room', { server: id, count }, { severity: 'warning', location: at('Count') })];
        });
        return {
          issues: unplaced,
          makeReport() {
            const { table, charts, checks } = buildRackPlan(plan, servers);
            return { tables: [table], charts, checks };
          },
        };
      },
    };
  },
};
