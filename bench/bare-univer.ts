import type { FUniver } from '@univerjs/core/facade';
import { watchCalculation } from '../host/univer/calculation-watch.ts';
import { createUniverNode } from '../host/univer/univer-node.ts';
import { workbookData } from '../host/workbook/open-snapshot.ts';
import type { WorkbookSnapshot } from '../host/workbook/snapshot.ts';

/** The same headless Univer as under the add-in, with nothing on top: no office.js, no pane, no interpreter. */
export interface BareUniver {
  readonly api: FUniver;
  /** Resolves once the function can be used. */
  register(name: string, calculate: (...args: unknown[]) => string | number): Promise<void>;
  /** Resolves when all results stand in the cells. */
  settled(): Promise<void>;
  close(): void;
}

/** Univer calculates everything anew a moment after a registration: that must not fall into what is measured. */
const registrationMs = 300;

export async function openBareUniver(snapshot: WorkbookSnapshot | null = null): Promise<BareUniver> {
  const parts = createUniverNode();
  parts.api.createWorkbook(workbookData(snapshot));
  const watch = watchCalculation(parts);
  await watch.settled();
  return {
    api: parts.api,
    async register(name, calculate) {
      parts.api.getFormula().registerFunction(name, calculate as never, name);
      await new Promise((resolve) => setTimeout(resolve, registrationMs));
      await watch.settled();
    },
    settled: () => watch.settled(),
    close() {
      watch.dispose();
      parts.univer.dispose();
    },
  };
}
