/** The whole story of a deal. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LifeHistory, LifeLine, LifeStep } from '../../contract/life';
import { isIsoDate } from '../../core/shared/dates';
import type { CellValue } from '../../core/shared/fields';
import type { MonthKey } from '../../core/shared/month';
import { toldByMonth } from '../coaching/read-lines';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { announce } from '../page/notices';
import { type Pin, pin } from '../page/view';
import { Icon } from '../parts/Icon';
import { call, isLost, type Reply } from '../rpc/client';
import { hasOwnStates } from '../save/merge';
import { joined } from '../wording';
import { words } from '../words';
import { reviewWords, storyDay } from './words';

type Read = { at: 'closed' } | { at: 'reading' } | { at: 'problem'; text: string } | { at: 'read'; lines: StoryLine[] };

/** One line of the story: which month or months, and what they brought. */
interface StoryLine {
  when: string;
  what: string;
}

/** The whole life of an opportunity in words, read from the tab when it is asked for. `beside` shares the button's line. */
export function Story({ rowKey, beside }: { rowKey: string; beside: ComponentChildren }) {
  const [read, setRead] = useState<Read>({ at: 'closed' });
  const asked = useRef(0);
  // An answer to a card that has been closed meanwhile is for nobody.
  useEffect(() => () => void asked.current++, []);

  const load = async () => {
    const of = pin.peek();
    if (!of) return;
    const mine = ++asked.current;
    setRead({ at: 'reading' });
    const next = await storyOfRow(of, rowKey);
    if (mine !== asked.current) return;
    setRead(next);
    if (next.at === 'problem') announce(next.text);
  };
  const open = read.at !== 'closed';
  return (
    <div class="story">
      <div class="more-line">
        {beside}
        <button
          type="button"
          class="more"
          aria-expanded={open}
          onClick={() => {
            asked.current++;
            if (open) setRead({ at: 'closed' });
            else void load();
          }}
        >
          <Icon name={open ? 'down' : 'right'} />
          {reviewWords.story}
        </button>
      </div>
      {read.at === 'reading' && <p class="hint">{reviewWords.storyReading}</p>}
      {read.at === 'problem' && (
        <p class="hint">
          {read.text}{' '}
          <button type="button" class="link" onClick={() => void load()}>
            {words.tryAgain}
          </button>
        </p>
      )}
      {read.at === 'read' && <Lines lines={read.lines} />}
    </div>
  );
}

/** A deal's story, or that of a line of development or coaching. */
async function storyOfRow(of: Pin, key: string): Promise<Read> {
  const request = { sheetId: of.sheetId, repId: of.repId, key };
  return hasOwnStates(key)
    ? storyRead(await call('loadLines', request), (lines) => lines.slice(0, 1).flatMap(toldByMonth))
    : storyRead(await call('loadLife', request), linesOf);
}

function storyRead<T>(reply: Reply<T>, told: (value: T) => StoryLine[]): Read {
  if (isLost(reply)) return { at: 'problem', text: reviewWords.storyLost };
  return reply.ok ? { at: 'read', lines: told(reply.value) } : { at: 'problem', text: reply.problem.message };
}

function Lines({ lines }: { lines: readonly StoryLine[] }) {
  if (lines.length === 0) return <p class="hint">{reviewWords.storyNone}</p>;
  return (
    <ol class="story-lines">
      {lines.map(({ when, what }) => (
        <li key={when}>
          <span class="hint">{when}</span>
          <span dir="auto">{what}</span>
        </li>
      ))}
    </ol>
  );
}

/** A line for each 1:1 and each month without; months in a row without a change share one. */
export function linesOf({ life }: LifeHistory): StoryLine[] {
  if (!life) return [];
  const said = [
    ...life.steps.map((step, i) => ({ month: step.month, what: whatOf(life, step, i) })),
    ...life.gaps.map((gap) => ({ month: gap.month, what: reviewWords.gap(gap) })),
  ].sort((a, b) => a.month - b.month);
  const runs: { from: MonthKey; to: MonthKey; what: string }[] = [];
  for (const { month, what } of said) {
    const run = runs[runs.length - 1];
    if (run?.what === what) run.to = month;
    else runs.push({ from: month, to: month, what });
  }
  const years = new Set(said.map(({ month }) => Math.floor(month / 100)));
  return runs.map(({ from, to, what }) => {
    const range = reviewWords.monthRange(from, to);
    return { when: years.size > 1 ? reviewWords.inYear(range, to) : range, what };
  });
}

function whatOf(life: LifeLine, step: LifeStep, i: number): string {
  const show = (value: CellValue, what: 'amount' | 'when') =>
    what === 'when' && isIsoDate(value) ? storyDay(value, step.month) : showAmount(value, language());
  const day = show(step.when, 'when');
  const begun = [
    step.month === life.firstMonth ? reviewWords.cameUp : '',
    show(step.amount, 'amount'),
    day === '' ? '' : reviewWords.forDay(day),
    step.status,
  ];
  const changes = step.changes.map((change) => reviewWords.stepChange(change, show));
  const before = life.steps[i - 1];
  const next = step.next !== '' && step.next !== before?.next ? reviewWords.nextStep(step.next) : '';
  const figures = (i === 0 ? begun : changes).filter((part) => part !== '').join(', ');
  return joined([figures, step.moved, next]) || reviewWords.unchanged;
}
