export type RunStage = 'read' | 'demand' | 'capacity' | 'pricing' | 'decisions' | 'report';

/** Progress of a run: `fraction` of the whole run from 0 to 1, never falling. */
export interface RunProgress {
  readonly stage: RunStage;
  readonly fraction: number;
}
