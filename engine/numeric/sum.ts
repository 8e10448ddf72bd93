/**
 * Sum of doubles with a running compensation (Neumaier 1974): the error does not grow with the count, so that a series
 * of tens of thousands of hours adds up the same in any grouping to the last few bits.
 */
export const compensatedSum = (values: ArrayLike<number>): number => {
  let sum = 0;
  let compensation = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const next = sum + value;
    compensation += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + compensation;
};
