// A webpack loader for decimal.js: leaves out the digits of pi and ln 10 beyond the hundredth. They are read by trigonometry
// and logarithms alone, which nobody here asks of a decimal; decimal.js tells by their length how precise they are, and throws
// where more is wanted.
const digitsKept = 100;

export default function shortConstants(source) {
  return source.replace(/\b(LN10|PI) = '(\d\.\d+)'/g, (_, name, digits) => `${name} = '${digits.slice(0, digitsKept + 2)}'`);
}
