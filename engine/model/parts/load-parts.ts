import type { ModelInput } from '../model-input.ts';
import type { hourlyPart } from '../hourly/hourly-detail.ts';
import type { ModelPart } from './model-part.ts';

interface PartLoader {
  readonly id: string;
  /** A workbook asks the question by having one of these tables. */
  readonly tableIds: readonly string[];
  /** Shows more of what the tables of the plan already say: a run without it answers all the same. */
  readonly isOptional?: boolean;
  load(): Promise<ModelPart>;
}

/** In the order in which their results are read. Each is a script of its own in the browser. */
const partLoaders: readonly PartLoader[] = [
  {
    id: 'metering',
    tableIds: ['Meters', 'MeterTiers', 'MeterAllowances', 'MeterUsage'],
    load: async () => (await import(/* webpackChunkName: "part-metering" */ '../metering/metering-part.ts')).meteringPart,
  },
  {
    id: 'batch',
    tableIds: ['Queues', 'QueueNodes', 'Departments', 'Jobs'],
    load: async () => (await import(/* webpackChunkName: "part-batch" */ '../batch/batch-part.ts')).batchPart,
  },
  {
    id: 'serving',
    tableIds: ['ModelServing', 'Requests'],
    load: async () => (await import(/* webpackChunkName: "part-serving" */ '../serving/serving-part.ts')).servingPart,
  },
  {
    id: 'training',
    tableIds: ['ModelTraining', 'TrainingRuns'],
    load: async () => (await import(/* webpackChunkName: "part-training" */ '../training/training-part.ts')).trainingPart,
  },
  {
    id: 'exits',
    tableIds: ['CommitmentExits'],
    load: async () => (await import(/* webpackChunkName: "part-exits" */ '../exits/exit-part.ts')).exitPart,
  },
  {
    id: 'commitment-advice',
    tableIds: ['CommitmentOptions'],
    load: async () => (await import(/* webpackChunkName: "part-commitment-advice" */ '../advice/commitment-part.ts')).commitmentPart,
  },
  {
    id: 'leaving',
    tableIds: ['MigrationPlan', 'MigrationCosts', 'Dependencies'],
    load: async () => (await import(/* webpackChunkName: "part-leaving" */ '../leaving/leaving-part.ts')).leavingPart,
  },
  {
    id: 'dependence',
    tableIds: ['Licences', 'PortabilityLayers', 'KeyPersons', 'CloudMixes', 'ServiceLevels'],
    load: async () => (await import(/* webpackChunkName: "part-dependence" */ '../dependence/dependence-part.ts')).dependencePart,
  },
  {
    id: 'showback',
    tableIds: ['Budgets', 'Allocation', 'UnitCosts'],
    load: async () => (await import(/* webpackChunkName: "part-showback" */ '../showback/showback-part.ts')).showbackPart,
  },
  {
    id: 'scenarios',
    tableIds: ['Scenarios'],
    load: async () => (await import(/* webpackChunkName: "part-scenarios" */ '../scenarios/scenario-part.ts')).scenarioPart,
  },
  {
    id: 'solving',
    tableIds: ['SolveFor', 'Sensitivity'],
    load: async () => (await import(/* webpackChunkName: "part-solving" */ '../solving/solving-part.ts')).solvingPart,
  },
  {
    id: 'owning',
    tableIds: ['OwnHardware'],
    load: async () => (await import(/* webpackChunkName: "part-owning" */ '../owning/owning-part.ts')).owningPart,
  },
  {
    id: 'hours',
    tableIds: ['Services'],
    isOptional: true,
    load: async () => (await import(/* webpackChunkName: "part-hours" */ '../hours/hours-part.ts')).hoursPart,
  },
  {
    id: 'hosts',
    tableIds: ['HostPools', 'Guests'],
    load: async () => (await import(/* webpackChunkName: "part-hosts" */ '../hosts/host-part.ts')).hostPart,
  },
  {
    id: 'racks',
    tableIds: ['Racks', 'Servers'],
    load: async () => (await import(/* webpackChunkName: "part-racks" */ '../racks/rack-part.ts')).rackPart,
  },
  {
    id: 'feasibility',
    tableIds: ['GpuChecks'],
    load: async () => (await import(/* webpackChunkName: "part-feasibility" */ '../feasibility/feasibility-part.ts')).feasibilityPart,
  },
  {
    id: 'scaling',
    tableIds: ['ScalingWays'],
    load: async () => (await import(/* webpackChunkName: "part-scaling" */ '../scaling/scaling-part.ts')).scalingPart,
  },
  {
    id: 'spot',
    tableIds: ['SpotRisk'],
    load: async () => (await import(/* webpackChunkName: "part-spot" */ '../spot/spot-part.ts')).spotPart,
  },
];

const askedLoaders = ({ tables }: ModelInput): PartLoader[] => {
  const standing = new Set(tables.map(({ tableName }) => tableName.trim().toLowerCase()));
  return partLoaders.filter(({ tableIds }) => tableIds.some(id => standing.has(id.toLowerCase())));
};

/** Loads what the tables of a workbook ask for beside the plan itself. */
export const loadParts = async (input: ModelInput): Promise<readonly ModelPart[]> => {
  const parts: ModelPart[] = [];
  // One after another: in a worker scripts load so in any case, and parts that share a module find it loaded
  for (const { load } of askedLoaders(input)) parts.push(await load());
  return parts;
};

/** The part that keeps the ledger by the hour, for `RunModelOptions.beside`; loaded when somebody asks for it. */
export const loadHourlyPart = async (): Promise<typeof hourlyPart> =>
  (await import(/* webpackChunkName: "part-hourly" */ '../hourly/hourly-detail.ts')).hourlyPart;

/** The parts a run needs, of those loaded. Throws when one was not: a question must not go unanswered. */
export const askedParts = (input: ModelInput, loaded: readonly ModelPart[]): ModelPart[] =>
  askedLoaders(input).flatMap(({ id, isOptional }) => {
    const part = loaded.find(each => each.id === id);
    if (!part && isOptional) return [];
    if (!part) throw new Error(`The part ${id} of the model is not loaded: await loadParts(input) first`);
    return part;
  });
