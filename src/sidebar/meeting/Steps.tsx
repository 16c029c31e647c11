/** The sections as steps in the header. */
import type { MeetingScreen, SectionView } from '../../contract/state';
import { meeting, view } from '../page/view';
import { Icon } from '../parts/Icon';
import { hueStyle } from '../rows/colors';
import { goTo } from './clock-acts';
import { wasVisited } from './left';
import { clock } from './state';
import { meetingWords } from './words';

type StepState = keyof typeof meetingWords.stepState;

const MOST_IN_A_LINE = 9;

/** The sections as steps: done, now, rows already there, to come; the Conclusion is a diamond. */
export function Steps() {
  const m = meeting.value;
  if (!m) return null;
  // Each step is at least 32 px wide; more than nine stand in two lines.
  const count = m.block.sections.length;
  const columns = count <= MOST_IN_A_LINE ? count : Math.ceil(count / 2);
  return (
    <nav aria-label={meetingWords.sections}>
      <ol class="steps" style={{ '--steps': columns }}>
        {m.block.sections.map((section, i) => {
          const state = stepState(section, m);
          const label = meetingWords.step(i + 1, section.name, meetingWords.stepState[state]);
          return (
            <li key={section.id} class={i % columns === 0 ? 'row-start' : ''}>
              <button
                type="button"
                class={`${state}${section.kind === 'conclusion' ? ' end' : ''}`}
                style={hueStyle(section, i)}
                aria-current={state === 'now' ? 'step' : undefined}
                aria-label={label}
                title={section.name}
                onClick={() => goTo(section.id)}
              >
                <i>
                  <span>{state === 'done' ? <Icon name="check" /> : i + 1}</span>
                </i>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function stepState(section: SectionView, m: MeetingScreen): StepState {
  const at = view.value;
  if (at.at === 'section' && at.id === section.id) return 'now';
  const finished = m.block.state === 'finished';
  // Whoever finishes has the clock's minutes once more; later nobody knows which sections were visited.
  const c = clock.value ?? (at.at === 'finished' ? at.clock : null);
  const isOver = c !== null && (finished || c.section !== section.id);
  if (isOver && wasVisited(section, c)) return 'done';
  return hasOwnRows(section, m) ? 'half' : finished ? 'empty' : 'open';
}

const filled = (value: unknown) => String(value ?? '').trim() !== '';

/** Has somebody written here this month? What came along by itself does not count. */
function hasOwnRows(section: SectionView, m: MeetingScreen): boolean {
  switch (section.kind) {
    case 'existing':
      return section.rows.some((row) => filled(row.cells.moved));
    case 'kpis':
      return section.rows.some((row) => filled(row.cells.why) || filled(row.cells.next));
    case 'conclusion':
      return Object.values(m.block.conclusion).some((text) => filled(text.value));
    case 'new':
    case 'notes':
    case 'topics':
    case 'growth':
      return section.rows.length > 0;
  }
}
