import { firstView } from '../page/screens';
import { screen, view } from '../page/view';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { SetupProblems } from '../parts/SetupProblems';
import { words } from '../words';
import { startForEveryone } from './start-everyone';
import type { MonthPreview } from './views';

/** What a month would begin with, a line for each person. */
export function PreviewEveryone({ at }: { at: MonthPreview }) {
  const { month, preview, note } = at;
  const { withoutTab } = preview;
  const fresh = withoutTab.length + preview.people.filter((p) => p.state === 'new').length;
  const back = () => {
    const s = screen.peek();
    view.value = s ? firstView(s) : { at: 'home' };
  };
  return (
    <>
      <Header title={words.product} sub={words.previewOf(month)} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list without buttons is scrolled by keys */}
      <main class="body" tabIndex={0}>
        {note !== '' && (
          <div class="note warn">
            <Icon name="info" />
            <div>{note}</div>
          </div>
        )}
        <div>
          <h2 class="lead">{words.everyone(month)}</h2>
          <p class="hint">{words.nothingWritten}</p>
        </div>
        <SetupProblems />
        <ul class="facts box">
          {preview.people.map((person) => (
            <li key={person.repId}>
              <Icon name={person.state === 'new' ? 'forward' : person.state === 'already' ? 'check' : 'warn'} />
              <span class="grow" dir="auto">
                <b>{person.name}</b>
                <span class={person.state === 'problem' ? 'hint ink-warn' : 'hint'}>{words.personLine(person)}</span>
              </span>
            </li>
          ))}
          {withoutTab.map((name) => (
            <li key={name}>
              <Icon name="sheet" />
              <span class="grow" dir="auto">
                <b>{name}</b>
                <span class="hint">{words.getsTab}</span>
              </span>
            </li>
          ))}
        </ul>
      </main>
      {fresh > 0 ? (
        <PlainDock
          primary={{ text: words.openForMany(fresh), run: () => void startForEveryone(month, preview) }}
          secondary={{ text: words.notNow, run: back }}
        />
      ) : (
        <PlainDock primary={null} secondary={{ text: words.back, run: back }} />
      )}
    </>
  );
}
