/** Bins to a factor of e: the rates in one bin differ by 2 % at most, and it remembers their mean. */
const binsPerFold = 50;
/** Waits from a nanosecond to thirty years. */
const fewestFolds = -21;
const binCount = binsPerFold * 42;

const binOf = (value: number): number =>
  Math.min(binCount - 1, Math.max(0, Math.floor((Math.log(value) - fewestFolds) * binsPerFold)));

/**
 * The wait of everything that arrived over many steady states: P(W > t) is the mean of the single ones, weighted by what
 * arrived in each. [EQ-CAP-5] Memory does not grow with their number: states of nearly the same rate share a bin.
 */
export class WaitSpread {
  private total = 0;
  private endless = 0;
  /** Bins in use, `[first, end)`. */
  private first = binCount;
  private end = 0;
  /** By bin: weight of those that wait, and that weight times what they have in common. */
  private readonly rateWeights = new Float64Array(binCount);
  private readonly rateSums = new Float64Array(binCount);
  private readonly delayWeights = new Float64Array(binCount);
  private readonly delaySums = new Float64Array(binCount);

  /** Arrivals of which a part waits, with an exponential wait of so much a second. */
  addWaiting(weight: number, probability: number, perSecond: number): void {
    this.total += weight;
    const waiting = weight * probability;
    if (waiting === 0 || perSecond === Infinity) return;
    const bin = this.use(binOf(perSecond));
    this.rateWeights[bin] = (this.rateWeights[bin] as number) + waiting;
    this.rateSums[bin] = (this.rateSums[bin] as number) + waiting * perSecond;
  }

  /** Arrivals that all wait as long. */
  addDelay(weight: number, seconds: number): void {
    this.total += weight;
    if (weight === 0 || seconds <= 0) return;
    const bin = this.use(binOf(seconds));
    this.delayWeights[bin] = (this.delayWeights[bin] as number) + weight;
    this.delaySums[bin] = (this.delaySums[bin] as number) + weight * seconds;
  }

  /** Arrivals that are never served, or wait nobody knows how long. */
  addEndless(weight: number): void {
    this.total += weight;
    this.endless += weight;
  }

  /** Wait that a part of all arrivals does not exceed; null when too many wait without end, or nothing arrived. */
  percentile(part: number): number | null {
    const allowed = (1 - part) * this.total;
    if (this.total === 0 || this.endless > allowed) return null;
    if (this.beyond(0) <= allowed) return 0;
    let high = 1e-9;
    while (this.beyond(high) > allowed) high *= 2;
    let low = high / 2;
    while (high - low > 1e-9 * high) {
      const middle = (low + high) / 2;
      if (this.beyond(middle) > allowed) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  private use(bin: number): number {
    if (bin < this.first) this.first = bin;
    if (bin >= this.end) this.end = bin + 1;
    return bin;
  }

  /** Weight of what waits longer. */
  private beyond(seconds: number): number {
    let weight = this.endless;
    for (let bin = this.first; bin < this.end; bin += 1) {
      const waiting = this.rateWeights[bin] as number;
      if (waiting > 0) weight += waiting * Math.exp((-seconds * (this.rateSums[bin] as number)) / waiting);
      const delayed = this.delayWeights[bin] as number;
      if (delayed > 0 && (this.delaySums[bin] as number) / delayed > seconds) weight += delayed;
    }
    return weight;
  }
}
