/** The further questions of a section: those that fit what this month shows. */
import type { MeetingScreen, RowView, SectionView } from '../../contract/state';
import { type QuestionMoment, questionsThatFit } from '../../core/shared/questions';
import { isBlank } from '../../core/shared/record';
import { meeting } from '../page/view';
import { outcomeOf, statusWord } from '../rows/group';
import { runOf, standOf } from '../rows/kpi';
import { rowsOf } from './use-rows';

/** Twice is a pattern, as on the page before the talk. */
const TWICE = 2;

/** What to ask here beside the section's own question, three at most. */
export function moreToAsk(section: SectionView): string[] {
  const m = meeting.value;
  return m ? questionsThatFit(m.questions, section.id, momentsOf(m), m.block.number) : [];
}

/** What the month shows that Setup's table Questions knows by a word. */
function momentsOf(m: MeetingScreen): Set<QuestionMoment> {
  const of = (...kinds: SectionView['kind'][]) =>
    m.block.sections.filter(({ kind }) => kinds.includes(kind)).flatMap((s) => rowsOf(s));
  const deals = of('new', 'existing').filter(({ cells }) => !isBlank(cells));
  const open = deals.filter((row) => outcomeOf(row, m.statuses) === null);
  const kpis = of('kpis');
  const some = (rows: readonly RowView[], shows: (row: RowView) => boolean) => rows.some(shows);
  const shown: Record<QuestionMoment, boolean> = {
    always: true,
    stuck: some(open, (row) => statusWord(row) === 'stuck'),
    'pushed again': some(open, ({ life }) => (life?.timesPushed ?? 0) >= TWICE),
    'nothing moved': some(open, ({ life }) => (life?.monthsUnchanged ?? 0) >= TWICE),
    won: some(deals, (row) => outcomeOf(row, m.statuses) === 'won'),
    'off goal twice': some(kpis, ({ kpi }) => runOf(kpi).off >= TWICE),
    'on target': some(kpis, (row) => standOf(row).how === 'good'),
    'first 1:1': m.block.number === 1,
  };
  return new Set((Object.keys(shown) as QuestionMoment[]).filter((when) => shown[when]));
}
