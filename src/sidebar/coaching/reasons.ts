/** What a month shows that is worth digging into: what went well first, then what hangs, then what was asked for. */
import type { MeetingScreen, RowView } from '../../contract/state';
import { isBlank, titleOf } from '../../core/shared/record';
import { currentText } from '../fields/NamedText';
import { rowsOf } from '../meeting/use-rows';
import { outcomeOf, statusWord } from '../rows/group';
import { runOf, standOf } from '../rows/kpi';
import { developmentSection } from '../save/merge';
import { words } from '../words';
import { coachingWords } from './words';

/** Something to dig into, and why it is offered. */
export interface Reason {
  /** Key of the row or text. */
  key: string;
  title: string;
  why: string;
  /** Is it good news? Then it comes first, and is asked about as such. */
  isGood: boolean;
}

/** All that the record shows, good news first. What has an open plan already is left out. */
export function reasonsToDig(m: MeetingScreen): Reason[] {
  const planned = new Set(rowsOf(developmentSection(m)).map((row) => row.plan?.about ?? ''));
  const rows = m.block.sections.flatMap((section) =>
    rowsOf(section)
      .filter((row) => !isBlank({ ...row.cells, status: '' }))
      .map((row) => ({ section, row })),
  );
  const found = rows.flatMap(({ section, row }): Reason[] => {
    const reason =
      section.kind === 'kpis'
        ? kpiReason(row)
        : section.kind === 'existing' || section.kind === 'new'
          ? dealReason(row, m)
          : section.id === 'notWorking'
            ? { why: coachingWords.notWorking, isGood: false }
            : null;
    return reason ? [{ key: row.key, title: titleOf(row.cells), ...reason }] : [];
  });
  const all = [...found, ...askedFor(m)].filter(({ key }) => !planned.has(key));
  return [...all.filter(({ isGood }) => isGood), ...all.filter(({ isGood }) => !isGood)];
}

type Why = Pick<Reason, 'why' | 'isGood'>;

function dealReason(row: RowView, m: MeetingScreen): Why | null {
  const outcome = outcomeOf(row, m.statuses);
  if (outcome === 'won') return { why: coachingWords.wasWon, isGood: true };
  if (outcome !== null) return null;
  const stuck = statusWord(row) === 'stuck';
  if (stuck) return { why: coachingWords.isStuck((row.life?.monthsStuck ?? 0) + 1), isGood: false };
  const before = row.life?.story[row.life.story.length - 1]?.status;
  const movesAgain = (before === 'stuck' || before === 'cold') && statusWord(row) !== 'going cold';
  return movesAgain ? { why: coachingWords.movesAgain, isGood: true } : null;
}

function kpiReason(row: RowView): Why | null {
  const { how, percent } = standOf(row);
  if (how === 'good') return { why: coachingWords.atGoal(percent), isGood: true };
  if (how !== 'off') return null;
  const { off } = runOf(row.kpi);
  return { why: off > 1 ? words.label(words.offFor(runOf(row.kpi))) : coachingWords.atGoal(percent), isGood: false };
}

/** A call nominated for review, and help wanted with something. */
function askedFor(m: MeetingScreen): Reason[] {
  return (['review', 'help'] as const).flatMap((name) => {
    const text = m.block.prepare[name];
    const title = String(currentText(text)).trim();
    return title === '' ? [] : [{ key: text.key, title, why: words.brought[name], isGood: false }];
  });
}
