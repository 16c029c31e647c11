import type { SectionView } from '../../contract/state';

/** Solid for steps and ring, tint behind the head, ink for the name on the tint (at least 7 : 1). The sheet's hues. */
export interface Hue {
  solid: string;
  tint: string;
  ink: string;
}

const HUES: readonly Hue[] = [
  { solid: '#1f7a75', tint: '#d9ecea', ink: '#0c504c' },
  { solid: '#2b4f81', tint: '#d0dced', ink: '#1f3d68' },
  { solid: '#5b7530', tint: '#e5edd5', ink: '#3a4d1b' },
  { solid: '#6b3a5b', tint: '#e8d5e1', ink: '#5a2c4b' },
  { solid: '#6560a8', tint: '#e2e0f1', ink: '#3f3a7d' },
  { solid: '#3f4a57', tint: '#d8dde3', ink: '#2f3843' },
  { solid: '#86662a', tint: '#f1e5ca', ink: '#5c4413' },
];

const OWN: Record<string, number> = {
  new: 0,
  existing: 1,
  working: 2,
  notWorking: 3,
  kpis: 4,
  other: 5,
  conclusion: 6,
};

/** The colours of a section: the well-known ones have their own in sheet and sidebar, others take turns. */
export function hueOf(section: Pick<SectionView, 'id'>, position: number): Hue {
  return HUES[OWN[section.id] ?? 2 + (position % 4)] as Hue;
}

/** The colours as custom properties for an element. */
export function hueStyle(section: Pick<SectionView, 'id'>, position: number): Record<string, string> {
  const hue = hueOf(section, position);
  return { '--solid': hue.solid, '--tint': hue.tint, '--on-tint': hue.ink };
}
