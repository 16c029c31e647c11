/** What the salesperson brings beside topics. */
import type { MeetingScreen } from '../../contract/state';
import { currentText } from '../fields/NamedText';
import { words } from '../words';

/** What the salesperson brings beside topics: a call to review together, help wanted with something. */
export function Brought({ m }: { m: MeetingScreen }) {
  const lines = (['review', 'help'] as const).flatMap((name) => {
    const text = String(currentText(m.block.prepare[name])).trim();
    return text === '' ? [] : [{ name, text }];
  });
  if (lines.length === 0) return null;
  return (
    <ul class="facts box">
      {lines.map(({ name, text }) => (
        <li key={name}>
          <span class="grow whole" dir="auto">
            <span class="hint">{words.brought[name]}</span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
