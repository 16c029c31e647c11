/** The page while work on many tabs goes on. */
import type { PlainDockProps } from '../parts/Dock';
import { Progress } from '../parts/Progress';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { pageWords } from './words';
import type { Work } from './work';

/** How far it is, and a way to stop it and to go on with it. */
export function Working({ at }: { at: Work }) {
  const { sub, text, share, state, writes } = at;
  const isStopped = state === 'stopped';
  return (
    <SidePage
      sub={sub}
      menu={false}
      lead={<span class="figures">{isStopped ? pageWords.stopped : text}</span>}
      step={isStopped ? 'stopped' : 'working'}
      hint={<span class="figures">{isStopped ? text : writes && pageWords.workingMore}</span>}
      {...workingDock(at)}
    >
      <Progress label={sub} text={text} share={share} />
      {isStopped && writes && <p class="hint">{pageWords.stoppedMore}</p>}
    </SidePage>
  );
}

function workingDock({ state, writes, goOn, leave, stop }: Work): PlainDockProps {
  if (state === 'stopping') return { primary: null, doing: pageWords.stopping };
  if (state === 'running') return { primary: null, secondary: { text: pageWords.stop, run: stop } };
  return {
    primary: { text: pageWords.goOn, run: goOn },
    secondary: { text: writes ? pageWords.leaveItSo : words.back, run: leave },
  };
}
