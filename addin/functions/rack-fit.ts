import { circuitDerating, rackFit as fitOf } from '../../engine/index.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * Servers of one kind that fit in a rack, and what they run out of first: space, ports of the switch, or power.
 * @customfunction RACKFIT
 * @param units Height of the rack in rack units.
 * @param emptyUnits Rack units that stay empty.
 * @param serverUnits Rack units of one server.
 * @param ports Ports of the switch, one for each server.
 * @param volts Voltage of the circuit.
 * @param amperes Current of the circuit.
 * @param watts Power of one server under load.
 * @param [derating] Part of the circuit that may be loaded all the time; 0.8 when omitted.
 * @returns Number of servers, and beside it what binds.
 */
export function rackFit(
  units: number,
  emptyUnits: number,
  serverUnits: number,
  ports: number,
  volts: number,
  amperes: number,
  watts: number,
  derating?: number,
): any[][] { // eslint-disable-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
  const { count, binding } = fitOf({
    rackUnits: numberArgument('units', units, { moreThan: 0 }),
    emptyUnits: numberArgument('emptyUnits', emptyUnits, { minimum: 0 }),
    unitsPerServer: numberArgument('serverUnits', serverUnits, { moreThan: 0 }),
    switchPorts: numberArgument('ports', ports, { minimum: 0 }),
    volts: numberArgument('volts', volts, { moreThan: 0 }),
    amperes: numberArgument('amperes', amperes, { moreThan: 0 }),
    wattsPerServer: numberArgument('watts', watts, { moreThan: 0 }),
    derating: optionalNumber('derating', derating, { moreThan: 0, maximum: 1 }) ?? circuitDerating,
  });
  return [[count, binding.join(', ')]];
}
