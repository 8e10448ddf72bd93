import { describe, expect, it } from '@jest/globals';
import { isDark, relativeLuminance } from './pane-theme.ts';

describe('relative luminance', () => {
  // WCAG 2.2: white 1, black 0; pure channels have the weights of the definition.
  it.each([['#ffffff', 1], ['#000000', 0], ['#ff0000', 0.2126], ['#00FF00', 0.7152], ['0000ff', 0.0722]])('of %s is %d', (color, expected) => {
    expect(relativeLuminance(color)).toBeCloseTo(expected, 6);
  });

  it('of the mid gray #777777 is 0.1845', () => {
    // ((0x77/255 + 0.055)/1.055)^2.4 = ((0.466667 + 0.055)/1.055)^2.4 = 0.494471^2.4 = 0.18447
    expect(relativeLuminance('#777777')).toBeCloseTo(0.18447, 4);
  });

  it('of something else is unknown', () => {
    expect(relativeLuminance('white')).toBeNull();
  });
});

describe('dark or light', () => {
  const colors = (bodyBackgroundColor: string) => ({ bodyBackgroundColor, bodyForegroundColor: '#808080' });
  it('follows Office before the system', () => {
    expect(isDark(colors('#262626'), false)).toBe(true);
    expect(isDark(colors('#F3F2F1'), true)).toBe(false);
    expect(isDark({ ...colors('#F3F2F1'), isDarkTheme: true }, false)).toBe(true);
  });

  it('follows the system where Office says nothing that can be read', () => {
    expect(isDark(null, true)).toBe(true);
    expect(isDark(null, false)).toBe(false);
    expect(isDark(colors(''), true)).toBe(true);
  });
});
