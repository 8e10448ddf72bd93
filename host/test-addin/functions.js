/* global CustomFunctions, Office, window, setInterval, clearInterval */
// A small add-in for the host's own tests: a few custom functions and a ribbon action. Tests drive Excel.run themselves.
const rates = { small: 0.05, large: 0.4 };

CustomFunctions.associate('COST', (plan, rate, nodes, hours) => {
  if (!(plan in rates)) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, `There is no plan ${plan}.`);
  return rates[plan] * rate * (nodes ?? 1) * (hours ?? 730);
});
CustomFunctions.associate('SERIES', (count) => Array.from({ length: count }, (_, index) => [`month ${index + 1}`, (index + 1) * 10]));
CustomFunctions.associate('TEXT', (number) => `00${number}`);
