import { buildDayProfile } from '../../report/tables/day-profile.ts';
import { buildHeatMap } from '../../report/tables/heat-map.ts';
import type { ModelPart } from '../parts/model-part.ts';

/** Services by the hours of the day and the week: shown where there are Services. */
export const hoursPart: ModelPart = {
  id: 'hours',
  specs: [],
  ask: () => ({
    issues: [],
    answer: () => ({
      issues: [],
      makeReport(results) {
        const day = buildDayProfile(results);
        return { details: [day.table, buildHeatMap(results)], charts: day.charts };
      },
    }),
  }),
};
