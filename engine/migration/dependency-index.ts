/** A service a workload stands on. */
export interface Dependency {
  /** How much the workload stands on it, against its other services. */
  readonly weight: number;
  /** How hard it is to replace, from 0 to 1. */
  readonly difficulty: number;
}

/** Layers of the cloud a service may belong to. */
export const serviceLayers = ['IaaS', 'PaaS', 'SaaS'] as const;
export type ServiceLayer = (typeof serviceLayers)[number];

/** Where nothing is stated, how hard a service is to replace: a standard one is offered elsewhere as it is (A-MIG-8). */
const usualDifficulties: Readonly<Record<ServiceLayer, { readonly standard: number; readonly own: number }>> = {
  IaaS: { standard: 0.1, own: 0.3 },
  PaaS: { standard: 0.3, own: 0.7 },
  SaaS: { standard: 0.5, own: 0.9 },
};

export const usualDifficulty = (layer: ServiceLayer, isStandard: boolean): number =>
  usualDifficulties[layer][isStandard ? 'standard' : 'own'];

/**
 * How hard a workload is to move, from 0 to 1: the mean difficulty of what it stands on, by weight; 0 of nothing.
 * [EQ-DEP-1]
 */
export const dependencyIndex = (dependencies: readonly Dependency[]): number => {
  const weight = dependencies.reduce((sum, each) => sum + each.weight, 0);
  return weight === 0 ? 0 : dependencies.reduce((sum, each) => sum + each.weight * each.difficulty, 0) / weight;
};
