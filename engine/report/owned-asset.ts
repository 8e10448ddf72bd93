import type { StatedHardware } from '../owning/ownership-presets.ts';
import type { Refresh } from '../owning/ownership-years.ts';

/** Hardware of one's own, and what it is compared with. Amounts in the base currency, as doubles. */
export interface OwnedAsset extends StatedHardware {
  readonly name: string;
  readonly refresh: Refresh;
  readonly units: number;
  /** Share of the hours its units are used. */
  readonly utilization: number;
  /** Of renting a unit for an hour. */
  readonly cloudPrice: number;
}
