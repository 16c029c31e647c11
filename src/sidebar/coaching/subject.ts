/** What a card is about: its title, its facts in a line, and how its plan will say so. */
import type { MeetingScreen, RowView, SectionView } from '../../contract/state';
import { aboutText } from '../../core/coaching/lines';
import { titleOf } from '../../core/shared/record';
import { actualAndGoal } from '../fields/figure';
import { language } from '../fields/language';
import { currentText } from '../fields/NamedText';
import { showAmount } from '../fields/read-amount';
import { showDate } from '../fields/read-date';
import { rowsOf } from '../meeting/use-rows';
import { statusWord } from '../rows/group';
import { gaps, percentOf, runOf, standOf } from '../rows/kpi';
import { sectionOfKey } from '../save/merge';
import { joined } from '../wording';
import { words } from '../words';
import { reasonsToDig } from './reasons';
import { coachingWords } from './words';

/** What a card is about. */
export interface Subject {
  title: string;
  /** Result against goal, activities, trend, what the deal did; '' where the record says nothing. */
  facts: string;
  isGood: boolean;
  /** For the plan's hidden cell, see core/coaching/lines.ts. */
  coaching: string;
}

/** What a key stands for; of one that stands for no row, or of '', what was typed. */
export function subjectOf(m: MeetingScreen, key: string, typed: string): Subject {
  const isGood = reasonsToDig(m).some((reason) => reason.key === key && reason.isGood);
  const found = rowWith(m, key);
  if (found) {
    const { row, section } = found;
    const id = row.key.slice(sectionOfKey(row.key).length + 1);
    const isDeal = section.kind === 'existing' || section.kind === 'new';
    const kind = section.kind === 'kpis' ? 'kpi' : isDeal ? 'deal' : null;
    return {
      title: titleOf(row.cells),
      facts: isDeal ? dealFacts(m, row) : kind === 'kpi' ? kpiFacts(m, row) : String(row.cells.why ?? '').trim(),
      isGood,
      coaching: aboutText(kind ? { kind, id } : { kind: 'other' }),
    };
  }
  const text = Object.values(m.block.prepare).find((one) => one.key === key);
  const title = text ? String(currentText(text)).trim() : typed.trim();
  return { title, facts: '', isGood, coaching: aboutText({ kind: 'other' }) };
}

function rowWith(m: MeetingScreen, key: string): { row: RowView; section: SectionView } | null {
  for (const section of m.block.sections) {
    const row = rowsOf(section).find((one) => one.key === key);
    if (row) return { row, section };
  }
  return null;
}

function dealFacts(m: MeetingScreen, row: RowView): string {
  const { amount, when, moved, next } = row.cells;
  const pushed = row.life?.timesPushed ?? 0;
  const still = row.life?.monthsUnchanged ?? 0;
  const status = statusWord(row);
  return joined([
    words.status(status === '' ? words.moving : status),
    showAmount(amount, language()),
    showDate(when, m.today),
    pushed > 0 && words.pushed(pushed),
    still > 0 && words.unchangedLine(still),
    String(moved ?? '').trim(),
    String(next ?? '').trim() !== '' && coachingWords.nextStep(String(next).trim()),
  ]);
}

/** The figure, and of a result the activities that are furthest from their goals. */
function kpiFacts(m: MeetingScreen, row: RowView): string {
  const { actual, goal } = actualAndGoal(row.cells.amount, row.cells.when, row.kpi?.unit ?? '');
  const others = m.block.sections.filter(({ kind }) => kind === 'kpis').flatMap(({ rows }) => rows);
  const activities = row.kpi?.kind === 'result' ? gaps(others.filter(({ kpi }) => kpi?.kind === 'activity')) : [];
  return joined([
    standOf(row).percent !== '' && coachingWords.ofGoal(standOf(row).percent),
    actual !== '' && coachingWords.actualOf(actual, goal),
    words.trend(runOf(row.kpi)),
    ...activities.slice(0, 2).map(({ cells, kpi }) => `${titleOf(cells)} ${percentOf(kpi?.share ?? 0)}`),
  ]);
}
