import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { secondsPerDay } from './conversion.ts';
import { epochDayOf, type EpochSeconds } from './calendar.ts';

/** The two ways a workbook counts days: serial 1 is 1900-01-01, or serial 0 is 1904-01-01. */
export type DateSystem = 1900 | 1904;

/** Serial 60 of the 1900 system is 1900-02-29, a day that never was, kept by Excel from Lotus 1-2-3. */
const phantomSerial = 60;
const beforePhantom = epochDayOf({ year: 1899, month: 12, day: 31 });
const afterPhantom = epochDayOf({ year: 1899, month: 12, day: 30 });
const start1904 = epochDayOf({ year: 1904, month: 1, day: 1 });
/** 9999-12-31, the last date Excel knows. */
const lastEpochDay = epochDayOf({ year: 9999, month: 12, day: 31 });

/**
 * The clock face of a serial date: its whole part is the day, its fraction the time of day, rounded to the second as a
 * cell shows it. Reports `invalid-date` for a negative serial, one after 9999-12-31, and the day that never was.
 */
export const localSecondsOfSerial = (serial: number, dateSystem: DateSystem): Result<EpochSeconds> => {
  const invalid = fail(makeIssue('invalid-date', { text: String(serial) }));
  if (!Number.isFinite(serial) || serial < 0) return invalid;
  const roundedSeconds = Math.round(serial * secondsPerDay);
  const serialDay = Math.floor(roundedSeconds / secondsPerDay);
  if (dateSystem === 1900 && (serialDay === 0 || serialDay === phantomSerial)) return invalid;
  const origin = dateSystem === 1904 ? start1904 : serialDay < phantomSerial ? beforePhantom : afterPhantom;
  if (origin + serialDay > lastEpochDay) return invalid;
  return ok(origin * secondsPerDay + roundedSeconds);
};

/** The serial date of a clock face; null before the first day of the date system. */
export const serialOfLocalSeconds = (localSeconds: EpochSeconds, dateSystem: DateSystem): number | null => {
  if (dateSystem === 1904) {
    const serial = localSeconds / secondsPerDay - start1904;
    return serial >= 0 ? serial : null;
  }
  const serial = localSeconds / secondsPerDay - afterPhantom;
  if (serial >= phantomSerial + 1) return serial;
  return serial >= 2 ? serial - 1 : null;
};
