import { hours, nodeHours, seconds, type Hours, type NodeHours, type Seconds } from './quantity.ts';

export const secondsPerHour = 3600;
export const hoursPerDay = 24;
export const secondsPerDay = secondsPerHour * hoursPerDay;
/** Hours of a month in price quotes (8,760 / 12). It only converts quotes: a period has its true hours. */
export const quoteHoursPerMonth = 730;
/** Hours of a one-year term, leap year or not, as AWS, Azure and GCP state their rates. */
const hoursPerTermYear = 8760;
/** Binary step between GB and TB in AWS tier limits, and between MiB and GiB. */
export const binaryThousand = 1024;

/** 8,760 or 26,280. */
export const termHours = (termYears: 1 | 3): Hours => hours(termYears * hoursPerTermYear);

export const toHours = (value: Seconds): Hours => hours(value / secondsPerHour);
export const toSeconds = (value: Hours): Seconds => seconds(value * secondsPerHour);
export const nodeHoursOf = (nodeCount: number, duration: Hours): NodeHours => nodeHours(nodeCount * duration);
