import { descendants, parseXml } from './xml-element.ts';
import type { XmlElement } from './xml-element.ts';

/** What a host learns from an add-in's manifest.xml. */
export interface Manifest {
  readonly displayName: string;
  /** What stands before the dot of its worksheet functions: `CLOUD`. */
  readonly namespace: string;
  /** Path of the shared page: `/taskpane.html`. */
  readonly pagePath: string;
  readonly buttons: readonly ManifestButton[];
}

export interface ManifestButton {
  /** What `Office.actions.associate` knows it by; {@link showTaskpane} for a button that only opens the pane. */
  readonly actionId: string;
  readonly label: string;
  readonly tip: string;
  /** The 32 pixel picture, as the manifest addresses it. */
  readonly iconAddress: string;
}

export const showTaskpane = 'ShowTaskpane';

/** @throws RangeError when the text is no add-in manifest. */
export function readManifest(xml: string): Manifest {
  const document = parseXml(xml);
  if (document.name !== 'OfficeApp') throw new RangeError('This is no manifest of an Office add-in.');
  const resources = resourceTable(document);
  const resource = (element: XmlElement | undefined): string => resources.get(element?.attributes['resid'] ?? '') ?? '';
  const first = (element: XmlElement, name: string): XmlElement | undefined => descendants(element, name)[0];
  const displayName = first(document, 'DisplayName')?.attributes['DefaultValue'] ?? '';
  const page = first(document, 'SourceLocation')?.attributes['DefaultValue'] ?? '';
  return {
    displayName,
    namespace: resource(first(document, 'Namespace')),
    pagePath: page ? new URL(page).pathname : '',
    buttons: descendants(document, 'Control').map((control): ManifestButton => {
      const icons = descendants(control, 'Image');
      return {
        actionId: first(control, 'FunctionName')?.text.trim() || showTaskpane,
        label: resource(control.children.find(({ name }) => name === 'Label')),
        tip: resource(first(control, 'Description')),
        iconAddress: resource(icons.find(({ attributes }) => attributes['size'] === '32') ?? icons[0]),
      };
    }),
  };
}

/** Strings, addresses and pictures by id. */
function resourceTable(document: XmlElement): Map<string, string> {
  const [resources] = descendants(document, 'Resources');
  const entries = (resources ? ['Image', 'Url', 'String'].flatMap((name) => descendants(resources, name)) : []).map(
    ({ attributes }): [string, string] => [attributes['id'] ?? '', attributes['DefaultValue'] ?? ''],
  );
  return new Map(entries);
}
