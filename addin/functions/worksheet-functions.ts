import { breakEvenUtilization } from './break-even-utilization.ts';
import { catalogDate } from './catalog-date.ts';
import { cost } from './cost.ts';
import { effectiveRate } from './effective-rate.ts';
import { frontier } from './frontier.ts';
import { jobCost } from './job-cost.ts';
import { jobTime } from './job-time.ts';
import { nodes } from './nodes.ts';
import { price } from './price.ts';

/** Every function of the namespace CLOUD by its id in functions.json, which is made from the comments at each of them. */
export const worksheetFunctions = {
  BREAKEVENUTIL: breakEvenUtilization,
  CATALOGDATE: catalogDate,
  COST: cost,
  EFFECTIVERATE: effectiveRate,
  FRONTIER: frontier,
  JOBCOST: jobCost,
  JOBTIME: jobTime,
  NODES: nodes,
  PRICE: price,
} as const;
