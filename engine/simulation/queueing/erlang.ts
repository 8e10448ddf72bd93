/**
 * Blocking probability of c servers offered a load of a erlangs with no room to wait (Erlang B), by the recursion
 * B(0) = 1, B(c) = a B(c-1) / (c + a B(c-1)), which never overflows (Cooper, Introduction to Queueing Theory, 2nd ed.
 * 1981, eq. 3.3). [EQ-QUE-1]
 */
export const erlangB = (serverCount: number, load: number): number => {
  let blocking = 1;
  for (let servers = 1; servers <= serverCount; servers += 1) {
    const offered = load * blocking;
    blocking = offered / (servers + offered);
  }
  return blocking;
};

/** Probability of waiting from the probability of blocking, for a load below the servers. [EQ-QUE-2] */
export const waitingFromBlocking = (blocking: number, serverCount: number, load: number): number =>
  (serverCount * blocking) / (serverCount - load * (1 - blocking));

/**
 * Probability that an arrival of an M/M/c queue must wait (Erlang C): 0.4092 for 10 servers and 8 erlangs. [EQ-QUE-2]
 * 1 at and above capacity: there every arrival waits, and the queue has no steady state.
 */
export const erlangC = (serverCount: number, load: number): number =>
  load >= serverCount ? 1 : waitingFromBlocking(erlangB(serverCount, load), serverCount, load);

/**
 * The same by the sum 1 / B = 1 + c/a + c(c-1)/a^2 + ... from the top down: as many terms as it takes to pass from the
 * servers to the load, not one for every server. For loops over the hours of years. [EQ-QUE-2]
 */
export const erlangCFromTop = (serverCount: number, load: number): number => {
  if (load >= serverCount) return 1;
  if (load <= 0) return 0;
  let term = 1;
  let sum = 1;
  for (let left = serverCount; left > 0; left -= 1) {
    term *= left / load;
    sum += term;
    if (term < 1e-17 * sum) break;
    if (sum > 1e300) return 0;
  }
  return waitingFromBlocking(1 / sum, serverCount, load);
};
