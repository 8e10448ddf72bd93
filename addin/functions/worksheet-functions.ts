import { breakEvenUtilization } from './break-even-utilization.ts';
import { catalogDate } from './catalog-date.ts';
import { cost } from './cost.ts';
import { effectiveRate } from './effective-rate.ts';
import { egress } from './egress.ts';
import { frontier } from './frontier.ts';
import { jobCost } from './job-cost.ts';
import { jobTime } from './job-time.ts';
import { nodes } from './nodes.ts';
import { price } from './price.ts';
import { tierCost } from './tier-cost.ts';

export interface WorksheetFunction {
  readonly compute: (...values: never[]) => unknown;
  /** A formula to try; it works in an empty workbook. */
  readonly example: string;
}

/**
 * Every function of the namespace CLOUD by its id in functions.json (which is made from the comments at each of
 * them), in the order in which a reader meets them.
 */
export const worksheetFunctions = {
  PRICE: { compute: price, example: '=CLOUD.PRICE("aws","us-east-1","m7i.xlarge")' },
  COST: { compute: cost, example: '=CLOUD.COST("aws","us-east-1","m7i.xlarge",730,2)' },
  NODES: { compute: nodes, example: '=CLOUD.NODES("aws","us-east-1",16,64)' },
  EFFECTIVERATE: { compute: effectiveRate, example: '=CLOUD.EFFECTIVERATE(0.2016,0.3,0.85)' },
  BREAKEVENUTIL: { compute: breakEvenUtilization, example: '=CLOUD.BREAKEVENUTIL(0.2016,0.1334)' },
  JOBTIME: { compute: jobTime, example: '=CLOUD.JOBTIME(560000,"aws/us-east-1/c7i.4xlarge",1000,97)' },
  JOBCOST: { compute: jobCost, example: '=CLOUD.JOBCOST(560000,"aws/us-east-1/c7i.4xlarge",1000,"on-demand",97)' },
  FRONTIER: { compute: frontier, example: '=CLOUD.FRONTIER(560000,"aws/us-east-1/c7i.4xlarge",100,70000,8)' },
  TIERCOST: { compute: tierCost, example: '=CLOUD.TIERCOST(20,{0,585;15,950},1)' },
  EGRESS: { compute: egress, example: '=CLOUD.EGRESS(10240,"aws")' },
  CATALOGDATE: { compute: catalogDate, example: '=CLOUD.CATALOGDATE()' },
} as const satisfies Record<string, WorksheetFunction>;
