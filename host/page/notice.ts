/** One message across the page, until dismissed or replaced. */
export interface Notice {
  show(message: string): void;
  clear(): void;
}

export function createNotice(element: HTMLElement): Notice {
  const clear = (): void => {
    element.hidden = true;
    element.replaceChildren();
  };
  return {
    clear,
    show(message) {
      const sentence = document.createElement('p');
      sentence.textContent = message;
      const dismiss = document.createElement('button');
      dismiss.type = 'button';
      dismiss.textContent = 'Dismiss';
      dismiss.addEventListener('click', clear);
      element.replaceChildren(sentence, dismiss);
      element.hidden = false;
    },
  };
}

/** What a failure says to the reader. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
