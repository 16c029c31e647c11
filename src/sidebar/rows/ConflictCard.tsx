/** The choice between two texts of one cell. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldType } from '../../core/shared/fields';
import { language } from '../fields/language';
import { showAmount } from '../fields/read-amount';
import { showDate } from '../fields/read-date';
import { meeting } from '../page/view';
import { Button } from '../parts/Button';
import type { ConflictChoice } from '../save/outcomes';
import type { Conflict } from '../save/queue';
import { decideLater, resolveConflict } from '../save/rows';
import { words } from '../words';
import { focusField } from './focus';
import { rowWords } from './words';

interface ConflictCardProps {
  conflict: Conflict;
  label: string;
  type: FieldType;
}

/** Two people changed one cell: both texts whole, where it stands, and a choice. May be left for later. */
export function ConflictCard({ conflict, label, type }: ConflictCardProps) {
  const [choice, setChoice] = useState<ConflictChoice>('mine');
  const acts = useRef<HTMLDivElement>(null);
  // The question is seen whole, down to the button that answers it.
  useLayoutEffect(() => acts.current?.scrollIntoView({ block: 'nearest' }), []);
  const name = `conflict-${conflict.key}-${conflict.field}`;
  const show = (value: string | number) => {
    if (value === '') return words.blank;
    return type === 'date' ? showDate(value, meeting.value?.today ?? '') : showAmount(value, language());
  };
  const choices: [ConflictChoice, string, string][] = [
    ['mine', rowWords.yours, show(conflict.mine)],
    ['theirs', rowWords.theirs(conflict.cell), show(conflict.theirs)],
  ];
  if (type === 'text') choices.push(['both', '', rowWords.both]);
  return (
    <div class="conflict">
      <fieldset class="pick">
        <legend>
          <b>{words.changedWhileTyping(words.label(label))}</b> {rowWords.whichStays}
        </legend>
        {choices.map(([value, whose, text]) => (
          <label key={value}>
            <input type="radio" name={name} checked={choice === value} onChange={() => setChoice(value)} />
            <span>
              {whose && <span class="hint">{whose}</span>}
              <span class="whole" dir="auto">
                {text}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="acts" ref={acts}>
        <Button
          small
          run={() => {
            resolveConflict(conflict, choice);
            focusField(conflict.key, conflict.field);
          }}
        >
          {rowWords.keepThis}
        </Button>
        <Button
          small
          quiet
          run={() => {
            decideLater(conflict.key);
            focusField(conflict.key, conflict.field);
          }}
        >
          {rowWords.decideLater}
        </Button>
      </div>
    </div>
  );
}
