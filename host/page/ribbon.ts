/** One button of the add-in's ribbon group. */
export interface RibbonButton {
  readonly actionId: string;
  readonly label: string;
  readonly tip: string;
  readonly iconAddress: string;
}

export interface RibbonOptions {
  readonly element: HTMLElement;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
  readonly onAction: (actionId: string) => void;
  readonly onTogglePane: () => void;
}

export interface Ribbon {
  showPaneState(isShown: boolean): void;
}

/** The add-in's buttons as its manifest names them, and a switch for the task pane at the end. */
export function drawRibbon({ element, label, buttons, onAction, onTogglePane }: RibbonOptions): Ribbon {
  element.setAttribute('aria-label', label);
  for (const { actionId, label: name, tip, iconAddress } of buttons) {
    const button = document.createElement('button');
    button.type = 'button';
    button.title = tip;
    const icon = document.createElement('img');
    icon.src = iconAddress;
    icon.alt = '';
    button.append(icon, name);
    button.addEventListener('click', () => onAction(actionId));
    element.append(button);
  }
  const toggle = document.createElement('button');
  toggle.type = 'button';
  toggle.className = 'ribbon-end';
  toggle.textContent = 'Task pane';
  toggle.addEventListener('click', onTogglePane);
  element.append(toggle);
  return {
    showPaneState: (isShown) => toggle.setAttribute('aria-pressed', String(isShown)),
  };
}
