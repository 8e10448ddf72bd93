import { ApiError, itemNotFound } from './api-error.ts';
import { CallArguments } from './call-arguments.ts';
import type { ArgumentValue } from './call-arguments.ts';
import { HostObject } from './host-object.ts';
import { identityOf, loadObject } from './load-object.ts';
import { actionType, pathType } from './wire.ts';
import type { Action, ArgumentInfo, Batch, BatchError, BatchResponse, ObjectPath } from './wire.ts';

export interface InterpreterSettings {
  readonly workbook: HostObject;
  /** Objects office.js makes for itself, by full name; null when this host has none such. */
  newObject(name: string): HostObject | null;
  /** Called before values are read: writes are done and calculated. */
  settle(): Promise<void>;
  /** Called between two actions; a promise to wait for when others should have their turn. */
  pause(): Promise<void> | null;
}

/** Runs batches of office.js on host objects. Batches must come one after another. */
export function createInterpreter(settings: InterpreterSettings): (batch: Batch) => Promise<BatchResponse> {
  const kept = new Map<string, HostObject>();
  return async (batch) => {
    const run = new BatchRun(batch, settings, kept);
    const Results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of batch.Actions.entries()) {
      const pause = settings.pause();
      if (pause) await pause;
      try {
        Results.push({ ActionId: action.Id, Value: await run.act(action) });
      } catch (error) {
        return { Results, Error: batchError(error, index, run.location(action)) };
      }
    }
    return { Results };
  };
}

class BatchRun {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly batch: Batch,
    private readonly settings: InterpreterSettings,
    private readonly kept: Map<string, HostObject>,
  ) {}

  async act(action: Action): Promise<unknown> {
    if (action.ActionType === actionType.trace) return null; // has no object
    const object = await this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case actionType.instantiate:
        return object && identityOf(object);
      case actionType.query:
        await this.settings.settle();
        return loadObject(object, action.QueryInfo ?? {});
      case actionType.method:
        return this.callForValue(object, action);
      case actionType.set:
        if (!object) throw itemNotFound(action.Name);
        await object.set(action.Name, await this.argumentsOf(object, action.Name, action.ArgumentInfo));
        return null;
      case actionType.ensureUnchanged:
        return null;
      default:
        throw new ApiError('ApiNotFound', `Actions of type ${action.ActionType} are not served by this host.`);
    }
  }

  /** `Worksheet.GetRange`, for the error's debug information. */
  location(action: Action): string {
    const object = this.resolved.get(action.ObjectPathId);
    if (object) return action.Name ? `${object.kind.name}.${action.Name}` : object.kind.name;
    return this.batch.ObjectPaths[action.ObjectPathId]?.Name ?? '';
  }

  private async callForValue(object: HostObject | null, action: Action): Promise<unknown> {
    // Excel ignores what is called on a null object: getItemOrNullObject('x').delete() is a common idiom.
    if (!object || action.Name === '_KeepReference') return null;
    if (action.Name === '_RemoveReference') {
      this.kept.delete(String(action.ArgumentInfo?.Arguments?.[0] ?? object.identity.referenceId));
      return null;
    }
    const value = await object.call(action.Name, await this.argumentsOf(object, action.Name, action.ArgumentInfo));
    return value instanceof HostObject ? null : (value ?? null);
  }

  private async resolve(id: number): Promise<HostObject | null> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.batch.ObjectPaths[id];
    if (!path) throw new ApiError('InvalidObjectPath', `There is no object path ${id} in the request.`);
    const found = await this.follow(path);
    if (found !== null && !(found instanceof HostObject)) throw new ApiError('InvalidObjectPath', `${path.Name} is no object.`);
    if (found?.identity.referenceId) this.kept.set(found.identity.referenceId, found);
    this.resolved.set(id, found);
    return found;
  }

  private async follow(path: ObjectPath): Promise<unknown> {
    switch (path.ObjectPathType) {
      case pathType.global:
        return this.settings.workbook;
      case pathType.newObject: {
        const made = this.settings.newObject(path.Name);
        if (!made) throw new ApiError('ApiNotFound', `The API you are trying to use is not served by this host: ${path.Name}`);
        return made;
      }
      case pathType.reference: {
        const object = this.kept.get(path.Name);
        if (!object) throw new ApiError('InvalidObjectPath', `The object ${path.Name} is no longer there.`);
        return object;
      }
      case pathType.nothing:
        return null;
    }
    const parent = path.ParentObjectPathId ? await this.resolve(path.ParentObjectPathId) : null;
    if (!parent) return null; // what stems from a null object is a null object
    if (path.ObjectPathType === pathType.property) return parent.get(path.Name);
    const name = path.ObjectPathType === pathType.indexer ? '' : path.Name;
    return (await parent.call(name, await this.argumentsOf(parent, name, path.ArgumentInfo))) ?? null;
  }

  private async argumentsOf(object: HostObject, member: string, info: ArgumentInfo | undefined): Promise<CallArguments> {
    const values: ArgumentValue[] = [];
    for (const [index, value] of (info?.Arguments ?? []).entries()) {
      const pathId = info?.ReferencedObjectPathIds?.[index];
      values.push(pathId ? await this.resolve(pathId) : value);
    }
    return new CallArguments(`${object.kind.name}.${member || 'GetItem'}`, values);
  }
}

const httpStatus: Readonly<Record<string, number>> = { ItemNotFound: 404, ItemAlreadyExists: 409, GeneralException: 500 };

function batchError(error: unknown, index: number, location: string): BatchError {
  const Code = error instanceof ApiError ? error.code : 'GeneralException';
  const Message = error instanceof Error ? error.message : String(error);
  return { Code, Message, Location: location, ActionIndex: index, HttpStatusCode: httpStatus[Code] ?? 400 };
}
