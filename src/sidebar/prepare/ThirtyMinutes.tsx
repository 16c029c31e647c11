/** What the minutes of a meeting are made of. */
import { STANDARD_AGENDA } from '../../core/shared/agenda';
import { sectionColors } from '../../core/shared/section-colors';
import { Block } from '../parts/Block';
import { words } from '../words';
import { prepareWords } from './words';

interface AgendaPart {
  id: string;
  name: string;
  minutes: number | null;
}

/** What the minutes of a meeting are made of: a strip of the sections' colours, and their names. */
export function ThirtyMinutes({ sections = STANDARD_AGENDA }: { sections?: readonly AgendaPart[] }) {
  const planned = sections.reduce((sum, s) => sum + (s.minutes ?? 0), 0);
  // The Conclusion has what is left; with six fives a sliver, so that it is seen.
  const rest = planned / 15;
  return (
    <Block title={prepareWords.theMinutes(planned)} count={prepareWords.thirtySame}>
      <div class="share" aria-hidden="true">
        {sections.map((section, i) => (
          <i
            key={section.id}
            style={{ flexGrow: section.minutes ?? rest, background: sectionColors(section.id, i).solid }}
          />
        ))}
      </div>
      <ul class="agenda">
        {sections.map((section, i) => (
          <li key={section.id}>
            <i style={{ background: sectionColors(section.id, i).solid }} aria-hidden="true" />
            <span class="grow" dir="auto">
              {section.name}
            </span>
            <span class="hint">{section.minutes === null ? words.theRest : words.minutes(section.minutes)}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
