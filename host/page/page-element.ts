/** An element of index.html. @throws when page and script do not fit together. */
export function pageElement<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}".`);
  return element as E;
}
