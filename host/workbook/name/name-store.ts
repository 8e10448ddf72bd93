import { generateRandomId } from '@univerjs/core';
import { IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import type { IDefinedNamesServiceParam } from '@univerjs/engine-formula';
import { itemAlreadyExists } from '../../interpreter/api-error.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { NamedFormula } from '../snapshot.ts';
import { checkDefinedName } from './name-rules.ts';

/** Univer's mark for a name of the whole workbook. */
const wholeWorkbook = 'AllDefaultWorkbook';

/** Makes a name that only forwards to a custom function that function; null when the formula does something else. */
export type MakeAlias = (name: string, formula: string) => (() => void) | null;

export interface StoredName {
  readonly id: string;
  readonly name: string;
  /** With leading `=`. */
  readonly formula: string;
  /** Null for a name of the whole workbook. */
  readonly sheetId: string | null;
  readonly isHidden: boolean;
  readonly comment: string;
}

/** The workbook's defined names: in Univer, except those that only forward to a custom function. */
export class NameStore {
  private readonly aliases = new Map<string, { stored: StoredName; undo: () => void }>();

  constructor(
    private readonly live: LiveWorkbook,
    private readonly makeAlias: MakeAlias,
    /** Univer knows nothing of these names. */
    private readonly aliasChanged: (name: string) => void,
  ) {}

  list(): StoredName[] {
    const inUniver = Object.values(this.service.getDefinedNameMap(this.live.unitId) ?? {});
    return [...inUniver.map(storedName), ...[...this.aliases.values()].map(({ stored }) => stored)].sort((a, b) =>
      a.name.localeCompare(b.name),
    );
  }

  find(name: string, sheetId: string | null): StoredName | null {
    const wanted = name.toLowerCase();
    return this.list().find((stored) => stored.name.toLowerCase() === wanted && stored.sheetId === sheetId) ?? null;
  }

  add(name: string, formula: string, sheetId: string | null, details: { isHidden?: boolean; comment?: string } = {}): StoredName {
    checkDefinedName(name);
    if (this.find(name, sheetId)) throw itemAlreadyExists(name);
    const { isHidden = false, comment = '' } = details;
    const stored = { id: generateRandomId(10), name, formula: withEquals(formula), sheetId, isHidden, comment };
    this.put(stored);
    return stored;
  }

  /** Names of a file are taken as they are: Univer's own check is stricter than Excel's. */
  load({ name, formula, hidden = false, comment = '' }: NamedFormula, sheetId: string | null): void {
    this.put({ id: generateRandomId(10), name, formula: withEquals(formula), sheetId, isHidden: hidden, comment });
  }

  update(id: string, change: Partial<Pick<StoredName, 'formula' | 'isHidden' | 'comment'>>): void {
    const stored = this.list().find((candidate) => candidate.id === id);
    if (!stored) return;
    this.remove(id);
    this.put({ ...stored, ...change, ...(change.formula !== undefined && { formula: withEquals(change.formula) }) });
  }

  remove(id: string): void {
    const alias = this.aliases.get(id);
    if (!alias) {
      this.live.parts.api.syncExecuteCommand(RemoveDefinedNameMutation.id, { unitId: this.live.unitId, id });
      return;
    }
    this.aliases.delete(id);
    alias.undo();
    this.aliasChanged(alias.stored.name);
  }

  /** Names of a file are loaded before the add-in's functions are known, to which some of them forward. */
  retryAliases(): void {
    for (const stored of this.list()) {
      if (!/^=LAMBDA\(/i.test(stored.formula) || this.aliases.has(stored.id)) continue;
      this.remove(stored.id);
      this.put(stored);
    }
  }

  private put(stored: StoredName): void {
    const undo = stored.sheetId === null ? this.makeAlias(stored.name, stored.formula) : null;
    if (undo) {
      this.aliases.set(stored.id, { stored, undo });
      this.aliasChanged(stored.name);
      return;
    }
    this.live.writer.flush();
    this.live.parts.api.syncExecuteCommand(SetDefinedNameMutation.id, {
      unitId: this.live.unitId,
      id: stored.id,
      name: stored.name,
      formulaOrRefString: isPlainReference(stored.formula) ? stored.formula.slice(1) : stored.formula,
      localSheetId: stored.sheetId ?? wholeWorkbook,
      hidden: stored.isHidden,
      comment: stored.comment,
    });
  }

  private get service(): IDefinedNamesService {
    return this.live.parts.injector.get(IDefinedNamesService);
  }
}

const withEquals = (formula: string): string => (formula.startsWith('=') ? formula : `=${formula}`);

/** `='My sheet'!$A$1:$B$2`: Univer follows inserted rows only in names without the equals sign. */
const isPlainReference = (formula: string): boolean => /^=('(?:[^']|'')+'|[^'!()]+)!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/i.test(formula);

function storedName({ id, name, formulaOrRefString, localSheetId, hidden, comment }: IDefinedNamesServiceParam): StoredName {
  const sheetId = !localSheetId || localSheetId === wholeWorkbook ? null : localSheetId;
  return { id, name, formula: withEquals(formulaOrRefString), sheetId, isHidden: hidden === true, comment: comment ?? '' };
}
