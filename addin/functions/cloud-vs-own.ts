import { breakEvenUse } from '../../engine/index.ts';
import { numberArgument } from './argument.ts';

/**
 * Share of the hours in which owned units must be used for owning to cost no more than renting them; above 1 it never
 * does.
 * @customfunction CLOUDVSOWN
 * @param annualOwn What owning costs a year.
 * @param units Units that are owned, such as 8 GPUs.
 * @param cloudPrice Price of renting one for an hour.
 * @returns Break-even utilization as a fraction.
 */
export function cloudVsOwn(annualOwn: number, units: number, cloudPrice: number): number {
  return breakEvenUse(
    numberArgument('annualOwn', annualOwn, { minimum: 0 }),
    numberArgument('units', units, { moreThan: 0 }),
    numberArgument('cloudPrice', cloudPrice, { moreThan: 0 }),
  );
}
