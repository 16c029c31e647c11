/** The field for a text. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { beginEdit, edit, endEdit } from '../save/rows';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './field-props';
import { grow } from './grow';
import { onFieldKey } from './keys';

/** A text that grows with what is typed. While the cursor is in it, nobody else's change moves it. */
export function TextField(props: FieldProps) {
  const { rowKey, view, value, rows = 1, replaced = false } = props;
  const pointed = useRef(false);
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? String(value);
  // A field can be taken away while the cursor is in it (another section by key).
  const leave = useRef<() => void>();
  leave.current = () => {
    if (draft !== null) endEdit(rowKey, view.field);
  };
  useEffect(() => () => leave.current?.(), []);
  return (
    <FieldFrame {...props}>
      {(id, describedBy) => (
        <div class={props.beside ? 'with-button' : undefined}>
          <textarea
            id={id}
            aria-describedby={describedBy}
            dir="auto"
            rows={rows}
            class={rows === 1 ? 'one' : ''}
            data-field={view.field}
            value={text}
            ref={grow}
            onPointerDown={() => (pointed.current = true)}
            onFocus={(event) => {
              if (replaced && !pointed.current) event.currentTarget.select();
              pointed.current = false;
              beginEdit(rowKey, view.field, value);
              setDraft(String(value));
            }}
            onInput={(event) => {
              grow(event.currentTarget);
              setDraft(event.currentTarget.value);
              edit(rowKey, view.field, event.currentTarget.value);
            }}
            onBlur={() => {
              setDraft(null);
              endEdit(rowKey, view.field);
            }}
            onKeyDown={(event) => onFieldKey(event, props.onEnter)}
          />
          {props.beside}
        </div>
      )}
    </FieldFrame>
  );
}
