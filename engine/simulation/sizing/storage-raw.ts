/** How data is kept safe: whole copies, an erasure code, or copies of coded data. */
export interface Redundancy {
  /** Copies of everything; 3 in the Google File System. */
  readonly replicas: number;
  /** Data and parity parts of an erasure code; null: no code. */
  readonly code: { readonly data: number; readonly parity: number } | null;
}

/** Copies when neither these nor a code are stated (Ghemawat, Gobioff, Leung, The Google File System, SOSP 2003). */
export const usualReplicas = 3;

/** Raw storage for so much usable: times the copies, times (data + parity) / data. [EQ-SIZ-9] */
export const rawStorage = (usable: number, { replicas, code }: Redundancy): number =>
  usable * replicas * (code ? (code.data + code.parity) / code.data : 1);
