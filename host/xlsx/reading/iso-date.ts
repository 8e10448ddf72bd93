const DAY_MS = 86_400_000;

/** Serial of a date cell in a strict file (`2026-11-21T08:00:00`), or null when it is none. Dates have no time zone. */
export function serialFromIso(text: string, date1904: boolean): number | null {
  const match = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?Z?$/.exec(text.trim());
  if (!match || (!match[1] && !match[2])) return null;
  const dayMs = match[1] ? Date.parse(`${match[1]}T00:00:00Z`) : null;
  const [hours = 0, minutes = 0, seconds = 0] = (match[2] ?? '').split(':').map(Number);
  const fraction = (hours * 3600 + minutes * 60 + seconds) / 86_400;
  if (dayMs === null) return fraction;
  if (date1904) return (dayMs - Date.UTC(1904, 0, 1)) / DAY_MS + fraction;
  const days = (dayMs - Date.UTC(1899, 11, 30)) / DAY_MS;
  // Excel's 1900 has a 29 February: serials before 1 March 1900 are one lower.
  return (days < 61 ? days - 1 : days) + fraction;
}
