import type { Finding } from '../../contract/calls';
import { goBack } from '../page/go-back';
import { PlainDock } from '../parts/Dock';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { useTitleFocus } from '../parts/use-title-focus';
import { words } from '../words';
import { checkTab, repairTab } from './check-tab';
import type { CheckView } from './views';

/** What a hand edit has damaged on the tab, what a repair would do, and afterwards what it has done. */
export function Check({ at }: { at: CheckView }) {
  const { check, done, note } = at;
  const title = useTitleFocus(done === null ? 'before' : 'after');
  const mendable = check.findings.filter((f) => f.repair !== '');
  const yours = check.findings.filter((f) => f.repair === '');
  return (
    <>
      <Header title={words.menu.check} sub={check.tab} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list without buttons is scrolled by keys */}
      <main class="body" tabIndex={0}>
        {note !== '' && (
          <div class="note warn">
            <Icon name="info" />
            <div>{note}</div>
          </div>
        )}
        <div>
          <h2 class="lead" tabIndex={-1} ref={title}>
            {done === null ? words.checkTitle(check.findings.length) : words.repaired(done.length)}
          </h2>
          <p class="hint">
            {done === null && check.findings.length === 0 ? words.checkNothing : done === null && words.checkMore}
          </p>
        </div>
        {done !== null && <Done lines={done} />}
        <Findings title={words.repairable} findings={mendable} />
        <Findings title={words.yoursToMend} findings={yours} />
      </main>
      <PlainDock
        primary={
          mendable.length > 0 && done === null
            ? { text: words.repair(mendable.length), run: () => void repairTab() }
            : done === null && check.findings.length === 0
              ? { text: words.ok, run: goBack }
              : { text: words.checkAgain, run: () => void checkTab() }
        }
        secondary={done === null && check.findings.length === 0 ? undefined : { text: words.back, run: goBack }}
      />
    </>
  );
}

function Done({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="facts box">
      {lines.map((line) => (
        <li key={line}>
          <Icon name="check" />
          <span class="grow" dir="auto">
            {line}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Findings({ title, findings }: { title: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section class="block">
      <h3>
        {title}
        <span>{findings.length}</span>
      </h3>
      <ul class="facts box">
        {findings.map((finding) => (
          <li key={`${finding.cell} ${finding.words}`}>
            <span class="grow" dir="auto">
              {finding.words}
              {finding.repair !== '' && <span class="hint">{finding.repair}</span>}
            </span>
            {finding.cell !== '' && <span class="hint cell">{finding.cell}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
