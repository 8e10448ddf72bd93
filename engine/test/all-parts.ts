import { commitmentPart } from '../model/advice/commitment-part.ts';
import { dependencePart } from '../model/dependence/dependence-part.ts';
import { batchPart } from '../model/batch/batch-part.ts';
import { exitPart } from '../model/exits/exit-part.ts';
import { feasibilityPart } from '../model/feasibility/feasibility-part.ts';
import { hostPart } from '../model/hosts/host-part.ts';
import { hoursPart } from '../model/hours/hours-part.ts';
import { leavingPart } from '../model/leaving/leaving-part.ts';
import { meteringPart } from '../model/metering/metering-part.ts';
import { owningPart } from '../model/owning/owning-part.ts';
import type { ModelPart } from '../model/parts/model-part.ts';
import { rackPart } from '../model/racks/rack-part.ts';
import { scenarioPart } from '../model/scenarios/scenario-part.ts';
import { scalingPart } from '../model/scaling/scaling-part.ts';
import { servingPart } from '../model/serving/serving-part.ts';
import { trainingPart } from '../model/training/training-part.ts';
import { showbackPart } from '../model/showback/showback-part.ts';
import { solvingPart } from '../model/solving/solving-part.ts';
import { spotPart } from '../model/spot/spot-part.ts';

/** Every part of the model, for runs that need not wait for one to load. */
export const allParts: readonly ModelPart[] = [
  meteringPart,
  batchPart,
  commitmentPart,
  exitPart,
  feasibilityPart,
  hostPart,
  hoursPart,
  showbackPart,
  scenarioPart,
  solvingPart,
  leavingPart,
  dependencePart,
  owningPart,
  rackPart,
  scalingPart,
  servingPart,
  trainingPart,
  spotPart,
];
