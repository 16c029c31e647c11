/**
 * Arial for machines that have none (a bare Linux): Arimo has the same widths, so text wraps and columns fit as they do
 * elsewhere. An installed Arial or Liberation Sans comes first.
 */
import { createRequire } from 'node:module';

const FACES = [
  { weight: 400, style: 'normal', locals: ['Arial', 'ArialMT', 'Liberation Sans', 'LiberationSans'] },
  {
    weight: 400,
    style: 'italic',
    locals: ['Arial Italic', 'Arial-ItalicMT', 'Liberation Sans Italic', 'LiberationSans-Italic'],
  },
  {
    weight: 700,
    style: 'normal',
    locals: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold', 'LiberationSans-Bold'],
  },
  {
    weight: 700,
    style: 'italic',
    locals: ['Arial Bold Italic', 'Arial-BoldItalicMT', 'Liberation Sans Bold Italic', 'LiberationSans-BoldItalic'],
  },
] as const;

/** Which letters each file has. */
const SUBSETS = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215',
  'latin-ext': 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0',
} as const;

/** The style sheet that page and frames load. */
export function fontSheet(): string {
  return FACES.flatMap(({ weight, style, locals }) =>
    Object.entries(SUBSETS).map(([subset, range]) => {
      const local = locals.map((name) => `local('${name}')`).join(', ');
      const file = `url(/fonts/arimo-${subset}-${weight}-${style}.woff2) format('woff2')`;
      return `@font-face{font-family:Arial;font-weight:${weight};font-style:${style};src:${local}, ${file};unicode-range:${range}}`;
    }),
  ).join('\n');
}

/** Where a font file lies; null for any other name. */
export function fontFile(name: string): string | null {
  if (!/^arimo-(latin|latin-ext)-(400|700)-(normal|italic)\.woff2$/.test(name)) return null;
  const here = createRequire(__filename);
  try {
    return here.resolve(`@fontsource/arimo/files/${name}`);
  } catch {
    return null;
  }
}
