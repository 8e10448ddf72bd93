import { price } from './price.ts';

/** Every function of the namespace CLOUD by its id in functions.json, which is made from the comments at each of them. */
export const worksheetFunctions = {
  PRICE: price,
} as const;
