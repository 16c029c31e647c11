/** The colours of sections: no section of a team's own looks like one of the agenda's, and all are read well. */
import { sectionColors } from '../../src/core/shared/section-colors';

const AGENDA = ['new', 'existing', 'working', 'notWorking', 'kpis', 'other', 'conclusion'];
const PLACES = Array.from({ length: 9 }, (_, place) => place);

/** How bright a colour is, by WCAG 2.2: 0 for black, 1 for white. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The contrast of two colours, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test('a section of one’s own has no colour of the agenda’s, wherever it stands, and none of its neighbour’s', () => {
  const taken = AGENDA.map((id, place) => sectionColors(id, place).solid);
  for (const place of PLACES) {
    const { solid } = sectionColors('mine', place);
    expect(taken).not.toContain(solid);
    expect(sectionColors('yours', place + 1).solid).not.toBe(solid);
  }
});

test('white is read on each band, and its name on each tint', () => {
  for (const id of [...AGENDA, 'mine'])
    for (const place of PLACES) {
      const { solid, tint, header, ink } = sectionColors(id, place);
      expect(contrast('#ffffff', solid)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, tint)).toBeGreaterThanOrEqual(7);
      expect(contrast(ink, header)).toBeGreaterThanOrEqual(7);
    }
});
