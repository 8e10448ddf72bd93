import { SaxesParser } from 'saxes';
import { invalidArgument } from '../../interpreter/api-error.ts';
import { collectionKind } from '../../interpreter/collection.ts';
import { ObjectKind } from '../../interpreter/host-object.ts';
import type { HostObject } from '../../interpreter/host-object.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { CustomXmlPart } from '../snapshot.ts';

interface PartState {
  readonly live: LiveWorkbook;
  readonly id: string;
}

const at = ({ live, id }: PartState): number => live.held.xmlParts.findIndex(part => part.id === id);

const partKind = new ObjectKind<PartState>('CustomXmlPart', {
  scalars: {
    Id: ({ id }) => id,
    NamespaceUri: state => rootNamespace(state.live.held.xmlParts[at(state)]?.xml ?? ''),
  },
  methods: {
    GetXml: state => state.live.held.xmlParts[at(state)]?.xml ?? '',
    SetXml: (state, args) => {
      const xml = args.text(0);
      rootNamespace(xml);
      state.live.held.xmlParts[at(state)] = { id: state.id, xml };
    },
    Delete: state => void state.live.held.xmlParts.splice(at(state), 1),
  },
});

const object = (live: LiveWorkbook, { id }: CustomXmlPart): HostObject => partKind.make({ live, id }, { id });

interface ScopedParts {
  readonly live: LiveWorkbook;
  readonly namespace: string;
}

const inScope = ({ live, namespace }: ScopedParts): HostObject[] =>
  live.held.xmlParts.filter(({ xml }) => rootNamespace(xml) === namespace).map(part => object(live, part));

const scopedPartsKind = collectionKind<ScopedParts>('CustomXmlPartScopedCollection', inScope, {
  methods: {
    GetOnlyItem: scope => onlyItem(scope) ?? fail(`There is not exactly one part of the namespace ${scope.namespace}.`),
    GetOnlyItemOrNullObject: scope => onlyItem(scope),
  },
});

function onlyItem(scope: ScopedParts): HostObject | null {
  const found = inScope(scope);
  return found.length === 1 ? found[0]! : null;
}

export const xmlPartsKind = collectionKind<LiveWorkbook>(
  'CustomXmlPartCollection',
  live => live.held.xmlParts.map(part => object(live, part)),
  {
    methods: {
      Add: (live, args) => {
        const xml = args.text(0);
        rootNamespace(xml);
        const part = { id: `{${crypto.randomUUID().toUpperCase()}}`, xml };
        live.held.xmlParts.push(part);
        return object(live, part);
      },
      GetByNamespace: (live, args) => scopedPartsKind.make({ live, namespace: args.text(0) }),
    },
  },
);

/** The namespace of the root element. @throws InvalidArgument when the text is no XML. */
function rootNamespace(xml: string): string {
  const parser = new SaxesParser({ xmlns: true });
  let namespace: string | null = null;
  parser.on('error', error => fail(error.message));
  parser.on('opentag', tag => {
    namespace ??= tag.uri;
  });
  parser.write(xml).close();
  return namespace ?? '';
}

function fail(why: string): never {
  throw invalidArgument(why);
}
