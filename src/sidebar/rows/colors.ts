/** Colours of sections. */
import type { SectionView } from '../../contract/state';
import { sectionColors } from '../../core/shared/section-colors';

/** A section's colours as custom properties for an element. */
export function hueStyle(section: Pick<SectionView, 'id'>, position: number): Record<string, string> {
  const { solid, tint, ink } = sectionColors(section.id, position);
  return { '--solid': solid, '--tint': tint, '--on-tint': ink };
}
