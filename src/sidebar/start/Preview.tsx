import type { CarryView } from '../../contract/calls';
import type { CarryDecision } from '../../core/deal/carry';
import type { MonthKey } from '../../core/shared/month';
import { loadScreen } from '../page/open-tab';
import { firstView } from '../page/screens';
import { meeting, screen, view } from '../page/view';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import { AgendaChoice } from './AgendaChoice';
import { CarriedDeals, DealList } from './CarriedDeals';
import { previewMonth, startMonth } from './start-month';
import type { MonthPreview } from './views';

/** What a month would begin with, for one person. Nothing is written before the primary is pressed. */
export function Preview({ at }: { at: MonthPreview }) {
  const { month, preview, note, agenda, decisions = [] } = at;
  const person = preview.people[0];
  const notNow = {
    text: words.notNow,
    run: () => (view.value = screen.peek() ? firstView(screen.peek()!) : { at: 'home' }),
  };
  const m = meeting.value;
  if (!person) return null;
  const open = () => void loadScreen({ sheetId: person.sheetId, month });
  return (
    <>
      <Header title={person.name} sub={words.previewOf(month)} />
      <main class="body">
        {note !== '' && (
          <div class="note warn">
            <Icon name="info" />
            <div>{note}</div>
          </div>
        )}
        {person.state === 'already' ? (
          <Already person={person} month={month} />
        ) : person.state === 'problem' ? (
          <div class="note warn">
            <Icon name="warn" />
            <div dir="auto">{person.problem?.message}</div>
          </div>
        ) : (
          <>
            <Carried person={person} decisions={decisions} />
            {m && (
              <AgendaChoice
                agendas={m.agendas}
                chosen={agenda ?? ''}
                onChoice={(id) => void previewMonth(person.sheetId, month, id, decisions)}
              />
            )}
          </>
        )}
      </main>
      {person.state === 'problem' ? (
        <PlainDock primary={null} secondary={notNow} />
      ) : person.state === 'already' && person.late.length > 0 ? (
        <PlainDock
          primary={{
            text: words.bringAlong(person.late.length),
            run: () => void startMonth(month, preview, { agenda, bringAlong: true }),
          }}
          secondary={{ text: words.openNext(month), run: open }}
        />
      ) : person.state === 'already' ? (
        <PlainDock primary={{ text: words.openNext(month), run: open }} secondary={notNow} />
      ) : (
        <PlainDock
          primary={{ text: words.openNext(month), run: () => void startMonth(month, preview, { agenda, decisions }) }}
          secondary={notNow}
        />
      )}
    </>
  );
}

/** The month is there: what it lacks of the month before can still be brought along. */
function Already({ person, month }: { person: CarryView; month: MonthKey }) {
  const { late, there, fromMonth } = person;
  return (
    <>
      <div>
        <h2 class="lead">{words.alreadyThere(month)}</h2>
        <p class="hint">{late.length === 0 ? words.alreadyMore : words.thereAlready(there)}</p>
      </div>
      {late.length > 0 && (
        <>
          <DealList icon="forward" title={words.notThereYet} deals={late} />
          {fromMonth !== null && <p class="hint">{words.notThereMore(fromMonth, month)}</p>}
        </>
      )}
    </>
  );
}

function Carried({ person, decisions }: { person: CarryView; decisions: readonly CarryDecision[] }) {
  return (
    <>
      <CarriedDeals person={person} decisions={decisions} />
      {person.unreadable.length > 0 && (
        <section class="block">
          <h3 class="ink with-icon">
            <span class="sign warn">
              <Icon name="warn" />
            </span>
            {words.unreadable(person.unreadable.length)}
            <span>
              {person.unreadable
                .map((u) => u.cell)
                .slice(0, 3)
                .join(', ')}
            </span>
          </h3>
          {person.unreadable.map((u) => (
            <div class="note warn" key={u.cell}>
              <div dir="auto">
                <b>{u.title}</b> {words.unreadableLine(u.text, u.what)} <span class="cell">{u.cell}</span>
              </div>
            </div>
          ))}
        </section>
      )}
      {(person.commitments > 0 || person.lastFocus !== '') && (
        <section class="block">
          <h3>{words.also}</h3>
          {person.commitments > 0 && <p class="hint">{words.alsoCommitments(person.commitments)}</p>}
          {person.lastFocus !== '' && (
            <p class="hint" dir="auto">
              {words.alsoFocus(person.lastFocus)}
            </p>
          )}
        </section>
      )}
    </>
  );
}
