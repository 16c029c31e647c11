import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CellValue } from '../../core/shared/fields';
import { edit, hold, release } from '../save/rows';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './field-props';
import { onFieldKey } from './keys';

/** A pause in typing after which a date or an amount that can be read is taken. Half of one is not written. */
const PAUSE_MS = 1200;

interface Parsed extends FieldProps {
  read(text: string): CellValue;
  show(value: CellValue): string;
  isRead(value: CellValue): boolean;
  unreadable: string;
  numeric?: boolean;
  children?: ComponentChildren;
}

/** One line that is read when it is left: what cannot be read stays as it was typed, and says so. */
export function ParsedField(props: Parsed) {
  const { rowKey, view, value, read, show, isRead, unreadable, numeric = false, children } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const shown = useRef('');
  const pause = useRef<ReturnType<typeof setTimeout>>();

  const take = (text: string, onlyIfRead: boolean) => {
    clearTimeout(pause.current);
    if (text === shown.current) return;
    const next = read(text);
    if (onlyIfRead && !isRead(next)) return;
    shown.current = text;
    edit(rowKey, view.field, next);
  };
  // A field can be taken away while the cursor is in it (another section by key): what was typed is taken, too.
  const leave = useRef<() => void>();
  leave.current = () => {
    if (draft === null) return;
    take(draft, false);
    release(rowKey, view.field);
  };
  useEffect(() => () => leave.current?.(), []);
  return (
    <FieldFrame {...props} hint={value === '' || isRead(value) || draft !== null ? '' : unreadable}>
      {(id, describedBy) => (
        <div class={children ? 'with-button' : undefined}>
          <input
            id={id}
            aria-describedby={describedBy}
            type="text"
            dir="auto"
            autocomplete="off"
            inputMode={numeric ? 'decimal' : 'text'}
            class={numeric ? 'figures' : ''}
            data-field={view.field}
            value={draft ?? show(value)}
            onFocus={() => {
              hold(rowKey, view.field, value);
              shown.current = show(value);
              setDraft(shown.current);
            }}
            onInput={(event) => {
              const text = event.currentTarget.value;
              setDraft(text);
              clearTimeout(pause.current);
              pause.current = setTimeout(() => take(text, true), PAUSE_MS);
            }}
            onBlur={(event) => {
              take(event.currentTarget.value, false);
              setDraft(null);
              release(rowKey, view.field);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take(event.currentTarget.value, false);
              onFieldKey(event, props.onEnter);
            }}
          />
          {children}
        </div>
      )}
    </FieldFrame>
  );
}
