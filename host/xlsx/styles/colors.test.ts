import { describe, expect, it } from '@jest/globals';
import { parseXml } from '../xml/parse-xml.ts';
import { readColor, readPalette, readThemeColors } from './colors.ts';

/** Office 2007's theme: its tints are in every table of Excel's colours. */
const THEME = parseXml(
  '<a:theme xmlns:a="urn:a"><a:themeElements><a:clrScheme name="Office">' +
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
    '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>' +
    '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1><a:accent2><a:srgbClr val="C0504D"/></a:accent2>' +
    '</a:clrScheme></a:themeElements></a:theme>',
  'theme1.xml',
);

const channels = (color: string): number[] => [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));

describe('colours of a file', () => {
  const sources = { theme: readThemeColors(THEME), palette: readPalette(undefined) };
  const color = (attributes: string): string | undefined =>
    readColor(parseXml(`<color ${attributes}/>`, 'styles.xml'), sources);

  it('are said by value, theme or palette', () => {
    expect(color('rgb="FF4472C4"')).toBe('#4472C4');
    expect(color('rgb="4472c4"')).toBe('#4472C4');
    expect([0, 1, 2, 3, 4].map(number => color(`theme="${number}"`))).toEqual([
      '#FFFFFF',
      '#000000',
      '#EEECE1',
      '#1F497D',
      '#4F81BD',
    ]);
    expect(color('indexed="10"')).toBe('#FF0000');
    // 64 and 65 are the system's own colours: what they are, the screen says.
    expect(color('indexed="64"')).toBeUndefined();
    expect(color('auto="1"')).toBeUndefined();
    expect(color('theme="99"')).toBeUndefined();
  });

  it.each([
    ['Accent 1, lighter 80 %', 4, 0.79998168889431442, '#DCE6F1'],
    ['Accent 1, lighter 60 %', 4, 0.59999389629810485, '#B8CCE4'],
    ['Accent 1, lighter 40 %', 4, 0.39997558519241921, '#95B3D7'],
    ['Accent 1, darker 25 %', 4, -0.249977111117893, '#366092'],
    ['Accent 1, darker 50 %', 4, -0.499984740745262, '#244062'],
    ['Accent 2, lighter 40 %', 5, 0.39997558519241921, '#DA9694'],
    ['White, darker 15 %', 0, -0.14999847407452621, '#D9D9D9'],
    ['Black, lighter 50 %', 1, 0.499984740745262, '#7F7F7F'],
    ['Dark 2, lighter 80 %', 3, 0.79998168889431442, '#C5D9F1'],
  ])('%s is the colour Excel shows, but for its rounding', (_, theme, tint, expected) => {
    const found = channels(color(`theme="${theme}" tint="${tint}"`)!);
    channels(expected).forEach((channel, index) => expect(Math.abs(channel - found[index]!)).toBeLessThanOrEqual(2));
  });

  it('come from the palette the file brings along', () => {
    const styles = parseXml(
      '<styleSheet><colors><indexedColors><rgbColor rgb="00112233"/></indexedColors></colors></styleSheet>',
      's',
    );
    expect(readPalette(styles).slice(0, 2)).toEqual(['#112233', '#FFFFFF']);
  });
});
