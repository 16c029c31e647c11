import { useEffect, useRef } from 'preact/hooks';
import { BY_HAND } from '../hand';
import { Button } from './Button';
import { ByHand } from './ByHand';
import { copyReport, leaveByHand, notice, runAll, view } from './check';
import { Table } from './Table';

/** The page of the self-check: what it would do, how far it is, the table, and what to try by hand. */
export function App() {
  const { at } = view.value;
  const title = useRef<HTMLHeadingElement>(null);
  // A new page begins at its title, for eyes, keys and screen readers alike.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the page that is shown
  useEffect(() => title.current?.focus(), [at]);
  return (
    <div class="check">
      <header>
        <h1 tabIndex={-1} ref={title}>
          {at === 'hand' ? 'To try by hand' : 'Self-check'}
        </h1>
        <p class="hint">Monthly 1:1</p>
      </header>
      <main>
        {at === 'start' && <Start />}
        {at === 'running' && <Running />}
        {at === 'table' && <Table />}
        {at === 'hand' && <ByHand />}
      </main>
      <p class="sr" role="status">
        {notice.value}
      </p>
      <Dock />
    </div>
  );
}

function Start() {
  return (
    <>
      <p>Finds out whether this spreadsheet does what the add-on relies on. It takes a minute or two.</p>
      <ul class="plain">
        <li>It makes a few tabs called “Self-check, may be deleted” and deletes them again.</li>
        <li>It writes to no other tab, and asks nobody for anything.</li>
        <li>Others who use the add-on in this spreadsheet meanwhile wait for a moment.</li>
      </ul>
    </>
  );
}

function Running() {
  const now = view.value;
  if (now.at !== 'running') return null;
  const text = `${now.done + 1} of ${now.of}: ${now.now}`;
  return (
    <>
      <p aria-live="polite">{text}</p>
      <progress max={now.of} value={now.done} aria-label={text} />
    </>
  );
}

function Dock() {
  const { at } = view.value;
  if (at === 'running') return null;
  return (
    <footer>
      {notice.value !== '' && (
        <p class="hint" aria-hidden="true">
          {notice.value}
        </p>
      )}
      <div class="buttons">
        {at === 'start' && <Button primary text="Run it" run={() => void runAll()} />}
        {at !== 'start' && <Button primary text="Copy as text" run={() => void copyReport()} />}
        {at === 'hand' && <Button text="Back" run={leaveByHand} />}
      </div>
      {at !== 'hand' && <Button quiet text={`${BY_HAND.length} things to try by hand`} run={showByHand} />}
    </footer>
  );
}

function showByHand(): void {
  notice.value = '';
  view.value = { at: 'hand' };
}
