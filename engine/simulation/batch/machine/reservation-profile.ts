/**
 * Processors not promised to anybody, from now to the end of time, as steps: `free[i]` from `from[i]` until `from[i + 1]`,
 * the last step for ever. Neighbours always differ.
 */
export class ReservationProfile {
  private count = 1;
  private from = new Float64Array(64);
  private free = new Float64Array(64);

  constructor(totalProcessors: number) {
    this.from[0] = -Infinity;
    this.free[0] = totalProcessors;
  }

  /** Forgets what lies before `now`. */
  forgetBefore(now: number): void {
    let passed = 0;
    while (passed + 1 < this.count && (this.from[passed + 1] as number) <= now) passed += 1;
    if (passed === 0) return;
    this.from.copyWithin(0, passed, this.count);
    this.free.copyWithin(0, passed, this.count);
    this.count -= passed;
  }

  /** The first second from `now` on at which `processors` are free for `seconds` on end. */
  earliest(processors: number, seconds: number, now: number): number {
    const { from, free, count } = this;
    let start = now;
    let isRoom = true;
    for (let step = 0; step < count; step += 1) {
      const begin = from[step] as number;
      if (isRoom && begin >= start + seconds) return start;
      const end = step + 1 < count ? (from[step + 1] as number) : Infinity;
      if ((free[step] as number) >= processors) {
        if (!isRoom) start = Math.max(now, begin);
        isRoom = true;
      } else if (end > now) isRoom = false;
    }
    if (!isRoom) throw new Error(`${processors} processors are never free`);
    return start;
  }

  /** Promises processors from `start` until `end`; a negative number takes a promise back. */
  promise(start: number, end: number, processors: number): void {
    if (start >= end) return;
    const first = this.stepAt(start);
    const last = this.stepAt(end);
    for (let step = first; step < last; step += 1) this.free[step] = (this.free[step] as number) - processors;
    this.mergeWithPrevious(last);
    this.mergeWithPrevious(first);
  }

  /** The step that begins at `time`, made if there is none. */
  private stepAt(time: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.from[middle] as number) < time) low = middle + 1;
      else high = middle;
    }
    if (low < this.count && this.from[low] === time) return low;
    if (this.count === this.from.length) this.grow();
    this.from.copyWithin(low + 1, low, this.count);
    this.free.copyWithin(low + 1, low, this.count);
    this.from[low] = time;
    this.free[low] = this.free[low - 1] as number;
    this.count += 1;
    return low;
  }

  private mergeWithPrevious(step: number): void {
    if (step === 0 || this.free[step] !== this.free[step - 1]) return;
    this.from.copyWithin(step, step + 1, this.count);
    this.free.copyWithin(step, step + 1, this.count);
    this.count -= 1;
  }

  private grow(): void {
    const { from, free } = this;
    this.from = new Float64Array(2 * from.length);
    this.free = new Float64Array(2 * from.length);
    this.from.set(from);
    this.free.set(free);
  }
}
