/** Light or dark, for page, grid and pane together: the system's choice until the person makes one. */
export interface PageTheme {
  isDark(): boolean;
  toggle(): void;
  onChanged(listener: () => void): void;
}

const key = 'cloudcost-theme';

export function createPageTheme(): PageTheme {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const listeners = new Set<() => void>();
  let chosen = localStorage.getItem(key);
  const isDark = (): boolean => (chosen === null ? system.matches : chosen === 'dark');
  const apply = (): void => {
    // The pane's frame takes this as its own preferred color scheme, as a task pane follows Excel.
    document.documentElement.style.colorScheme = isDark() ? 'dark' : 'light';
    document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
    for (const listener of listeners) listener();
  };
  apply();
  system.addEventListener('change', apply);
  return {
    isDark,
    toggle() {
      const next = isDark() ? 'light' : 'dark';
      const isSystems = (next === 'dark') === system.matches;
      chosen = isSystems ? null : next;
      if (isSystems) localStorage.removeItem(key);
      else localStorage.setItem(key, next);
      apply();
    },
    onChanged: (listener) => void listeners.add(listener),
  };
}
