/**
 * The fonts of the page, of sidebars and of tests, from the packages, so that text is as wide and wraps as it does on any
 * other machine. The family is called Arial and names no installed font: a rule of that name hides an Arial that is
 * installed, and whatever a system puts in its place. Arimo has Arial's widths; what it lacks (arrows, ticks, Arabic)
 * comes from DejaVu Sans.
 */
import { createRequire } from 'node:module';

const STYLES = ['normal', 'italic'] as const;
const WEIGHTS = [400, 700] as const;

/** Which letters each of Arimo's files has. */
const ARIMO = {
  cyrillic: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  greek: 'U+0370-03FF',
  hebrew: 'U+0307-0308, U+0590-05FF, U+20AA, U+FB1D-FB4F',
  vietnamese: 'U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AA, U+20AD-20C0, U+2113',
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD',
} as const;

/** The style sheet that page and frames load. Where two rules have a letter, the later one counts. */
export function fontSheet(): string {
  const faces = STYLES.flatMap((style) => WEIGHTS.map((weight) => ({ style, weight })));
  const rule = (style: string, weight: number, file: string, range: string) =>
    `@font-face{font-family:Arial;font-weight:${weight};font-style:${style};src:url(/fonts/${file}-${weight}-${style}.woff2) format('woff2')${range}}`;
  return [
    ...faces.map(({ style, weight }) => rule(style, weight, 'dejavu-sans-latin', '')),
    ...Object.entries(ARIMO).flatMap(([subset, range]) =>
      faces.map(({ style, weight }) => rule(style, weight, `arimo-${subset}`, `;unicode-range:${range}`)),
    ),
  ].join('\n');
}

/** Where a font file lies; null for any other name. */
export function fontFile(name: string): string | null {
  const [, family] = /^(arimo|dejavu-sans)-[a-z-]+-(?:400|700)-(?:normal|italic)\.woff2$/.exec(name) ?? [];
  if (family === undefined) return null;
  try {
    return createRequire(__filename).resolve(`@fontsource/${family}/files/${name}`);
  } catch {
    return null;
  }
}
