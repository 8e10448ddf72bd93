/** Words of one Threefry block, written by the last call of `threefryBlock`. */
const block = new Uint32Array(2);

const keyParity = 0x1bd11bda;

/**
 * One block of Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror, Shaw, Parallel random numbers: as easy as 1, 2, 3,
 * SC 2011): a keyed bijection of the counter, of 32-bit additions, rotations and exclusive-ors only. The two words are
 * the same on every machine. Written out round by round: a loop takes twice the time. [EQ-QUE-9]
 */
export const threefryBlock = (key0: number, key1: number, counter0: number, counter1: number): Uint32Array => {
  const key2 = keyParity ^ key0 ^ key1;
  let a = (counter0 + key0) | 0;
  let b = (counter1 + key1) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + key1) | 0;
  b = (b + key2 + 1) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + key2) | 0;
  b = (b + key0 + 2) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + key0) | 0;
  b = (b + key1 + 3) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + key1) | 0;
  b = (b + key2 + 4) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + key2) | 0;
  b = (b + key0 + 5) | 0;
  block[0] = a;
  block[1] = b;
  return block;
};

/** Bound once: looking up the global for each number costs more than the logarithm where code runs in a context. */
const { cos, log, sqrt } = Math;

const aheadCount = 64;
const wordRange = 2 ** 32;
const halfMantissa = 2 ** 26;
const unit = 2 ** -52;

/**
 * A stream of random numbers that is a function of seed, stream number and position alone: streams of one seed are
 * independent, so that results do not depend on how work is shared out or in which order it is done.
 */
export class RandomStream {
  private readonly seed: number;
  private readonly stream: number;
  private low = 0;
  private high = 0;
  /** Numbers drawn in advance: one call for many of them. */
  private readonly ahead = new Float64Array(aheadCount);
  private next = aheadCount;

  /** Seed and stream number: whole numbers from 0 to 2^32 - 1. */
  constructor(seed: number, stream: number) {
    for (const value of [seed, stream])
      if (!Number.isInteger(value) || value < 0 || value >= wordRange) throw new RangeError(`${value} is no seed`);
    this.seed = seed | 0;
    this.stream = stream | 0;
  }

  /** Uniform strictly between 0 and 1, 52 bits. */
  uniform(): number {
    if (this.next === aheadCount) this.drawAhead();
    const value = this.ahead[this.next] as number;
    this.next += 1;
    return value;
  }

  private drawAhead(): void {
    const { ahead, seed, stream } = this;
    for (let place = 0; place < aheadCount; place += 1) {
      const words = threefryBlock(seed, stream, this.low, this.high);
      this.low = (this.low + 1) | 0;
      if (this.low === 0) this.high = (this.high + 1) | 0;
      ahead[place] = (((words[0] as number) >>> 6) * halfMantissa + ((words[1] as number) >>> 6) + 0.5) * unit;
    }
    this.next = 0;
  }

  /** Exponential with mean 1, by inversion. */
  exponential(): number {
    return -log(this.uniform());
  }

  /** Standard normal from two uniforms (Box and Muller 1958); the second of the pair is not kept. */
  normal(): number {
    return sqrt(-2 * log(this.uniform())) * cos(2 * Math.PI * this.uniform());
  }
}
