/** Multipliers of the base rate in the first, second, third and last quarter of a month's hours. */
export type SustainedUseSchedule = readonly [number, number, number, number];

/**
 * Up to 30 %: N1 (with the GPUs attached to it), M1, M2, f1-micro and g1-small. Source: Google Cloud, Sustained use
 * discounts, read 2026-11-25; the steps as copied by easycloud.company, 2018-07.
 */
const upToThirty: SustainedUseSchedule = [1, 0.8, 0.6, 0.4];

/**
 * Up to 20 %: N2, N2D, C2. The series and the 20 % are from the same page; the two steps in between are from knowledge
 * of it: assumption A-COM-5.
 */
const upToTwenty: SustainedUseSchedule = [1, 0.8678, 0.733, 0.6];

/** By machine series; every other series earns none. */
export const sustainedUseSchedules: Readonly<Record<string, SustainedUseSchedule>> = {
  n1: upToThirty, m1: upToThirty, m2: upToThirty, f1: upToThirty, g1: upToThirty,
  n2: upToTwenty, n2d: upToTwenty, c2: upToTwenty,
};
