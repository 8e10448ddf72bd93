import type { ScaledUp } from '../simulation/sizing/scaling-way.ts';

export type ScalingWay = 'one machine' | 'many' | 'many as one';

/** One way to run a piece of work. */
export interface ScalingChoice {
  readonly workId: string;
  readonly way: ScalingWay;
  /** Null: none is large enough. */
  readonly nodeType: string | null;
  readonly memoryGib: number | null;
  /** Null: it cannot run like this. */
  readonly scaled: ScaledUp | null;
  /** In the base currency; null where a price is not known. */
  readonly perNodeHour: number | null;
  readonly onceCost: number;
  readonly months: number;
  /** What its results bring when nothing slows it; null: not asked. */
  readonly valuePerMonth: number | null;
  /** Why it cannot run, or what to know. */
  readonly remark: string;
}
