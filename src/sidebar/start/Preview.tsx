/** The preview of a month for one person. */
import type { CarryView } from '../../contract/calls';
import type { CarryDecision } from '../../core/deal/carry';
import type { MonthKey } from '../../core/shared/month';
import { checkTab } from '../check/check-tab';
import { goBack } from '../page/go-back';
import { loadScreen } from '../page/open-tab';
import { screen } from '../page/view';
import { Block } from '../parts/Block';
import type { PlainDockProps } from '../parts/Dock';
import { Note } from '../parts/Note';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { AgendaChoice } from './AgendaChoice';
import { CarriedDeals, DealList } from './CarriedDeals';
import { StalePlans } from './StalePlans';
import { previewMonth, startMonth } from './start-month';
import type { MonthPreview } from './views';
import { lateCount, startWords } from './words';

/** What a month would begin with, for one person. Nothing is written before the primary is pressed. */
export function Preview({ at }: { at: MonthPreview }) {
  const { month, preview, note, decisions = [] } = at;
  const person = preview.people[0];
  const s = screen.value;
  if (!person) return null;
  return (
    <SidePage title={person.name} sub={startWords.previewOf(month)} note={note} {...previewDock(at, person)}>
      {person.state === 'already' && <Already person={person} month={month} />}
      {person.state === 'problem' && (
        <Note icon="warn" tone="warn">
          {person.problem?.message}
        </Note>
      )}
      {person.state === 'new' && (
        <>
          <Carried person={person} decisions={decisions} />
          {(s?.kind === 'meeting' || s?.kind === 'noMonth') && (
            <AgendaChoice
              agendas={s.agendas}
              chosen={person.agenda}
              onChoice={(id) => void previewMonth(person.sheetId, month, id, decisions)}
            />
          )}
        </>
      )}
    </SidePage>
  );
}

function previewDock({ month, preview, agenda, decisions = [] }: MonthPreview, person: CarryView): PlainDockProps {
  const notNow = { text: words.notNow, run: goBack };
  const open = { text: words.openMonth(month), run: () => void loadScreen({ sheetId: person.sheetId, month }) };
  if (person.state === 'problem') {
    const check = isRepairable(person) ? { text: words.menu.check, run: () => void checkTab() } : null;
    return { primary: check, secondary: notNow };
  }
  if (person.state === 'new') {
    const start = () => void startMonth(month, preview, { agenda, decisions });
    return { primary: { text: words.startMonth(month), run: start }, secondary: notNow };
  }
  if (lateCount(person) === 0) return { primary: open, secondary: notNow };
  const bring = () => void startMonth(month, preview, { agenda, bringAlong: true });
  return { primary: { text: startWords.bringAlong(lateCount(person)), run: bring }, secondary: open };
}

/** Damage that Check and repair puts right, after which everything comes along. */
function isRepairable({ problem }: CarryView): boolean {
  return problem?.code === 'frameDamaged' || problem?.code === 'monthLost';
}

/** The month is there: what it lacks of the month before can still be brought along. */
function Already({ person, month }: { person: CarryView; month: MonthKey }) {
  const { late, there, fromMonth } = person;
  return (
    <>
      <div>
        <h2 class="lead">{startWords.alreadyThere(month)}</h2>
        <p class="hint">{lateCount(person) === 0 ? startWords.alreadyMore : startWords.thereAlready(there)}</p>
      </div>
      {late.length > 0 && (
        <>
          <DealList icon="forward" title={startWords.notThereYet} deals={late} />
          {fromMonth !== null && <p class="hint">{startWords.notThereMore(fromMonth)}</p>}
        </>
      )}
      {person.lateMore && <p class="hint">{startWords.lateMore(person.lateMore)}</p>}
    </>
  );
}

/** What may not be readable: a line for each kind. */
const UNREADABLE = ['amount', 'when', 'status'] as const;

function Carried({ person, decisions }: { person: CarryView; decisions: readonly CarryDecision[] }) {
  return (
    <>
      <CarriedDeals person={person} decisions={decisions} />
      <StalePlans person={person} decisions={decisions} />
      {person.unreadable.length > 0 && (
        <Block
          sign={{ icon: 'warn', tone: 'warn' }}
          title={startWords.unreadable(person.unreadable.length)}
          count={person.unreadable
            .map((u) => u.cell)
            .slice(0, 3)
            .join(', ')}
        >
          {UNREADABLE.map((what) => {
            const cells = person.unreadable.filter((one) => one.what === what);
            return cells.length === 0 ? null : (
              <Note tone="warn" key={what}>
                {startWords.unreadableKind(what, cells)}
              </Note>
            );
          })}
        </Block>
      )}
      {(person.commitments > 0 || person.lastFocus !== '' || person.help !== '') && (
        <Block title={startWords.also}>
          {person.commitments > 0 && <p class="hint">{startWords.alsoCommitments(person.commitments)}</p>}
          {person.help !== '' && (
            <p class="hint" dir="auto">
              {startWords.alsoHelp(person.help)}
            </p>
          )}
          {person.lastFocus !== '' && (
            <p class="hint" dir="auto">
              {startWords.alsoFocus(person.lastFocus)}
            </p>
          )}
        </Block>
      )}
    </>
  );
}
