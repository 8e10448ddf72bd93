import { assetAnnual } from './asset-annual.ts';
import { benchCheck } from './bench-check.ts';
import { breakEvenUtilization } from './break-even-utilization.ts';
import { catalogDate } from './catalog-date.ts';
import { changed } from './changed.ts';
import { checkpoint } from './checkpoint.ts';
import { cloudVsOwn } from './cloud-vs-own.ts';
import { commitCover } from './commit-cover.ts';
import { cost } from './cost.ts';
import { effectiveRate } from './effective-rate.ts';
import { egress } from './egress.ts';
import { erlangC } from './erlang-c.ts';
import { exitCost } from './exit-cost.ts';
import { extrapolate } from './extrapolate.ts';
import { frontier } from './frontier.ts';
import { gpuShare } from './gpu-share.ts';
import { jobCost } from './job-cost.ts';
import { jobTime } from './job-time.ts';
import { licenceCores } from './licence-cores.ts';
import { lockInPremium } from './lock-in-premium.ts';
import { nodesFor } from './nodes-for.ts';
import { nodes } from './nodes.ts';
import { onPremRate } from './on-prem-rate.ts';
import { outageLoss } from './outage-loss.ts';
import { poolSize } from './pool-size.ts';
import { price } from './price.ts';
import { queueWait } from './queue-wait.ts';
import { rackFit } from './rack-fit.ts';
import { sdsSlowdown } from './sds-slowdown.ts';
import { serversFor } from './servers-for.ts';
import { slaCredit } from './sla-credit.ts';
import { spotCost } from './spot-cost.ts';
import { storageRaw } from './storage-raw.ts';
import { stranded } from './stranded.ts';
import { switchNpv } from './switch-npv.ts';
import { switchOption } from './switch-option.ts';
import { switchTrigger } from './switch-trigger.ts';
import { tierCost } from './tier-cost.ts';
import { transferDays } from './transfer-days.ts';
import { uslCapacity } from './usl-capacity.ts';
import { uslFit } from './usl-fit.ts';
import { vmFit } from './vm-fit.ts';

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
  COMMITCOVER: { compute: commitCover, example: '=CLOUD.COMMITCOVER({10;10;8;8;6;6;4;4;2;2},1,0.55)' },
  SPOTCOST: { compute: spotCost, example: '=CLOUD.SPOTCOST(0.2016,0.7,240,120,300)' },
  CHECKPOINT: { compute: checkpoint, example: '=CLOUD.CHECKPOINT(300,24)' },
  JOBTIME: { compute: jobTime, example: '=CLOUD.JOBTIME(560000,"aws/us-east-1/c7i.4xlarge",1000,97)' },
  JOBCOST: { compute: jobCost, example: '=CLOUD.JOBCOST(560000,"aws/us-east-1/c7i.4xlarge",1000,"on-demand",97)' },
  FRONTIER: { compute: frontier, example: '=CLOUD.FRONTIER(560000,"aws/us-east-1/c7i.4xlarge",100,70000,8)' },
  TIERCOST: { compute: tierCost, example: '=CLOUD.TIERCOST(20,{0,585;15,950},1)' },
  EGRESS: { compute: egress, example: '=CLOUD.EGRESS(10240,"aws")' },
  EXTRAPOLATE: { compute: extrapolate, example: '=CLOUD.EXTRAPOLATE({10;12;9},{3600;4500;3100},{1;1;1},14000)' },
  NODESFOR: { compute: nodesFor, example: '=CLOUD.NODESFOR(1000000,600)' },
  ERLANGC: { compute: erlangC, example: '=CLOUD.ERLANGC(10,8)' },
  QUEUEWAIT: { compute: queueWait, example: '=CLOUD.QUEUEWAIT(10,90,0.1)' },
  SERVERSFOR: { compute: serversFor, example: '=CLOUD.SERVERSFOR(90,0.1,0.05,0.95)' },
  USLCAP: { compute: uslCapacity, example: '=CLOUD.USLCAP(69,0.05,0.0002)' },
  USLFIT: { compute: uslFit, example: '=CLOUD.USLFIT({1;2;4;8;16;32},{955;1879;3549;6531;9897;12074})' },
  POOLSIZE: { compute: poolSize, example: '=CLOUD.POOLSIZE({5;5;5;5;5;5;5;5},{6;6;6;6;6;6;6;6},0.2,0.99)' },
  VMFIT: { compute: vmFit, example: '=CLOUD.VMFIT(4,1.5,16,2,1,2)' },
  RACKFIT: { compute: rackFit, example: '=CLOUD.RACKFIT(42,8,2,24,100,15,740)' },
  GPUSHARE: { compute: gpuShare, example: '=CLOUD.GPUSHARE("H100","mig","3g.40gb",2)' },
  SDSSLOWDOWN: { compute: sdsSlowdown, example: '=CLOUD.SDSSLOWDOWN(0.01)' },
  STORAGERAW: { compute: storageRaw, example: '=CLOUD.STORAGERAW(100000,1,10,4)' },
  BENCHCHECK: { compute: benchCheck, example: '=CLOUD.BENCHCHECK(2000000000000,0.922,0.2)' },
  TRANSFERDAYS: { compute: transferDays, example: '=CLOUD.TRANSFERDAYS(100,1)' },
  STRANDED: { compute: stranded, example: '=CLOUD.STRANDED({"2026-01-01","2029-01-01",36000,0,"resale"},"2027-01-01",0,0.1)' },
  EXITCOST: {
    compute: exitCost,
    example: '=CLOUD.EXITCOST({"shop",40000,900,12000,5000},{"shop",300,500,1200,120,1,3,6,4},0.9)',
  },
  SWITCHNPV: { compute: switchNpv, example: '=CLOUD.SWITCHNPV(0.07,{2000000;2000000;2000000},{1600000;1600000;1600000},1000000)' },
  LOCKINPREMIUM: { compute: lockInPremium, example: '=CLOUD.LOCKINPREMIUM(0.07,3,2000000,2000000,1000000)' },
  SWITCHOPTION: { compute: switchOption, example: '=CLOUD.SWITCHOPTION(1049726.4,1000000,3,0.3,0.05,0.04)' },
  SWITCHTRIGGER: { compute: switchTrigger, example: '=CLOUD.SWITCHTRIGGER(0.07,0.04,0.2)' },
  ASSETANNUAL: { compute: assetAnnual, example: '=CLOUD.ASSETANNUAL(364000,0.08,5,54600)' },
  ONPREMRATE: { compute: onPremRate, example: '=CLOUD.ONPREMRATE(364000,0.08,5,10.2,1,0.09,3600,8,1,0.15,184.06,0.06,0.8)' },
  CLOUDVSOWN: { compute: cloudVsOwn, example: '=CLOUD.CLOUDVSOWN(136262,8,2.5)' },
  LICENCECORES: { compute: licenceCores, example: '=CLOUD.LICENCECORES(2,8)' },
  SLACREDIT: { compute: slaCredit, example: '=CLOUD.SLACREDIT(100000,0.995,"aws")' },
  OUTAGELOSS: { compute: outageLoss, example: '=CLOUD.OUTAGELOSS(0.995,20000)' },
  CHANGED: { compute: changed, example: '=CLOUD.CHANGED("Settings:0",{"Setting","Value"})' },
  CATALOGDATE: { compute: catalogDate, example: '=CLOUD.CATALOGDATE()' },
} as const satisfies Record<string, WorksheetFunction>;
