import type { ProtectResult } from '../../contract/calls';
import { goBack } from '../page/go-back';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { useTitleFocus } from '../parts/use-title-focus';
import { words } from '../words';
import { protectTabs } from './team-acts';

/** Who may edit which tab. Said plainly first: nobody can be kept from reading. */
export function Protect({ result }: { result: ProtectResult | null }) {
  const title = useTitleFocus(result ? 'after' : 'before');
  return (
    <>
      <Header title={words.product} sub={words.menu.protect} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list without buttons is scrolled by keys */}
      <main class="body" tabIndex={0}>
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {result ? words.protectedTitle(result.done.length) : words.protectTitle}
          </h2>
          {!result && <p class="hint">{words.protectMore}</p>}
        </div>
        <div class="note">
          <Icon name="info" />
          <div>{words.privacy}</div>
        </div>
        {result && result.done.length > 0 && (
          <section class="block">
            <h3>
              {words.protectedNow}
              <span>{result.done.length}</span>
            </h3>
            <p dir="auto">{result.done.join(', ')}</p>
          </section>
        )}
        {result && result.left.length > 0 && (
          <section class="block">
            <h3>
              {words.leftAsTheyAre}
              <span>{result.left.length}</span>
            </h3>
            <ul class="asks ink">
              {result.left.map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
      {result ? (
        <PlainDock primary={{ text: words.ok, run: goBack }} />
      ) : (
        <PlainDock
          primary={{ text: words.menu.protect, run: () => void protectTabs() }}
          secondary={{ text: words.notNow, run: goBack }}
        />
      )}
    </>
  );
}
