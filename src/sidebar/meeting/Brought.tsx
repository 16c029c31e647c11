/** What the two bring beside topics. */
import type { MeetingScreen } from '../../contract/state';
import { isHelpRow } from '../../core/deal/carry';
import { titleOf } from '../../core/shared/record';
import { currentText, NamedText } from '../fields/NamedText';
import { withEdits } from '../save/merge';
import { edits } from '../save/state';
import { words } from '../words';

interface BroughtProps {
  m: MeetingScreen;
  /** In the talk what was seen in the call is written down, and what the manager brings stands after the salesperson's. */
  inTalk?: boolean;
}

/** A call to review together, help wanted with something, and how the last help went. */
export function Brought({ m, inTalk = false }: BroughtProps) {
  const { prepare, seen, brings } = m.block;
  const said = (text: typeof seen) => (text ? String(currentText(text)).trim() : '');
  const lines = [
    { name: 'review', text: said(prepare.review) },
    { name: 'help', text: said(prepare.help) },
    { name: 'helped', text: inTalk ? '' : openHelp(m) },
    { name: 'brings', text: inTalk ? said(brings) : '' },
  ] as const;
  const isReviewed = said(prepare.review) !== '' || said(seen) !== '';
  return (
    <>
      {lines.some(({ text }) => text !== '') && (
        <ul class="facts box">
          {lines.map(
            ({ name, text }) =>
              text !== '' && (
                <li key={name}>
                  <span class="grow whole" dir="auto">
                    <span class="hint">{words.brought[name]}</span>
                    {text}
                  </span>
                </li>
              ),
          )}
        </ul>
      )}
      {inTalk && seen && isReviewed && <NamedText text={seen} label={words.brought.seen} rows={2} />}
    </>
  );
}

/** The question how last month's help went, while nobody has answered it; '' else. */
function openHelp(m: MeetingScreen): string {
  const rows = m.block.sections.flatMap((s) => (s.kind === 'topics' ? s.rows : []));
  const row = rows.find(({ key }) => isHelpRow(key));
  if (!row) return '';
  const { cells } = withEdits(row, edits.value.get(row.key));
  return String(cells.why ?? '').trim() === '' ? titleOf(cells) : '';
}
