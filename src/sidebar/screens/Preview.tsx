import { useState } from 'preact/hooks';
import type { CarriedView, CarryView } from '../../contract/calls';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon, type IconName } from '../parts/Icon';
import { loadScreen, previewMonth, startMonth } from '../store/opening';
import { firstView } from '../store/screens';
import { meeting, screen, type View, view } from '../store/state';
import { words } from '../words';
import { AgendaChoice } from './AgendaChoice';

const AT_FIRST = 3;

/** What a month would begin with, for one person. Nothing is written before the primary is pressed. */
export function Preview({ at }: { at: Extract<View, { at: 'preview' }> }) {
  const { preview, note, agenda } = at;
  const person = preview.people[0];
  const notNow = {
    text: words.notNow,
    run: () => (view.value = screen.peek() ? firstView(screen.peek()!) : { at: 'home' }),
  };
  const m = meeting.value;
  if (!person) return null;
  const { month } = preview;
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
          <div>
            <h2 class="lead">{words.alreadyThere(month)}</h2>
            <p class="hint">{words.alreadyMore}</p>
          </div>
        ) : person.state === 'problem' ? (
          <div class="note warn">
            <Icon name="warn" />
            <div dir="auto">{person.problem?.message}</div>
          </div>
        ) : (
          <>
            <Carried person={person} />
            {m && (
              <AgendaChoice
                agendas={m.agendas}
                chosen={agenda ?? ''}
                onChoice={(id) => void previewMonth(person.sheetId, month, id)}
              />
            )}
          </>
        )}
      </main>
      {person.state === 'problem' ? (
        <PlainDock primary={null} secondary={notNow} />
      ) : person.state === 'already' ? (
        <PlainDock primary={{ text: words.openNext(month), run: open }} secondary={notNow} />
      ) : (
        <PlainDock
          primary={{ text: words.openNext(month), run: () => void startMonth(preview, false, agenda) }}
          secondary={notNow}
        />
      )}
    </>
  );
}

function Carried({ person }: { person: CarryView }) {
  const from = person.fromMonth;
  return (
    <>
      <div>
        <h2 class="lead">{words.comeAlong(person.kept.length)}</h2>
        <p class="hint">{words.nothingWritten}</p>
      </div>
      <Deals icon="forward" title={words.kept} deals={person.kept} />
      {from !== null && <Deals icon="star" tone="good" title={words.wonStays(from)} deals={person.won} />}
      {from !== null && <Deals icon="cross" title={words.lostStays(from)} deals={person.lost} />}
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

function Deals({
  icon,
  tone = '',
  title,
  deals,
}: {
  icon: IconName;
  tone?: string;
  title: string;
  deals: CarriedView[];
}) {
  const [all, setAll] = useState(false);
  if (deals.length === 0) return null;
  // One more is shown rather than offered.
  const shown = all || deals.length <= AT_FIRST + 1 ? deals : deals.slice(0, AT_FIRST);
  return (
    <section class="block">
      <h3 class="ink with-icon">
        <span class={`sign ${tone}`}>
          <Icon name={icon} />
        </span>
        {title}
        <span>{deals.length}</span>
      </h3>
      <ul class="facts box">
        {shown.map((deal) => (
          <li key={deal.id}>
            <span class="grow" dir="auto">
              {deal.title}
              {storyOf(deal) !== '' && <span class="hint">{storyOf(deal)}</span>}
            </span>
            <span class="hint figures">{showAmount(deal.amount, language())}</span>
          </li>
        ))}
      </ul>
      {shown.length < deals.length && (
        <button type="button" class="more" aria-expanded={false} onClick={() => setAll(true)}>
          <Icon name="right" />
          {words.showMore(deals.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function storyOf(deal: CarriedView): string {
  const parts = [];
  if (deal.timesPushed > 0) parts.push(words.pushed(deal.timesPushed));
  if (deal.monthsUnchanged > 0) parts.push(words.unchangedLine(deal.monthsUnchanged));
  return parts.join(' · ');
}
