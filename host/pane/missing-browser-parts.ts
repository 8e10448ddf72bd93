import type { DOMWindow } from 'jsdom';

/** What a browser has, React components ask for, and jsdom lacks. Nothing here is ever seen. */
export function addMissingBrowserParts(window: DOMWindow): void {
  class NoObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
    takeRecords(): never[] {
      return [];
    }
  }
  Object.assign(window, {
    matchMedia: (media: string) => ({
      media,
      matches: false,
      onchange: null,
      addListener() {},
      removeListener() {},
      addEventListener() {},
      removeEventListener() {},
      dispatchEvent: () => false,
    }),
    ResizeObserver: NoObserver,
    IntersectionObserver: NoObserver,
    scrollTo() {},
    TextEncoder,
    TextDecoder,
    structuredClone,
  });
  window.Element.prototype.scrollIntoView = () => {};
}
