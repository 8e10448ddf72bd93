import type { FunctionDefinition } from '../functions/function-definition.ts';
import { typedNames } from '../functions/typed-names.ts';
import { createSession, type ChartEvent, type HostSession } from '../session.ts';
import { nextTask } from './next-task.ts';
import type { UniverParts } from '../univer/univer-parts.ts';
import { functionNames } from '../xlsx/function-names.ts';
import { readXlsx } from '../xlsx/read.ts';
import { valuesOnly } from '../xlsx/values/values-only.ts';
import { writeXlsx } from '../xlsx/write.ts';

/** The add-in's worksheet functions: namespace from its manifest, the rest from functions.json. */
export interface AddinFunctions {
  readonly namespace: string;
  readonly definitions: readonly FunctionDefinition[];
}

/** A workbook file as it was opened; null bytes are a new workbook. */
export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

export interface OpenedWorkbook {
  readonly file: WorkbookFile;
  readonly session: HostSession;
  /** The file with what has changed in the grid since. */
  save(): Promise<Uint8Array>;
  /** The same for somebody without the add-in: values where its functions stand. */
  saveValues(): Promise<Uint8Array>;
}

export interface OpenWorkbookOptions {
  readonly univer: UniverParts;
  readonly functions: AddinFunctions;
  readonly file: WorkbookFile;
  /** Called once the file has proved readable, before the new workbook takes the grid. */
  readonly onReadable: () => void;
  readonly onChart: (event: ChartEvent) => void;
  /** Told why the grid did not do what the person asked of it. */
  readonly onRefused: (message: string) => void;
  readonly onPaneVisibility: (isVisible: boolean) => void;
}

/** @throws WorkbookFileError when the bytes are no usable workbook; the one that is open stays then. */
export async function openWorkbook(options: OpenWorkbookOptions): Promise<OpenedWorkbook> {
  const { univer, functions, file, onReadable, onChart, onRefused, onPaneVisibility } = options;
  const { namespace, definitions } = functions;
  const { all, spilling } = typedNames(namespace, definitions);
  const names = functionNames(all, spilling);
  const snapshot = file.bytes && readXlsx(file.bytes, names);
  onReadable();
  const session = await createSession({ univer, snapshot, onChart, onRefused, onPaneVisibility, nextTask });
  session.registerFunctions(namespace, definitions);
  const save = async (): Promise<Uint8Array> => {
    await session.idle();
    return writeXlsx(session.takeSnapshot(), file.bytes, names);
  };
  return { file, session, save, saveValues: async () => valuesOnly(await save(), names) };
}
