/** The page of check and repair. */
import type { Finding } from '../../contract/calls';
import { goBack } from '../page/go-back';
import { Block, Fact } from '../parts/Block';
import { SidePage } from '../parts/SidePage';
import { capital } from '../wording';
import { words } from '../words';
import { checkTab, repairTab } from './check-tab';
import type { CheckView } from './views';
import { checkWords } from './words';

/** What a hand edit has damaged on the tab, what a repair would do, and afterwards what it has done. */
export function Check({ at: { check, done, note } }: { at: CheckView }) {
  const mendable = check.findings.filter((f) => f.repair !== '');
  const yours = check.findings.filter((f) => f.repair === '');
  const isClean = done === null && check.findings.length === 0;
  const back = { text: words.back, run: goBack };
  return (
    <SidePage
      title={words.menu.check}
      sub={check.tab}
      lead={done === null ? checkWords.checkTitle(check.findings.length) : checkWords.repaired(done.length)}
      step={done === null ? 'before' : 'after'}
      hint={isClean ? checkWords.checkNothing : done === null && checkWords.checkMore}
      note={note}
      scrolls
      primary={
        isClean
          ? { text: words.ok, run: goBack }
          : mendable.length > 0 && done === null
            ? { text: checkWords.repair(mendable.length), run: () => void repairTab() }
            : { text: checkWords.checkAgain, run: () => void checkTab() }
      }
      secondary={isClean ? undefined : back}
    >
      {done !== null && done.length > 0 && (
        <ul class="facts box">
          {done.map((line) => (
            <Fact key={line} icon="check">
              {line}
            </Fact>
          ))}
        </ul>
      )}
      <Findings title={checkWords.repairable} findings={mendable} />
      <Findings title={checkWords.yoursToMend} findings={yours} />
    </SidePage>
  );
}

function Findings({ title, findings }: { title: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Block title={title} count={findings.length}>
      <ul class="facts box">
        {findings.map(({ cell, words: text, repair }) => (
          <Fact key={`${cell} ${text}`} hint={repair} end={cell !== '' && <span class="hint cell">{cell}</span>}>
            {capital(text)}
          </Fact>
        ))}
      </ul>
    </Block>
  );
}
