import { table } from './table';

/** The colours of a section, in sheet and sidebar alike. */
export interface SectionColors {
  /** Bands, rails, steps and ring; white stands on it. */
  solid: string;
  tint: string;
  /** Lighter than the tint, for rows of labels. */
  header: string;
  /** A name on the tint, at least 7 : 1. */
  ink: string;
}

/** In the order of the agenda; lighter and darker take turns. */
const COLORS: readonly SectionColors[] = [
  { solid: '#1f7a75', tint: '#d9ecea', header: '#f0f8f7', ink: '#0c504c' },
  { solid: '#2b4f81', tint: '#d0dced', header: '#eff3f9', ink: '#1f3d68' },
  { solid: '#5b7530', tint: '#e5edd5', header: '#f5f8ee', ink: '#3a4d1b' },
  { solid: '#6b3a5b', tint: '#e8d5e1', header: '#f8f1f6', ink: '#5a2c4b' },
  { solid: '#6560a8', tint: '#e2e0f1', header: '#f4f3fb', ink: '#3f3a7d' },
  { solid: '#3f4a57', tint: '#d8dde3', header: '#f1f3f6', ink: '#2f3843' },
  { solid: '#86662a', tint: '#f1e5ca', header: '#fbf6ea', ink: '#5c4413' },
];

/** Of sections that a team has added, by turns: no colour of the agenda's own, so that none is taken for another. */
const ADDED: readonly SectionColors[] = [
  { solid: '#9a4a32', tint: '#f3ddd5', header: '#fbf2ee', ink: '#6b2c19' },
  { solid: '#20667e', tint: '#d3e6ee', header: '#eff6f9', ink: '#134a5d' },
];

const BY_ID = table<number>({
  new: 0,
  existing: 1,
  working: 2,
  notWorking: 3,
  kpis: 4,
  other: 5,
  conclusion: 6,
});

/** The colours of a section: its own for the well-known ones, by turns for others. */
export function sectionColors(id: string, position: number): SectionColors {
  const known = BY_ID[id];
  return (known === undefined ? ADDED[position % ADDED.length] : COLORS[known]) as SectionColors;
}
