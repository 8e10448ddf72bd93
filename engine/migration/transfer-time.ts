import { secondsPerDay } from '../quantity/conversion.ts';

/** Bits of a TB (10^12 bytes), and bits a second of a Gb/s. */
const [bitsPerTb, bitsPerGigabit] = [8e12, 1e9];

/** Part of a link that a copy gets to use, when nothing better is known (A-MIG-1). */
export const usualLinkEfficiency = 0.8;

/** Days to send so much data over a link. [EQ-EXD-1] */
export const transferDays = (terabytes: number, gigabitsPerSecond: number, efficiency: number): number =>
  (terabytes * bitsPerTb) / (gigabitsPerSecond * bitsPerGigabit * efficiency) / secondsPerDay;
