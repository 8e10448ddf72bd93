import { IFunctionService, SetFormulaCalculationStartMutation, SetTriggerFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { BaseFunction } from '@univerjs/engine-formula';
import type { CellKey } from '../functions/custom-call.ts';
import type { CustomFunctions } from '../functions/custom-functions.ts';
import type { FunctionDefinition } from '../functions/function-definition.ts';
import { forwardedFunction } from '../functions/forwarding-lambda.ts';
import { dirtyCells, nothingDirty } from './dirty-cells.ts';
import { functionExecutor } from './function-executor.ts';
import type { UniverParts } from './univer-parts.ts';

/** The add-in's functions as Univer's formula engine knows them. */
export class FunctionRegistry {
  private readonly definitions = new Map<string, FunctionDefinition>(); // by full upper-case name

  constructor(
    private readonly parts: UniverParts,
    private readonly functions: CustomFunctions,
  ) {}

  register(namespace: string, definitions: readonly FunctionDefinition[]): void {
    for (const definition of definitions) this.add(`${namespace}.${definition.name}`.toUpperCase(), definition);
  }

  /** By full upper-case name. */
  definition(name: string): FunctionDefinition | undefined {
    return this.definitions.get(name);
  }

  /** Null when the formula is no mere forwarding to one of the functions; otherwise the way to take the alias back. */
  alias(name: string, formula: string): (() => void) | null {
    const target = forwardedFunction(formula);
    const definition = target === null ? undefined : this.definitions.get(target);
    if (!definition) return null;
    return this.add(name.toUpperCase(), definition);
  }

  private add(name: string, definition: FunctionDefinition): () => void {
    const { api, injector } = this.parts;
    this.definitions.set(name, definition);
    // registered through the facade for completion and help, then replaced: its own executors guess types
    const registered = api.getFormula().registerFunction(name, () => null, definition.description ?? name);
    const executor: BaseFunction = functionExecutor(name, definition, (...ask) => this.functions.ask(...ask));
    injector.get(IFunctionService).registerExecutors(executor);
    return () => {
      this.definitions.delete(name);
      registered.dispose();
    };
  }
}

/** Calculates cells: at once, or together with changes Univer is collecting already. */
export function recalculateCells({ api }: UniverParts, unitId: string, cells: ReadonlySet<CellKey>, isDue: boolean): void {
  const start = isDue ? SetTriggerFormulaCalculationStartMutation.id : SetFormulaCalculationStartMutation.id;
  api.syncExecuteCommand(start, { ...nothingDirty, dirtyRanges: dirtyCells(unitId, cells) }, { onlyLocal: true });
}
