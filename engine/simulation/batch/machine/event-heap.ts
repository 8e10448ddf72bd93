/**
 * Events by second, those of one second in the order they were created. A binary heap in typed arrays; it grows with the
 * events pending at once.
 */
export class EventHeap {
  count = 0;
  private created = 0;
  private times = new Float64Array(64);
  private sequence = new Float64Array(64);
  private subjects = new Int32Array(64);

  /** The second of the next event; Infinity when there is none. */
  get nextTime(): number {
    return this.count === 0 ? Infinity : (this.times[0] as number);
  }

  get nextSubject(): number {
    return this.subjects[0] as number;
  }

  push(time: number, subject: number): void {
    if (this.count === this.subjects.length) this.grow();
    const created = (this.created += 1);
    const { times, sequence, subjects } = this;
    let hole = this.count;
    this.count += 1;
    // a new event is the latest of its second, so it rises only above later seconds
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if ((times[parent] as number) <= time) break;
      times[hole] = times[parent] as number;
      sequence[hole] = sequence[parent] as number;
      subjects[hole] = subjects[parent] as number;
      hole = parent;
    }
    times[hole] = time;
    sequence[hole] = created;
    subjects[hole] = subject;
  }

  /** Takes the next event out and answers its subject. */
  pop(): number {
    const { times, sequence, subjects } = this;
    const first = subjects[0] as number;
    const last = (this.count -= 1);
    const time = times[last] as number;
    const created = sequence[last] as number;
    const subject = subjects[last] as number;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= last) break;
      if (child + 1 < last && this.isBefore(child + 1, times[child] as number, sequence[child] as number)) child += 1;
      if (!this.isBefore(child, time, created)) break;
      times[hole] = times[child] as number;
      sequence[hole] = sequence[child] as number;
      subjects[hole] = subjects[child] as number;
      hole = child;
    }
    times[hole] = time;
    sequence[hole] = created;
    subjects[hole] = subject;
    return first;
  }

  private isBefore(index: number, time: number, created: number): boolean {
    const own = this.times[index] as number;
    return own < time || (own === time && (this.sequence[index] as number) < created);
  }

  private grow(): void {
    const { times, sequence, subjects } = this;
    this.times = new Float64Array(2 * times.length);
    this.sequence = new Float64Array(2 * times.length);
    this.subjects = new Int32Array(2 * times.length);
    this.times.set(times);
    this.sequence.set(sequence);
    this.subjects.set(subjects);
  }
}
