import type { ActionCall } from './agave.ts';

interface OpenCall {
  resolve(): void;
  reject(reason: Error): void;
  readonly actionId: string;
}

/** Ribbon buttons that execute a function: pressed here, run by office.js in the pane, answered by `event.completed()`. */
export class RibbonActions {
  private readonly open = new Map<string, OpenCall>();
  private nextId = 1;

  constructor(private readonly fire: (call: ActionCall) => Promise<void> | undefined) {}

  async invoke(actionId: string): Promise<void> {
    const callId = `action-${this.nextId++}`;
    const answered = new Promise<void>((resolve, reject) => this.open.set(callId, { resolve, reject, actionId }));
    const sent = this.fire({ callId, actionId, event: { source: { id: actionId } } });
    if (!sent) this.completed(callId, -1);
    await sent;
    await answered;
  }

  /** `status` 0: the function has completed. */
  completed(callId: string, status: number): void {
    const call = this.open.get(callId);
    this.open.delete(callId);
    if (status === 0) call?.resolve();
    else call?.reject(new Error(`The add-in has no action "${call.actionId}".`));
  }

  cancelAll(): void {
    for (const callId of [...this.open.keys()]) this.completed(callId, -1);
  }
}
