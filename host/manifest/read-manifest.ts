import { SaxesParser } from 'saxes';

/** What a host learns of an add-in from its add-in-only manifest. */
export interface Manifest {
  readonly displayName: string;
  /** Stands before the dot of the add-in's worksheet functions. */
  readonly namespace: string;
  readonly buttons: readonly ManifestButton[];
}

/** A ribbon button that executes an associated action. */
export interface ManifestButton {
  readonly actionId: string;
  readonly label: string;
  readonly tip: string;
  /** The 32-pixel icon. */
  readonly iconAddress: string;
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The manifest as a tree; prefixes are left out, because manifests choose their own. */
function parseManifest(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', error => {
    throw new Error(`manifest.xml: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const named = Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value]);
    const element: Element = { name: withoutPrefix(name), attributes: Object.fromEntries(named), children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', text => void (open.at(-1)!.text += text));
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root;
}

function* descendants(element: Element, name: string): Generator<Element> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

function only(element: Element, name: string): Element {
  for (const found of descendants(element, name)) return found;
  throw new Error(`manifest.xml: <${name}> is missing in <${element.name}>.`);
}

/** @throws when the text is no add-in-only manifest with custom functions. */
export function readManifest(xml: string): Manifest {
  const manifest = parseManifest(xml);
  const resources = only(only(manifest, 'VersionOverrides'), 'Resources');
  const valueById = new Map<string, string>();
  for (const kind of ['Image', 'Url', 'String'])
    for (const { attributes } of descendants(resources, kind)) valueById.set(attributes.id ?? '', attributes.DefaultValue ?? '');
  const resource = (element: Element): string => {
    const value = valueById.get(element.attributes.resid ?? '');
    if (value === undefined) throw new Error(`manifest.xml: there is no resource "${element.attributes.resid}".`);
    return value;
  };

  const buttons: ManifestButton[] = [];
  for (const control of descendants(manifest, 'Control')) {
    const action = only(control, 'Action');
    const icon = [...descendants(control, 'Image')].find(({ attributes }) => attributes.size === '32');
    if (action.attributes.type !== 'ExecuteFunction' || !icon) continue;
    buttons.push({
      actionId: only(action, 'FunctionName').text.trim(),
      label: resource(only(control, 'Label')),
      tip: resource(only(only(control, 'Supertip'), 'Description')),
      iconAddress: resource(icon),
    });
  }
  return {
    displayName: only(manifest, 'DisplayName').attributes.DefaultValue ?? '',
    namespace: resource(only(manifest, 'Namespace')),
    buttons,
  };
}
