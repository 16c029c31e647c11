/** The page after a month was started on several tabs. */
import { goBack } from '../page/go-back';
import { Block } from '../parts/Block';
import { ListNote } from '../parts/Note';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import type { MonthStarted } from './views';
import { startWords } from './words';

/** On which tabs it is open now, and what did not go. */
export function EveryoneStarted({ at }: { at: MonthStarted }) {
  return (
    <SidePage
      sub={startWords.everyone(at.month)}
      lead={startWords.startedTitle(at.month, at.started.length)}
      scrolls
      primary={{ text: words.ok, run: goBack }}
    >
      <ListNote title={startWords.notStarted} lines={at.problems} />
      <Names title={startWords.startedNow} names={at.started} />
      <Names title={startWords.startedBefore} names={at.already} />
    </SidePage>
  );
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <Block title={title} count={names.length}>
      <p dir="auto">{names.join(', ')}</p>
    </Block>
  );
}
