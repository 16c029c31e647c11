import { firstView } from '../page/screens';
import { screen, view } from '../page/view';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import type { MonthStarted } from './views';

/** After a month was started on several tabs: which, and what did not go. */
export function EveryoneStarted({ at }: { at: MonthStarted }) {
  return (
    <>
      <Header title={words.product} sub={words.everyone(at.month)} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list without buttons is scrolled by keys */}
      <main class="body" tabIndex={0}>
        <h2 class="lead">{words.startedTitle(at.month, at.started.length)}</h2>
        {at.problems.length > 0 && (
          <div class="note warn">
            <Icon name="warn" />
            <div>
              <b>{words.notStarted}</b>
              <ul>
                {at.problems.map((text) => (
                  <li key={text} dir="auto">
                    {text}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        <Names title={words.startedNow} names={at.started} />
        <Names title={words.startedBefore} names={at.already} />
      </main>
      <PlainDock
        primary={{
          text: words.ok,
          run: () => {
            const s = screen.peek();
            view.value = s ? firstView(s) : { at: 'home' };
          },
        }}
      />
    </>
  );
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <section class="block">
      <h3>
        {title}
        <span>{names.length}</span>
      </h3>
      <p dir="auto">{names.join(', ')}</p>
    </section>
  );
}
