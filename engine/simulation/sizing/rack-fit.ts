import { tightestLimit, type TightestLimit } from './tightest-limit.ts';
import { unitsWithin } from './whole-units.ts';

/** A rack, its circuit and the like servers to be put in it. */
export interface RackPlan {
  /** Height of the rack, and what stays empty of it. */
  readonly rackUnits: number;
  readonly emptyUnits: number;
  readonly unitsPerServer: number;
  readonly switchPorts: number;
  readonly portsPerServer?: number;
  readonly volts: number;
  readonly amperes: number;
  /** Part of the circuit that may be loaded without end. */
  readonly derating: number;
  /** At a power factor of 1. */
  readonly wattsPerServer: number;
  /** Heat that can be taken away; nearly all power becomes heat. Without: no limit. */
  readonly coolingWatts?: number;
  /** What the floor carries, and a server weighs. Without: no limit. */
  readonly carriedKg?: number;
  readonly kgPerServer?: number;
}

/** Servers of one kind in a rack: the least of space, ports, power, cooling and weight, and which of them binds. [EQ-SIZ-5] */
export const rackFit = (plan: RackPlan): TightestLimit => {
  const { portsPerServer = 1, coolingWatts, carriedKg, kgPerServer } = plan;
  return tightestLimit([
    { resource: 'space', count: unitsWithin((plan.rackUnits - plan.emptyUnits) / plan.unitsPerServer) },
    { resource: 'ports', count: unitsWithin(plan.switchPorts / portsPerServer) },
    { resource: 'power', count: unitsWithin((plan.volts * plan.amperes * plan.derating) / plan.wattsPerServer) },
    { resource: 'cooling', count: coolingWatts === undefined ? null : unitsWithin(coolingWatts / plan.wattsPerServer) },
    {
      resource: 'weight',
      count: carriedKg === undefined || !kgPerServer ? null : unitsWithin(carriedKg / kgPerServer),
    },
  ]);
};

/** Part of a circuit that may be loaded for hours (NEC 210.19 and 210.20: continuous loads at most 80 %). */
export const circuitDerating = 0.8;
