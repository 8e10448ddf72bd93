import { packFirstFit, type Amounts, type BinKind, type ItemKind, type Packing } from './first-fit.ts';

/** What a rack has to give, and a server takes. */
export const rackResources = ['space', 'ports', 'power', 'cooling', 'weight'] as const;
export type RackResource = (typeof rackResources)[number];

/** Units, ports, watts, watts of heat, kilograms; null: not limited, or not known of a server. */
export type RackAmounts = Amounts<RackResource>;
export type RackKind = BinKind<RackResource>;
export type ServerKind = ItemKind<RackResource>;

/** Puts servers into racks; of each rack it is told what sent the next server on. [EQ-SIZ-12] */
export const planRacks = (racks: readonly RackKind[], servers: readonly ServerKind[]): Packing<RackResource> =>
  packFirstFit(rackResources, racks, servers);
