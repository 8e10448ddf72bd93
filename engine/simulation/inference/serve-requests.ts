import { EventHeap } from '../event-heap.ts';
import { stepSeconds, type Replica } from './replica.ts';

/** Requests in order of arrival: seconds, tokens in, tokens out. */
export interface Requests {
  readonly arrival: Float64Array;
  readonly promptTokens: Int32Array;
  readonly outputTokens: Int32Array;
}

/** Seconds from arrival to the first token and to the last, of each request; and what the copies did. */
export interface Served {
  readonly firstToken: Float64Array;
  readonly lastToken: Float64Array;
  /** Copies at work, of all of them until the last request was done. */
  readonly utilization: number;
  readonly meanBatch: number;
  readonly seconds: number;
}

interface Copy {
  /** Requests that wait, oldest first, from `next` on. */
  readonly waiting: number[];
  next: number;
  readonly running: number[];
  /** Tokens each running request still gets, at the same place. */
  readonly left: number[];
  /** Tokens of context of the running requests, and the room that is promised to them. */
  context: number;
  promised: number;
  isBusy: boolean;
}

/**
 * Serves requests by copies of a model, each request at the copy with the fewest in it (the lowest numbered of equals). A
 * copy takes the oldest that waits as soon as memory has room for all its tokens, and computes its prompt alone; else it
 * gives every running request a token. Every request is done; throws when the time spent in the system is not what the
 * requests say (Little's law).
 */
export const serveRequests = ({ arrival, promptTokens, outputTokens }: Requests, replica: Replica, copyCount: number): Served => {
  const count = arrival.length;
  const firstToken = new Float64Array(count).fill(NaN);
  const lastToken = new Float64Array(count).fill(NaN);
  const copies = Array.from({ length: copyCount }, (): Copy =>
    ({ waiting: [], next: 0, running: [], left: [], context: 0, promised: 0, isBusy: false }));
  const ends = new EventHeap();
  let [next, clock, busySeconds, inSystem, spent, steps, stepped] = [0, arrival[0] ?? 0, 0, 0, 0, 0, 0];
  const inCopy = ({ waiting, next: from, running }: Copy): number => waiting.length - from + running.length;

  const start = (index: number): void => {
    const copy = copies[index] as Copy;
    const request = copy.waiting[copy.next];
    let seconds = 0;
    if (request !== undefined && fits(copy, request)) {
      copy.next += 1;
      const prompt = promptTokens[request] as number;
      copy.promised += prompt + (outputTokens[request] as number);
      copy.context += prompt;
      copy.running.push(request);
      copy.left.push(outputTokens[request] as number);
      seconds = prompt * replica.prefillSecondsPerToken;
    } else if (copy.running.length > 0) {
      seconds = stepSeconds(replica, copy.running.length, copy.context);
      steps += 1;
      stepped += copy.running.length;
      for (let place = 0; place < copy.left.length; place += 1) copy.left[place] = (copy.left[place] as number) - 1;
      copy.context += copy.running.length;
    } else return;
    copy.isBusy = true;
    busySeconds += seconds;
    ends.push(clock + seconds, index);
  };
  const fits = ({ running, promised }: Copy, request: number): boolean => {
    const tokens = (promptTokens[request] as number) + (outputTokens[request] as number);
    return running.length === 0 || promised + tokens <= replica.contextTokens;
  };

  const finish = (index: number): void => {
    const copy = copies[index] as Copy;
    copy.isBusy = false;
    const newest = copy.running.at(-1);
    // The prompt's last pass gives the first token.
    if (newest !== undefined && Number.isNaN(firstToken[newest] as number)) {
      firstToken[newest] = clock - (arrival[newest] as number);
      copy.left[copy.left.length - 1] = (copy.left.at(-1) as number) - 1;
    }
    for (let place = copy.running.length - 1; place >= 0; place -= 1) {
      if ((copy.left[place] as number) > 0) continue;
      const request = copy.running[place] as number;
      lastToken[request] = clock - (arrival[request] as number);
      const tokens = (promptTokens[request] as number) + (outputTokens[request] as number);
      copy.promised -= tokens;
      copy.context -= tokens - 1;
      copy.running.splice(place, 1);
      copy.left.splice(place, 1);
      inSystem -= 1;
    }
    start(index);
  };

  for (;;) {
    const arriving = next < count ? (arrival[next] as number) : Infinity;
    const now = Math.min(arriving, ends.firstTime);
    if (now === Infinity) break;
    spent += inSystem * (now - clock);
    clock = now;
    if (arriving <= ends.firstTime) {
      let chosen = 0;
      for (let index = 1; index < copyCount; index += 1) if (inCopy(copies[index] as Copy) < inCopy(copies[chosen] as Copy)) chosen = index;
      (copies[chosen] as Copy).waiting.push(next);
      inSystem += 1;
      next += 1;
      if (!(copies[chosen] as Copy).isBusy) start(chosen);
    } else finish(ends.pop());
  }
  const waited = lastToken.reduce((sum, seconds) => sum + seconds, 0);
  if (!(Math.abs(waited - spent) <= 1e-6 * Math.max(1, spent))) throw new Error(`${waited} s in the system are not ${spent} s`);
  const seconds = clock - (arrival[0] ?? 0);
  return {
    firstToken, lastToken, seconds,
    utilization: seconds > 0 ? busySeconds / (seconds * copyCount) : 0,
    meanBatch: steps > 0 ? stepped / steps : 0,
  };
};
