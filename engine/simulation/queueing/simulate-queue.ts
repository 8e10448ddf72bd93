import { compensatedSum } from '../../numeric/sum.ts';
import { RandomStream } from '../../numeric/random/random-stream.ts';
import { sampler, type Distribution } from './distribution.ts';
import { EventHeap } from '../event-heap.ts';

/** One line, any number of like servers, first come first served: a G/G/c queue. */
export interface QueueModel {
  readonly serverCount: number;
  /** Time between arrivals. */
  readonly interarrival: Distribution;
  readonly service: Distribution;
}

/** What one simulated run saw, from an empty queue to the departure of its last customer. */
export interface QueueRun {
  /** Waiting time of each customer, in the order of arrival. */
  readonly waits: Float64Array;
  /** Time from the start to the last departure. */
  readonly duration: number;
  /** Customers waiting, and servers busy, in the mean of that time. */
  readonly meanWaiting: number;
  readonly meanBusy: number;
}

const arrival = 0;
const departure = 1;

/** Relative error that sums of doubles over millions of events may carry. */
const tolerance = 1e-9;

const demandEqual = (what: string, a: number, b: number): void => {
  if (!(Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b)))) throw new Error(`${what}: ${a} is not ${b}`);
};

/** Times of arrival of those who wait, in a ring. */
class Line {
  private times = new Float64Array(64);
  private head = 0;
  length = 0;

  add(time: number): void {
    if (this.length === this.times.length) {
      const longer = new Float64Array(2 * this.length);
      longer.set(this.times.subarray(this.head));
      longer.set(this.times.subarray(0, this.head), this.length - this.head);
      this.times = longer;
      this.head = 0;
    }
    this.times[(this.head + this.length) & (this.times.length - 1)] = time;
    this.length += 1;
  }

  take(): number {
    const time = this.times[this.head] as number;
    this.head = (this.head + 1) & (this.times.length - 1);
    this.length -= 1;
    return time;
  }
}

/**
 * Runs a queue for so many customers. Times between arrivals come from stream 0 of the seed and times of service from
 * stream 1, so that two models of one seed meet the same arrivals. [EQ-QUE-10]
 * Throws when customers are lost, when the time integral of the line is not the sum of all waits (Little's law, exact
 * for a run that starts and ends empty), or when that of the busy servers is not the sum of all service times.
 */
export const simulateQueue = (model: QueueModel, customerCount: number, seed: number): QueueRun => {
  const { serverCount } = model;
  if (!Number.isInteger(serverCount) || serverCount < 1) throw new RangeError(`${serverCount} servers`);
  if (!Number.isInteger(customerCount) || customerCount < 1) throw new RangeError(`${customerCount} customers`);
  const nextInterarrival = sampler(model.interarrival, new RandomStream(seed, 0));
  const nextService = sampler(model.service, new RandomStream(seed, 1));
  const waits = new Float64Array(customerCount);
  const heap = new EventHeap(Math.min(serverCount, customerCount) + 1);
  const line = new Line();
  let [arrived, started, departed, busy] = [0, 0, 0, 0];
  let [now, waitingTime, busyTime, work] = [0, 0, 0, 0];

  heap.push(nextInterarrival(), arrival);
  while (heap.size > 0) {
    const time = heap.firstTime;
    waitingTime += line.length * (time - now);
    busyTime += busy * (time - now);
    now = time;
    if (heap.firstEvent === arrival) {
      arrived += 1;
      if (arrived < customerCount) heap.replaceFirst(time + nextInterarrival(), arrival);
      else heap.pop();
      if (busy === serverCount) {
        line.add(time);
        continue;
      }
      // Whoever finds a server free waits for nothing: the array holds zeros.
      busy += 1;
      started += 1;
      const service = nextService();
      work += service;
      heap.push(time + service, departure);
      continue;
    }
    departed += 1;
    if (line.length === 0) {
      busy -= 1;
      heap.pop();
      continue;
    }
    waits[started] = time - line.take();
    started += 1;
    const service = nextService();
    work += service;
    heap.replaceFirst(time + service, departure);
  }

  for (const count of [arrived, started, departed])
    if (count !== customerCount) throw new Error(`${count} of ${customerCount} customers accounted for`);
  demandEqual("Little's law", waitingTime, compensatedSum(waits));
  demandEqual('busy time', busyTime, work);
  return { waits, duration: now, meanWaiting: waitingTime / now, meanBusy: busyTime / now };
};
