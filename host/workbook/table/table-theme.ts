import type { IRangeThemeStyleJSON } from '@univerjs/sheets';

/** Excel's table styles, near enough to tell them apart: `TableStyleMedium2` is the second accent of the Office theme. */
const accents = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;
const line = { s: 1 } as const;

interface Look {
  readonly style: string;
  readonly showBandedRows: boolean;
}

/** One theme for each look: Univer draws bands only as part of a theme. */
export const themeName = ({ style, showBandedRows }: Look): string => `${style || 'TableStyleNone'}${showBandedRows ? '' : '-plain'}`;

export function tableTheme(look: Look): IRangeThemeStyleJSON {
  const name = themeName(look);
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(look.style);
  if (!match) return { name };
  const [, weight, number] = match;
  const accent = accents[(Number(number) - 1) % accents.length]!;
  const band = look.showBandedRows ? { secondRowStyle: { bg: { rgb: mix(accent, weight === 'Dark' ? 0.4 : 0.8) } } } : {};
  const edge = { ...line, cl: { rgb: accent } };
  if (weight === 'Light') {
    return {
      name,
      headerRowStyle: { bl: 1, bd: { t: edge, b: edge } },
      lastRowStyle: { bd: { b: edge } },
      ...(look.showBandedRows && { firstRowStyle: { bg: { rgb: mix(accent, 0.85) } } }),
    };
  }
  return {
    name,
    headerRowStyle: { bl: 1, bg: { rgb: accent }, cl: { rgb: '#FFFFFF' } },
    ...(weight === 'Dark' && { firstRowStyle: { bg: { rgb: mix(accent, 0.6) } } }),
    lastRowStyle: { bd: { b: edge } },
    ...band,
  };
}

/** The color mixed with white; 1 is white. */
function mix(color: string, white: number): string {
  const parts = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `#${parts.map((part) => Math.round(part + (255 - part) * white).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
