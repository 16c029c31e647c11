/** The deals of a month's preview. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CarriedView, CarryView } from '../../contract/calls';
import type { CarryDecision } from '../../core/deal/carry';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { announce } from '../page/notices';
import { Block } from '../parts/Block';
import { Button } from '../parts/Button';
import type { IconName } from '../parts/Icon';
import { MoreButton } from '../parts/More';
import { words } from '../words';
import { LeaveBehind } from './LeaveBehind';
import { sortDeals } from './sort-deals';
import { decideDeal } from './start-month';
import { startWords } from './words';

const AT_FIRST = 3;

/** What comes along and what stays, and about each of them another decision: leave it behind, keep it after all. */
export function CarriedDeals({ person, decisions }: { person: CarryView; decisions: readonly CarryDecision[] }) {
  const [open, setOpen] = useState('');
  const lists = useRef<HTMLDivElement>(null);
  const goTo = useRef('');
  const { kept, won, lost, dropped } = sortDeals(person, decisions);
  const from = person.fromMonth;
  // A deal that goes to another list takes the keyboard along.
  useEffect(() => {
    if (goTo.current === '') return;
    lists.current?.querySelector<HTMLElement>(`[data-deal="${CSS.escape(goTo.current)}"] button`)?.focus();
    goTo.current = '';
  });
  const act = (deal: CarriedView, what: CarryDecision['what'] | null, reason = '') => {
    goTo.current = deal.id;
    setOpen('');
    decideDeal(deal.id, what, reason);
    announce(
      what === 'drop' || (what === null && deal.reopened)
        ? startWords.leftNow(deal.title)
        : startWords.keptNow(deal.title),
    );
  };
  const undo = (deal: CarriedView) => (
    <Act text={words.undo} label={startWords.takeBack(deal.title)} run={() => act(deal, null)} />
  );
  const keep = (deal: CarriedView) => (
    <Act text={startWords.keepAfterAll} label={startWords.keepAfterAllOf(deal.title)} run={() => act(deal, 'keep')} />
  );
  return (
    <div class="stack" ref={lists}>
      <div>
        <h2 class="lead">{startWords.comeAlong(kept.length)}</h2>
      </div>
      <DealList
        icon="forward"
        title={startWords.kept}
        deals={kept}
        line={(deal) =>
          deal.reopened ? (
            <DealLine deal={deal} more={startWords.keptAfterAll(deal.reopened)}>
              {undo(deal)}
            </DealLine>
          ) : (
            <LeaveBehind
              deal={deal}
              open={open === deal.id}
              onToggle={() => setOpen(open === deal.id ? '' : deal.id)}
              onLeave={(reason) => act(deal, 'drop', reason)}
            >
              <Told deal={deal} more={storyOf(deal)} />
            </LeaveBehind>
          )
        }
      />
      {from !== null && (
        <>
          <DealList
            icon="fall"
            title={startWords.leftBehind(from)}
            deals={dropped}
            whole
            line={(deal) => (
              <DealLine deal={deal} more={deal.reason}>
                {undo(deal)}
              </DealLine>
            )}
          />
          <DealList
            icon="star"
            tone="good"
            title={startWords.wonStays(from)}
            deals={won}
            line={(deal) => <DealLine deal={deal}>{keep(deal)}</DealLine>}
          />
          <DealList
            icon="cross"
            title={startWords.lostStays(from)}
            deals={lost}
            line={(deal) => <DealLine deal={deal}>{keep(deal)}</DealLine>}
          />
        </>
      )}
    </div>
  );
}

interface DealListProps<Deal extends CarriedView> {
  icon: IconName;
  tone?: string;
  title: string;
  deals: readonly Deal[];
  /** Show all of them at once. */
  whole?: boolean;
  line?: (deal: Deal) => ComponentChildren;
}

/** Deals under a title with their number, the first few of them; none, no title. */
export function DealList<Deal extends CarriedView>({
  icon,
  tone = '',
  title,
  deals,
  whole = false,
  line = (deal) => <DealLine deal={deal} more={storyOf(deal)} />,
}: DealListProps<Deal>) {
  const [all, setAll] = useState(whole);
  if (deals.length === 0) return null;
  // One more is shown rather than offered.
  // What has been decided about is never hidden.
  const shown =
    all || deals.length <= AT_FIRST + 1
      ? deals
      : deals.filter((deal, n) => n < AT_FIRST || deal.reopened !== undefined);
  return (
    <Block sign={{ icon, tone }} title={title} count={deals.length}>
      <ul class="facts box">
        {shown.map((deal) => (
          <li key={deal.id} data-deal={deal.id}>
            {line(deal)}
          </li>
        ))}
      </ul>
      {shown.length < deals.length && <MoreButton n={deals.length - shown.length} run={() => setAll(true)} />}
    </Block>
  );
}

function DealLine({ deal, more = '', children }: { deal: CarriedView; more?: string; children?: ComponentChildren }) {
  return (
    <>
      <Told deal={deal} more={more} />
      {children}
    </>
  );
}

function Told({ deal, more }: { deal: CarriedView; more: string }) {
  const amount = showAmount(deal.amount, language());
  return (
    <span class="grow" dir="auto">
      {deal.title}
      {(more !== '' || amount !== '') && (
        <span class="hint figures">{[amount, more].filter((part) => part !== '').join(' · ')}</span>
      )}
    </span>
  );
}

function Act({ text, label, run }: { text: string; label: string; run: () => void }) {
  return (
    <Button small quiet label={label} run={run}>
      {text}
    </Button>
  );
}

function storyOf(deal: CarriedView): string {
  const parts = [];
  if (deal.timesPushed > 0) parts.push(words.pushed(deal.timesPushed));
  if (deal.monthsUnchanged > 0) parts.push(words.unchangedLine(deal.monthsUnchanged));
  return parts.join(' · ');
}
