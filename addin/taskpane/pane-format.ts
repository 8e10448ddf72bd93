/** Numbers and times as the reader's language writes them. */
export interface PaneFormat {
  count(value: number): string;
  /** Up to two decimals, as many as there are. */
  amount(value: number): string;
  /** Price per unit: at least two decimals, at most six. */
  unitPrice(value: number, currency: string): string;
  /** `0.8 s`, `12 s`, `3 min 05 s`. */
  duration(milliseconds: number): string;
  /** An ISO date as the reader writes dates. */
  date(isoDate: string): string;
  /** An ISO instant by the reader's clock. */
  time(isoInstant: string): string;
  percent(fraction: number): string;
}

export function createPaneFormat(language: string): PaneFormat {
  const integer = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const price = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 6 });
  const instant = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    count: (value) => integer.format(value),
    amount: (value) => decimal.format(value),
    unitPrice: (value, currency) => `${price.format(value)} ${currency}`,
    duration(milliseconds) {
      const seconds = milliseconds / 1000;
      if (seconds < 9.95) return `${tenth.format(seconds)} s`;
      const whole = Math.round(seconds);
      if (whole < 60) return `${whole} s`;
      return `${integer.format(Math.floor(whole / 60))} min ${String(whole % 60).padStart(2, '0')} s`;
    },
    date(isoDate) {
      const time = Date.parse(isoDate);
      return Number.isNaN(time) ? isoDate : day.format(time);
    },
    time: (isoInstant) => instant.format(Date.parse(isoInstant)),
    percent: (fraction) => percent.format(fraction),
  };
}
