/** What amount and day have in common: typed as a text, read after a pause. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CellValue } from '../../core/shared/fields';

import { beginEdit, edit, editAtOnce, endEdit, typingIn } from '../save/rows';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './field-props';
import { onFieldKey } from './keys';
import { fieldWords } from './words';

/** A pause in typing after which a date or an amount that can be read is taken. Half of one is not written. */
const READ_AFTER_MS = 1200;

interface Parsed extends FieldProps {
  read(text: string): CellValue;
  show(value: CellValue): string;
  isRead(value: CellValue): boolean;
  unreadable: string | ((value: CellValue) => string);
  /** The other reading of a text that can be meant in two ways; null where there is no doubt. */
  other(text: string): CellValue | null;
  numeric?: boolean;
  children?: ComponentChildren;
}

/** One line that is read when it is left: what cannot be read stays as it was typed, and says so. */
export function ParsedField(props: Parsed) {
  const { rowKey, view, value, read, show, isRead, other, numeric = false, children } = props;
  const [draft, setDraft] = useState<string | null>(null);
  /** How a doubtful text was read, and how else it could be. */
  const [doubt, setDoubt] = useState<{ taken: CellValue; other: CellValue } | null>(null);
  const shown = useRef('');
  const pause = useRef<ReturnType<typeof setTimeout>>();

  const take = (text: string, onlyIfRead: boolean) => {
    clearTimeout(pause.current);
    if (text === shown.current) return;
    const next = read(text);
    if (onlyIfRead && !isRead(next)) return;
    shown.current = text;
    const instead = isRead(next) ? other(text) : null;
    setDoubt(instead === null ? null : { taken: next, other: instead });
    edit(rowKey, view.field, next);
  };
  // A field can be taken away while the cursor is in it (another section by key): what was typed is taken, too.
  const leave = useRef<() => void>();
  leave.current = () => {
    if (draft === null) return;
    take(draft, false);
    endEdit(rowKey, view.field);
  };
  useEffect(() => () => leave.current?.(), []);
  const unreadable = typeof props.unreadable === 'string' ? props.unreadable : props.unreadable(value);
  const hint = value === '' || isRead(value) || draft !== null ? '' : unreadable;
  const { perhaps } = props;
  const inSheet = perhaps !== undefined && perhaps !== value && value !== '' && isRead(value);
  const asked =
    doubt !== null && doubt.taken === value ? doubt : inSheet ? { taken: value, other: perhaps as CellValue } : null;
  return (
    <FieldFrame
      {...props}
      hint={
        asked ? (
          <>
            {fieldWords.readAs(show(asked.taken))}{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                editAtOnce(rowKey, view.field, asked.other);
                setDoubt(null);
              }}
            >
              {fieldWords.ratherAs(show(asked.other))}
            </button>
          </>
        ) : (
          hint
        )
      }
    >
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
              beginEdit(rowKey, view.field, value);
              shown.current = show(value);
              setDraft(shown.current);
            }}
            onInput={(event) => {
              const text = event.currentTarget.value;
              setDraft(text);
              typingIn(rowKey, view.field, read(text));
              clearTimeout(pause.current);
              pause.current = setTimeout(() => take(text, true), READ_AFTER_MS);
            }}
            onBlur={(event) => {
              take(event.currentTarget.value, false);
              setDraft(null);
              endEdit(rowKey, view.field);
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
