/**
 * Events in the order of their time; of the same time, in the order in which they were put in. A heap of four children
 * to a node over typed arrays. An event is a small whole number that its owner gives a meaning.
 */
export class EventHeap {
  private times: Float64Array;
  private orders: Float64Array;
  private events: Int32Array;
  private count = 0;
  private nextOrder = 0;

  constructor(capacity = 16) {
    this.times = new Float64Array(Math.max(1, capacity));
    this.orders = new Float64Array(this.times.length);
    this.events = new Int32Array(this.times.length);
  }

  get size(): number {
    return this.count;
  }

  /** Time of the first event; Infinity when there is none. */
  get firstTime(): number {
    return this.count > 0 ? (this.times[0] as number) : Infinity;
  }

  get firstEvent(): number {
    if (this.count === 0) throw new RangeError('there is no event');
    return this.events[0] as number;
  }

  push(time: number, event: number): void {
    if (this.count === this.times.length) this.grow();
    const { times, orders, events } = this;
    let place = this.count;
    this.count += 1;
    while (place > 0) {
      const parent = (place - 1) >> 2;
      // A new event comes after all others of its time.
      if ((times[parent] as number) <= time) break;
      times[place] = times[parent] as number;
      orders[place] = orders[parent] as number;
      events[place] = events[parent] as number;
      place = parent;
    }
    times[place] = time;
    orders[place] = this.nextOrder;
    events[place] = event;
    this.nextOrder += 1;
  }

  /** Takes the first event out and answers it. */
  pop(): number {
    const first = this.firstEvent;
    this.count -= 1;
    const last = this.count;
    if (last > 0) this.sink(this.times[last] as number, this.orders[last] as number, this.events[last] as number);
    return first;
  }

  /** Takes the first event out and puts another in: `pop` and `push` in one way down the heap. */
  replaceFirst(time: number, event: number): void {
    if (this.count === 0) throw new RangeError('there is no event');
    const order = this.nextOrder;
    this.nextOrder += 1;
    this.sink(time, order, event);
  }

  /** Puts an event where it belongs, from the top down, over the event that stands there. */
  private sink(time: number, order: number, event: number): void {
    const { times, orders, events, count } = this;
    let place = 0;
    for (let child = 1; child < count; child = 4 * place + 1) {
      const end = child + 4 < count ? child + 4 : count;
      let first = child;
      let firstTime = times[child] as number;
      for (let other = child + 1; other < end; other += 1) {
        const otherTime = times[other] as number;
        if (otherTime < firstTime || (otherTime === firstTime && (orders[other] as number) < (orders[first] as number))) {
          first = other;
          firstTime = otherTime;
        }
      }
      if (time < firstTime || (time === firstTime && order < (orders[first] as number))) break;
      times[place] = firstTime;
      orders[place] = orders[first] as number;
      events[place] = events[first] as number;
      place = first;
    }
    times[place] = time;
    orders[place] = order;
    events[place] = event;
  }

  private grow(): void {
    const [times, orders, events] = [this.times, this.orders, this.events];
    const capacity = 2 * times.length;
    this.times = new Float64Array(capacity);
    this.orders = new Float64Array(capacity);
    this.events = new Int32Array(capacity);
    this.times.set(times);
    this.orders.set(orders);
    this.events.set(events);
  }
}
