/* global CustomFunctions, Office, window, setInterval, clearInterval, Worker */
// A small add-in for the host's own tests: custom functions of every sort and a ribbon action.
const rates = { small: 0.05, large: 0.4 };

CustomFunctions.associate('COST', (plan, rate, nodes, hours) => {
  if (!(plan in rates)) throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, `There is no plan ${plan}.`);
  return rates[plan] * rate * (nodes ?? 1) * (hours ?? 730);
});
CustomFunctions.associate('SERIES', (count) => Array.from({ length: count }, (_, index) => [`month ${index + 1}`, (index + 1) * 10]));
CustomFunctions.associate('TEXT', (number) => `00${number}`);
CustomFunctions.associate('TOTAL', (cells) => cells.flat().reduce((sum, value) => sum + Number(value ?? 0), 0));
CustomFunctions.associate('JOIN', (between, parts) => parts.flat(2).join(between));
CustomFunctions.associate('WHERE', (invocation) => invocation.address);
CustomFunctions.associate('FAIL', (how) => {
  if (how === 'number') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
  if (how === 'value') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'not like this');
  throw new Error('a slip of the programmer');
});
CustomFunctions.associate('TICK', (start, invocation) => {
  window.ticking = (window.ticking ?? 0) + 1;
  let count = start;
  const timer = setInterval(() => invocation.setResult(++count), 40);
  invocation.onCanceled = () => {
    window.ticking--;
    clearInterval(timer);
  };
});

Office.actions.associate('PressMe', (event) => {
  window.pressed = event.source.id;
  event.completed();
});

window.startWorker = () => new Worker('worker.js');
