/** Leaving a deal behind. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CarriedView } from '../../contract/calls';
import { Icon } from '../parts/Icon';
import { LabelledField } from '../parts/LabelledField';
import { startWords } from './words';

interface LeaveBehindProps {
  deal: CarriedView;
  open: boolean;
  onToggle: () => void;
  onLeave: (reason: string) => void;
  children: ComponentChildren;
}

/** A deal that comes along; pressed, it asks why it is to be left behind. */
export function LeaveBehind({ deal, open, onToggle, onLeave, children }: LeaveBehindProps) {
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    onToggle();
    button.current?.focus();
  };
  return (
    <div class="grow">
      <button type="button" class="fact-button" ref={button} aria-expanded={open} onClick={onToggle}>
        {children}
        <span class="sr">{startWords.leaveBehind}</span>
        <Icon name={open ? 'down' : 'right'} />
      </button>
      {open && <Reasons id={`leave-${deal.id}`} onLeave={onLeave} onClose={close} />}
    </div>
  );
}

/** A reason with one click, or in one's own words. */
function Reasons({ id, onLeave, onClose }: { id: string; onLeave: (reason: string) => void; onClose: () => void }) {
  // Read when it is sent: the last letter and Enter may come in one moment.
  const own = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  // At once: Escape may follow.
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <form
      class="reasons"
      onSubmit={(event) => {
        event.preventDefault();
        onLeave(own.current?.value.trim() ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <p class="hint">{startWords.leaveWhy}</p>
      <div class="chips">
        {startWords.leaveReasons.map((reason, n) => (
          <button
            type="button"
            class="button small"
            key={reason}
            ref={n === 0 ? first : null}
            onClick={() => onLeave(reason)}
          >
            {reason}
          </button>
        ))}
      </div>
      <LabelledField id={id} label={startWords.leaveOwn}>
        <div class="park-line">
          <input id={id} type="text" dir="auto" maxLength={200} ref={own} />
          <button type="submit" class="button small">
            {startWords.leaveBehind}
          </button>
        </div>
      </LabelledField>
    </form>
  );
}
