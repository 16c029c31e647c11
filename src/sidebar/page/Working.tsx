import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { useTitleFocus } from '../parts/use-title-focus';
import { words } from '../words';
import type { Work } from './work';

/** While work on many tabs goes on: how far it is, and a way to stop it and to go on with it. */
export function Working({ at }: { at: Work }) {
  const { sub, text, share, state, writes } = at;
  const isStopped = state === 'stopped';
  const title = useTitleFocus(isStopped ? 'stopped' : 'working');
  return (
    <>
      <Header title={words.product} sub={sub} menu={false} />
      <main class="body">
        <div>
          <h2 class="lead figures" tabIndex={-1} ref={title}>
            {isStopped ? words.stopped : text}
          </h2>
          <p class="hint figures">{isStopped ? text : writes && words.workingMore}</p>
        </div>
        <div
          class="meter whole-width"
          role="progressbar"
          aria-label={sub}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(100 * share)}
          aria-valuetext={text}
        >
          <i style={{ inlineSize: `${100 * share}%` }} />
        </div>
        {isStopped && writes && <p class="hint">{words.stoppedMore}</p>}
      </main>
      {isStopped ? (
        <PlainDock
          primary={{ text: words.goOn, run: at.goOn }}
          secondary={{ text: writes ? words.leaveItSo : words.back, run: at.leave }}
        />
      ) : (
        <PlainDock
          primary={null}
          secondary={state === 'stopping' ? undefined : { text: words.stop, run: at.stop }}
          doing={state === 'stopping' ? words.stopping : undefined}
        />
      )}
    </>
  );
}
