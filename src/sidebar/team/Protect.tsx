/** The page of protection. */
import type { ProtectResult } from '../../contract/calls';
import { goBack } from '../page/go-back';
import { Block, Sentences } from '../parts/Block';
import { Note } from '../parts/Note';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { protectTabs } from './team-acts';
import { teamWords } from './words';

/** Who may edit which tab. Said plainly first: nobody can be kept from reading. */
export function Protect({ result }: { result: ProtectResult | null }) {
  return (
    <SidePage
      sub={words.menu.protect}
      lead={result ? teamWords.protectedTitle(result.done.length) : teamWords.protectTitle}
      step={result ? 'after' : 'before'}
      hint={!result && teamWords.protectMore}
      scrolls
      primary={result ? { text: words.ok, run: goBack } : { text: words.menu.protect, run: () => void protectTabs() }}
      secondary={result ? undefined : { text: words.notNow, run: goBack }}
    >
      <Note icon="info">{words.privacy}</Note>
      {result && result.done.length > 0 && (
        <Block title={teamWords.protectedNow} count={result.done.length}>
          <p dir="auto">{result.done.join(', ')}</p>
        </Block>
      )}
      {result && result.left.length > 0 && (
        <Block title={teamWords.leftAsTheyAre} count={result.left.length}>
          <Sentences lines={result.left} ink />
        </Block>
      )}
    </SidePage>
  );
}
