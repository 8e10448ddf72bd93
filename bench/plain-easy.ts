/** EASY backfilling as one writes it first: lists of objects, searched from end to end at every event. */
export interface PlainJob {
  readonly submit: number;
  readonly run: number;
  readonly processors: number;
}

export function plainEasy(jobs: readonly PlainJob[], processorCount: number): number[] {
  const start = jobs.map(() => NaN);
  let waiting: number[] = [];
  const running: number[] = [];
  const endOf = (job: number): number => start[job]! + jobs[job]!.run;
  const freeAt = (time: number): number =>
    processorCount - running.filter((job) => endOf(job) > time).reduce((sum, job) => sum + jobs[job]!.processors, 0);
  const begin = (job: number, now: number): void => {
    start[job] = now;
    running.push(job);
    waiting = waiting.filter((other) => other !== job);
  };
  const pass = (now: number): void => {
    while (waiting.length > 0 && jobs[waiting[0]!]!.processors <= freeAt(now)) begin(waiting[0]!, now);
    const head = waiting[0];
    if (head === undefined) return;
    const wanted = jobs[head]!.processors;
    const shadow = running.map(endOf).filter((end) => end > now).sort((a, b) => a - b).find((end) => freeAt(end) >= wanted)!;
    let extra = freeAt(shadow) - wanted;
    for (const job of waiting.slice(1)) {
      const { run, processors } = jobs[job]!;
      if (processors > freeAt(now)) continue;
      if (now + run > shadow) {
        if (processors > extra) continue;
        extra -= processors;
      }
      begin(job, now);
    }
  };
  for (let next = 0; next < jobs.length || waiting.length > 0; ) {
    const end = running.reduce((earliest, job) => Math.min(earliest, endOf(job)), Infinity);
    if (next < jobs.length && jobs[next]!.submit <= end) {
      waiting.push(next);
      next += 1;
      pass(jobs[next - 1]!.submit);
    } else {
      running.splice(running.findIndex((job) => endOf(job) === end), 1);
      pass(end);
    }
  }
  return start;
}
