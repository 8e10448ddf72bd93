import { secondsPerHour } from '../../../quantity/conversion.ts';

/** Something counted second by second - nodes that run, jobs that wait - and summed in each hour. */
export class HourMeter {
  /** What counts now. */
  level = 0;
  total = 0;
  private sums = new Float64Array(64);
  private hourCount = 0;

  /** Lets time pass at the present level. */
  pass(from: number, to: number): void {
    const { level } = this;
    if (level === 0) return;
    this.total += level * (to - from);
    let hour = Math.floor(from / secondsPerHour);
    const last = Math.floor((to - 1) / secondsPerHour);
    if (last >= this.sums.length) this.grow(last);
    let begin = from;
    for (; hour < last; hour += 1) {
      const end = (hour + 1) * secondsPerHour;
      this.sums[hour] = (this.sums[hour] as number) + level * (end - begin);
      begin = end;
    }
    this.sums[last] = (this.sums[last] as number) + level * (to - begin);
    if (last >= this.hourCount) this.hourCount = last + 1;
  }

  /** Unit-seconds of each hour from second 0 on. */
  byHour(hourCount: number): Float64Array {
    const sums = new Float64Array(hourCount);
    sums.set(this.sums.subarray(0, Math.min(hourCount, this.hourCount)));
    return sums;
  }

  private grow(hour: number): void {
    const { sums } = this;
    this.sums = new Float64Array(Math.max(2 * sums.length, hour + 1));
    this.sums.set(sums);
  }
}
