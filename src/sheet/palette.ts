/** Colours of the sheet. Text on each was chosen for a contrast of at least 4.5 : 1. */
export const INK = '#202124';
export const MUTED = '#5f6368';
export const PAPER = '#ffffff';
export const COMPUTED = '#f1f3f4';
export const HEAD = '#f8f9fa';
export const HAIRLINE = '#dfe2e6';
export const HEAD_LINE = '#9aa3ae';
export const BAND = { back: '#1f2937', text: '#ffffff', soft: '#c9d2de' };
export const FOLDED = '#475569';

export interface SectionColors {
  solid: string;
  tint: string;
  header: string;
}

/** In the order of the agenda; lighter and darker take turns. Further sections start over at the third. */
const SECTION_COLORS: readonly SectionColors[] = [
  { solid: '#1f7a75', tint: '#d9ecea', header: '#f0f8f7' },
  { solid: '#2b4f81', tint: '#d0dced', header: '#eff3f9' },
  { solid: '#5b7530', tint: '#e5edd5', header: '#f5f8ee' },
  { solid: '#6b3a5b', tint: '#e8d5e1', header: '#f8f1f6' },
  { solid: '#6560a8', tint: '#e2e0f1', header: '#f4f3fb' },
  { solid: '#3f4a57', tint: '#d8dde3', header: '#f1f3f6' },
  { solid: '#86662a', tint: '#f1e5ca', header: '#fbf6ea' },
];

const BY_ID: Record<string, number> = {
  new: 0,
  existing: 1,
  working: 2,
  notWorking: 3,
  kpis: 4,
  other: 5,
  conclusion: 6,
};

/** The colours of a section: its own for the well-known ones, by turns for others. */
export function sectionColors(id: string, position: number): SectionColors {
  return SECTION_COLORS[BY_ID[id] ?? 2 + (position % 4)] as SectionColors;
}

/** Slate, for Setup's tables. */
export const SLATE = SECTION_COLORS[5] as SectionColors;

/** Words and signs that get a colour, always together with the word. */
export const ALERTS = {
  good: { back: '#e3f3e8', text: '#0f6b33' },
  watch: { back: '#fdf0d3', text: '#8a5000' },
  off: { back: '#fbe4e1', text: '#a61b13' },
  cold: { back: '#e1eaf5', text: '#2b4f81' },
  over: { back: '#eceef0', text: '#5f6368' },
} as const;
