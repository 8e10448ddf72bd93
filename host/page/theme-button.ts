import type { PageTheme } from './page-theme.ts';

const moon = 'M12.5 10.9A5.6 5.6 0 0 1 5.1 3.5 5.6 5.6 0 1 0 12.5 10.9Z';
const sun =
  'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM7.4 1h1.2v2H7.4ZM7.4 13h1.2v2H7.4ZM1 7.4h2v1.2H1ZM13 7.4h2v1.2h-2ZM2.6 3.5l.9-.9 1.4 1.4-.9.9ZM11.1 12l.9-.9 1.4 1.4-.9.9ZM11.1 4l1.4-1.4.9.9L12 4.9ZM2.6 12.5 4 11.1l.9.9-1.4 1.4Z';
const svgNamespace = 'http://www.w3.org/2000/svg';

/** Draws the button of the dark mode; the function returned draws it anew. */
export function drawThemeButton(button: HTMLElement, theme: PageTheme): () => void {
  const draw = (): void => {
    const icon = document.createElementNS(svgNamespace, 'svg');
    icon.setAttribute('viewBox', '0 0 16 16');
    icon.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(svgNamespace, 'path');
    path.setAttribute('d', theme.isDark() ? sun : moon);
    icon.append(path);
    button.replaceChildren(icon);
    button.setAttribute('aria-pressed', String(theme.isDark()));
    button.title = theme.isDark() ? 'Light mode' : 'Dark mode';
  };
  button.addEventListener('click', () => theme.toggle());
  draw();
  return draw;
}
