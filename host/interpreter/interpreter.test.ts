import { beforeEach, describe, expect, it } from '@jest/globals';
import { itemNotFound } from './api-error.ts';
import { collectionKind } from './collection.ts';
import { ObjectKind } from './host-object.ts';
import type { HostObject } from './host-object.ts';
import { createInterpreter } from './interpreter.ts';
import { actionType, pathType } from './wire.ts';
import type { Action, Batch, ObjectPath } from './wire.ts';

interface Box {
  readonly name: string;
  content: string;
}

/** Batches as office.js writes them, on a small object model: a shelf of boxes, and one box that is borrowed. */
describe('the interpreter', () => {
  let boxes: Box[];
  let settled: number;
  let run: ReturnType<typeof createInterpreter>;

  const boxKind: ObjectKind<Box> = new ObjectKind<Box>('Box', {
    scalars: { Name: ({ name }) => name, Content: ({ content }) => content },
    links: { Lid: (box) => lidKind.make(box), Twin: () => null },
    setters: {
      Content: (box, args) => {
        box.content = args.text(0);
      },
    },
    methods: {
      Fill: (box, args) => {
        box.content = `${args.text(0)} x ${args.count(1, 1)}`;
        return box.content;
      },
      TakeFrom: (box, args) => {
        box.content = boxKind.stateOf(args.value(0))!.content;
      },
    },
  });
  const lidKind = new ObjectKind<Box>('Lid', { scalars: { Color: () => 'red', Size: () => 4 } });
  const shelfKind = collectionKind<null>('Shelf', () => boxes.map((box) => boxKind.make(box, { id: `id-${box.name}`, name: box.name })));
  const rootKind = new ObjectKind<null>('Room', {
    links: { Shelf: () => shelfKind.make(null) },
    methods: {
      Borrow: (): HostObject => boxKind.make(boxes[0]!, { referenceId: 'borrowed' }),
      Lose: () => {
        throw itemNotFound('lost');
      },
    },
  });
  const serviceKind = new ObjectKind<null>('Service', { methods: { Ping: () => 'pong' } });

  beforeEach(() => {
    boxes = [
      { name: 'A', content: 'apples' },
      { name: 'B', content: 'bolts' },
    ];
    settled = 0;
    run = createInterpreter({
      workbook: rootKind.make(null),
      newObject: (name) => (name === 'Service' ? serviceKind.make(null) : null),
      settle: () => Promise.resolve(void settled++),
      pause: () => null,
    });
  });

  const path = (Id: number, ObjectPathType: number, Name = '', ParentObjectPathId?: number, ...Arguments: (string | number)[]): ObjectPath => ({
    Id,
    ObjectPathType,
    Name,
    ...(ParentObjectPathId && { ParentObjectPathId }),
    ArgumentInfo: { Arguments },
  });
  const action = (ActionType: number, ObjectPathId: number, Name = '', more: Partial<Action> = {}): Omit<Action, 'Id'> => ({
    ActionType,
    ObjectPathId,
    Name,
    ...more,
  });
  const batch = (paths: readonly ObjectPath[], actions: readonly Omit<Action, 'Id'>[]): Batch => ({
    ObjectPaths: Object.fromEntries(paths.map((each) => [each.Id, each])),
    Actions: actions.map((each, index) => ({ ...each, Id: index + 100 })),
  });
  const shelf = [path(1, pathType.global), path(2, pathType.property, 'Shelf', 1)];
  const boxA = [...shelf, path(3, pathType.method, 'GetItem', 2, 'a')];

  it('follows paths, calls methods, sets and loads properties', async () => {
    const { Results, Error } = await run(
      batch(boxA, [
        action(actionType.instantiate, 3),
        action(actionType.method, 3, 'Fill', { ArgumentInfo: { Arguments: ['pears', 3] } }),
        action(actionType.query, 3, '', { QueryInfo: { Select: ['content', 'lid/color'] } }),
        action(actionType.set, 3, 'Content', { ArgumentInfo: { Arguments: ['plums'] } }),
      ]),
    );
    expect(Error).toBeUndefined();
    expect(Results?.map(({ Value }) => Value)).toEqual([
      { _Id: 'id-A', Id: 'id-A' },
      'pears x 3',
      { _Id: 'id-A', Id: 'id-A', Content: 'pears x 3', Lid: { Color: 'red' } },
      null,
    ]);
    expect(boxes[0]!.content).toBe('plums');
    expect(settled).toBe(1);
  });

  it('loads all plain values when nothing is named, and no objects below', async () => {
    const { Results } = await run(batch(boxA, [action(actionType.query, 3, '', { QueryInfo: {} })]));
    expect(Results?.[0]?.Value).toEqual({ _Id: 'id-A', Id: 'id-A', Name: 'A', Content: 'apples' });
  });

  it('loads pages of collections with their count', async () => {
    const query = { Select: ['items/name', 'count'], Skip: 1, Top: 1 };
    const { Results } = await run(batch(shelf, [action(actionType.query, 2, '', { QueryInfo: query })]));
    expect(Results?.[0]?.Value).toEqual({ Count: 2, _Items: [{ _Id: 'id-B', Id: 'id-B', Name: 'B' }] });
  });

  it('finds items by id through indexers, and by name in any case', async () => {
    const paths = [...shelf, path(3, pathType.indexer, '', 2, 'id-B'), path(4, pathType.method, 'GetItem', 2, 'b')];
    const load = { QueryInfo: { Select: ['content'] } };
    const { Results } = await run(batch(paths, [action(actionType.query, 3, '', load), action(actionType.query, 4, '', load)]));
    expect(Results?.map(({ Value }) => (Value as { Content: string }).Content)).toEqual(['bolts', 'bolts']);
  });

  it('makes null objects of what is not there, and of all that stems from them', async () => {
    const paths = [...shelf, path(3, pathType.method, 'GetItemOrNullObject', 2, 'C'), path(4, pathType.property, 'Lid', 3), path(5, pathType.nothing)];
    const { Results, Error } = await run(
      batch(paths, [
        action(actionType.instantiate, 3),
        action(actionType.query, 4, '', { QueryInfo: { Select: ['color'] } }),
        action(actionType.method, 3, 'Fill'), // Excel ignores calls on null objects
        action(actionType.instantiate, 5),
      ]),
    );
    expect(Error).toBeUndefined();
    expect(Results?.map(({ Value }) => Value)).toEqual([null, null, null, null]);
  });

  it('hands objects over as arguments', async () => {
    const paths = [...boxA, path(4, pathType.method, 'GetItem', 2, 'B')];
    const give = { ArgumentInfo: { Arguments: [null], ReferencedObjectPathIds: [3] } };
    await run(batch(paths, [action(actionType.method, 4, 'TakeFrom', give)]));
    expect(boxes[1]!.content).toBe('apples');
  });

  it('keeps objects that no indexer leads to, until the add-in lets go', async () => {
    const borrow = batch([path(1, pathType.global), path(2, pathType.method, 'Borrow', 1)], [action(actionType.instantiate, 2)]);
    expect((await run(borrow)).Results?.[0]?.Value).toEqual({ _ReferenceId: 'borrowed' });
    const use = batch([path(7, pathType.reference, 'borrowed')], [action(actionType.query, 7, '', { QueryInfo: { Select: ['content'] } })]);
    expect((await run(use)).Results?.[0]?.Value).toMatchObject({ Content: 'apples' });
    const release = action(actionType.method, 1, '_RemoveReference', { ArgumentInfo: { Arguments: ['borrowed'] } });
    expect((await run(batch([path(1, pathType.global)], [release]))).Error).toBeUndefined();
    expect((await run(use)).Error).toMatchObject({ Code: 'InvalidObjectPath' });
  });

  it('serves the objects office.js makes for itself, and refuses others', async () => {
    const ping = (name: string): Batch => batch([path(1, pathType.newObject, name)], [action(actionType.method, 1, 'Ping')]);
    expect((await run(ping('Service'))).Results?.[0]?.Value).toBe('pong');
    expect((await run(ping('Other'))).Error).toMatchObject({ Code: 'ApiNotFound' });
  });

  it('names members it does not serve: properties, methods, setters', async () => {
    const attempts = [
      action(actionType.query, 3, '', { QueryInfo: { Select: ['weight'] } }),
      action(actionType.method, 3, 'Weigh'),
      action(actionType.set, 3, 'Name', { ArgumentInfo: { Arguments: ['x'] } }),
      action(actionType.method, 3, 'toString'), // nothing inherited from JavaScript's own objects either
    ];
    const errors = await Promise.all(attempts.map(async (attempt) => (await run(batch(boxA, [attempt]))).Error));
    expect(errors.map((error) => error?.Code)).toEqual(Array(4).fill('ApiNotFound'));
    expect(errors.map((error) => error?.Message.split(': ')[1])).toEqual(['Box.Weight', 'Box.Weigh()', 'Box.Name (set)', 'Box.toString()']);
  });

  it('stops at the first error, tells where, and keeps what was done before', async () => {
    const { Results, Error } = await run(
      batch(boxA, [
        action(actionType.trace, 0),
        action(actionType.set, 3, 'Content', { ArgumentInfo: { Arguments: ['done'] } }),
        action(actionType.set, 3, 'Content', { ArgumentInfo: { Arguments: [7] } }),
        action(actionType.set, 3, 'Content', { ArgumentInfo: { Arguments: ['not reached'] } }),
      ]),
    );
    expect(Results).toHaveLength(2);
    expect(Error).toMatchObject({ Code: 'InvalidArgument', ActionIndex: 2, Location: 'Box.Content', HttpStatusCode: 400 });
    expect(boxes[0]!.content).toBe('done');
  });

  it('answers what is missing with ItemNotFound', async () => {
    const { Error } = await run(batch([...shelf, path(3, pathType.method, 'GetItem', 2, 'C')], [action(actionType.instantiate, 3)]));
    expect(Error).toMatchObject({ Code: 'ItemNotFound', HttpStatusCode: 404 });
  });
});
