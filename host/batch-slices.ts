/** What stands before and behind each slice of a batch: whose doing a change is, and what a person may undo. */
export interface SliceEnds {
  begin(): void;
  end(): void;
}

export interface BatchSlices {
  /** Work on a batch goes on in between, as one slice or several. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Called between two actions of a batch: lets the page draw and a person act when the slice has been long enough. */
  pause(): Promise<void> | null;
  /** A batch has begun and does not wait for a calculation: a calculation would meet half of it. */
  readonly isWriting: boolean;
  /** Waits in the middle of a batch for something that needs calculations. */
  whileCalculating(wait: () => Promise<void>): Promise<void>;
}

/** Some 16 ms are a frame; an action may be long by itself, and 50 ms are the most a page should stand still. */
const sliceMs = 20;

/**
 * Cuts batches into slices. `nextTask` resolves in a later task of the page; null where nobody watches (command line):
 * then a batch is one slice.
 */
export function batchSlices(ends: SliceEnds, nextTask: (() => Promise<void>) | null, now = (): number => performance.now()): BatchSlices {
  let batchCount = 0;
  let waitCount = 0;
  let started = 0;
  const begin = (): void => {
    started = now();
    ends.begin();
  };
  const turn = async (next: () => Promise<void>): Promise<void> => {
    ends.end();
    await next();
    begin();
  };
  return {
    async during(work) {
      batchCount++;
      begin();
      try {
        return await work();
      } finally {
        batchCount--;
        ends.end();
      }
    },
    pause: () => (nextTask === null || now() - started < sliceMs ? null : turn(nextTask)),
    get isWriting() {
      return batchCount > waitCount;
    },
    async whileCalculating(wait) {
      waitCount++;
      try {
        await wait();
      } finally {
        waitCount--;
      }
    },
  };
}
