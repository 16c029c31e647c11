/** The longer opening of the first 1:1 with somebody. */
import type { MeetingScreen } from '../../contract/state';
import { clock } from '../meeting/state';
import { Block, Sentences } from '../parts/Block';
import { prepareWords } from './words';

/** What these meetings are for, and what they are not. Shown before the first one, and never again. */
export function FirstTime({ m }: { m: MeetingScreen }) {
  const { number, state } = m.block;
  if (number !== 1 || clock.value !== null || (state !== 'planned' && state !== 'moved')) return null;
  const { title, forRep, forManager } = prepareWords.firstTime;
  return (
    <Block title={title(m.me.role === 'rep' ? null : m.rep.shortName)} ink>
      <Sentences lines={m.me.role === 'rep' ? forRep : forManager(m.rep.shortName)} ink />
    </Block>
  );
}
