import { autoscale } from './autoscale.ts';
import { cloudExit } from './cloud-exit.ts';
import { dataActExit } from './data-act-exit.ts';
import { commitments } from './commitments.ts';
import { gpuTraining } from './gpu-training.ts';
import { llmServing } from './llm-serving.ts';
import { modelTraining } from './model-training.ts';
import { nextYear } from './next-year.ts';
import { ownOrRentGpu } from './own-or-rent-gpu.ts';
import { rackPlan } from './rack-plan.ts';
import { renderFarm } from './render-farm.ts';
import type { Sample } from './sample.ts';
import { serverConsolidation } from './server-consolidation.ts';
import { tariffs } from './tariffs.ts';
import { universityHpc } from './university-hpc.ts';
import { unwantedReservations } from './unwanted-reservations.ts';
import { vmwareRenewal } from './vmware-renewal.ts';
import { webService } from './web-service.ts';

/** Every sample workbook, in the order of the README. */
export const samples: readonly Sample[] = [
  renderFarm, webService, gpuTraining, modelTraining, tariffs, commitments, unwantedReservations, nextYear, autoscale,
  universityHpc, llmServing, rackPlan, serverConsolidation, cloudExit, dataActExit, vmwareRenewal, ownOrRentGpu,
];
