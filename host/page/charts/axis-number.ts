/**
 * Axis labels after the gist of an Excel number format: percent or not, thousands, decimals, and a currency sign or
 * unit in front or behind. Without a format: up to six significant digits.
 */
export function axisNumber(excelFormat: string | undefined, language: string): (value: number) => string {
  // `[$€-407]` is a currency sign with its locale; other brackets are colors and conditions.
  const first = (excelFormat ?? 'General').split(';')[0] ?? '';
  const positive = first.replace(/\[\$([^\]-]*)[^\]]*\]/g, '$1').replace(/\[[^\]]*\]/g, '');
  const digits = /[#0?][#0?,.]*/.exec(positive);
  if (!digits) {
    const general = new Intl.NumberFormat(language, { maximumSignificantDigits: 6 });
    return (value) => general.format(value);
  }
  const [whole = '', decimals = ''] = digits[0].split('.');
  const isPercent = positive.includes('%');
  const before = literal(positive.slice(0, digits.index));
  const after = literal(positive.slice(digits.index + digits[0].length).replace('%', ''));
  const format = new Intl.NumberFormat(language, {
    style: isPercent ? 'percent' : 'decimal',
    useGrouping: whole.includes(','),
    // Optional decimals (`#`) are dropped: an axis reads better with even labels.
    minimumFractionDigits: 0,
    maximumFractionDigits: Math.min(20, decimals.length),
  });
  return (value) => `${before}${format.format(value)}${after}`;
}

/** `"USD" ` and `\ ` are text; padding and fill signs (`_)`, `*-`) are not. */
const literal = (part: string): string => part.replace(/[_*]./g, '').replace(/\\(.)/g, '$1').replaceAll('"', '');
