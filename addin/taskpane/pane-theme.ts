import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import type { OfficeThemeColors } from './pane-services.ts';

/** sRGB relative luminance (WCAG 2.2), 0 for black to 1 for white; null when the text is no `#RRGGBB`. */
export function relativeLuminance(color: string): number | null {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.trim());
  if (!hex) return null;
  const channel = (text: string): number => {
    const value = Number.parseInt(text, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(hex[1] ?? '') + 0.7152 * channel(hex[2] ?? '') + 0.0722 * channel(hex[3] ?? '');
}

/** Office's own theme decides where there is one; otherwise the system's preference. */
export function isDark(office: OfficeThemeColors | null, systemPrefersDark: boolean): boolean {
  if (office?.isDarkTheme !== undefined) return office.isDarkTheme;
  const luminance = office ? relativeLuminance(office.bodyBackgroundColor) : null;
  return luminance === null ? systemPrefersDark : luminance < 0.18;
}

/** High contrast needs no theme of its own: under forced colors Fluent uses the system's colors. */
export const fluentTheme = (dark: boolean): Theme => (dark ? webDarkTheme : webLightTheme);
