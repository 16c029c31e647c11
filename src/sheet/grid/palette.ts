import { sectionColors } from '../../core/shared/section-colors';

/** Colours of the sheet. Text on each was chosen for a contrast of at least 4.5 : 1. */
export const INK = '#202124';
export const MUTED = '#5f6368';
/** A name that leads to a tab. */
export const LINK = '#0b57d0';
export const PAPER = '#ffffff';
export const COMPUTED = '#f1f3f4';
export const HEAD = '#f8f9fa';
export const HAIRLINE = '#dfe2e6';
export const HEAD_LINE = '#9aa3ae';
export const BAND = { back: '#1f2937', text: '#ffffff', soft: '#c9d2de' };
/** Bands of older months: of even months, of odd ones. */
export const FOLDED = ['#3f4c60', '#4d5b70'] as const;

/** Slate, for Setup's tables. */
export const SLATE = sectionColors('other', 0);

/** Words and signs that get a colour, always together with the word. */
export const ALERTS = {
  good: { back: '#e3f3e8', text: '#0f6b33' },
  watch: { back: '#fdf0d3', text: '#8a5000' },
  off: { back: '#fbe4e1', text: '#a61b13' },
  cold: { back: '#e1eaf5', text: '#2b4f81' },
  over: { back: '#eceef0', text: '#5f6368' },
} as const;
