import type { XmlElement } from '../xml/parse-xml.ts';

/** A link from one part to another. */
export interface Relation {
  readonly id: string;
  /** The last word of the type's address, e.g. `worksheet`: transitional and strict files differ in the rest. */
  readonly kind: string;
  /** The part it leads to, or the address outside the file. */
  readonly target: string;
  readonly isExternal: boolean;
  readonly element: XmlElement;
}

export const relationsPartOf = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

export function readRelations(root: XmlElement, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return root.children
    .filter(element => element.name === 'Relationship')
    .map(element => {
      const { Id = '', Type = '', Target = '', TargetMode } = element.attributes;
      const isExternal = TargetMode === 'External';
      return {
        id: Id,
        kind: Type.slice(Type.lastIndexOf('/') + 1),
        target: isExternal ? Target : resolvePart(folder, Target),
        isExternal,
        element,
      };
    });
}

function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** How a relations part names its target: relative to the folder of the part that links. */
export function relativeTarget(fromPart: string, toPart: string): string {
  const from = fromPart.split('/').slice(0, -1);
  const to = toPart.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return '../'.repeat(from.length - shared) + to.slice(shared).join('/');
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `r:id="rId1"`, with whatever prefix the part of `root` uses for relationships. */
export function relationAttribute(root: XmlElement, id: string): string {
  const declared = Object.entries(root.attributes).find(
    ([name, value]) => name.startsWith('xmlns:') && value.endsWith('/relationships'),
  );
  return declared ? `${declared[0].slice('xmlns:'.length)}:id="${id}"` : `xmlns:r="${RELATIONSHIPS}" r:id="${id}"`;
}
