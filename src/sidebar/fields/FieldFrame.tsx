/** What stands around every field: its label, and what there is to say about it. */
import type { ComponentChildren } from 'preact';
import { fieldId } from '../rows/focus';
import { dismissRefused, editAtOnce } from '../save/rows';
import { queue } from '../save/state';
import { words } from '../words';
import { FieldConflict } from './FieldConflict';
import type { FieldProps } from './field-props';
import { fieldWords } from './words';

interface Frame extends FieldProps {
  children: (id: string, describedBy: string | undefined) => ComponentChildren;
}

/** Label above, field, and below it what there is to say about it. */
export function FieldFrame({ rowKey, view, value, cell, formula, hint = '', suggestions, children }: Frame) {
  const id = fieldId(rowKey, view.field);
  const refused = queue.value.refused.find((r) => r.key === rowKey && r.field === view.field);
  const messageId = refused || hint ? `${id}-message` : undefined;
  if (formula) {
    return (
      <div class="field">
        <span class="label">{words.label(view.label)}</span>
        <output class="computed" dir="auto">
          {String(value)}
        </output>
        <span class="hint">{fieldWords.formulaHere(cell)}</span>
      </div>
    );
  }
  return (
    <div class="field">
      <label class="label" for={id}>
        {words.label(view.label)}
      </label>
      {children(id, messageId)}
      {suggestions && suggestions.length > 0 && (
        <div class="suggestions">
          {suggestions.map((word) => (
            <button
              key={word}
              type="button"
              class="button small"
              aria-pressed={word === value}
              onClick={() => editAtOnce(rowKey, view.field, word)}
            >
              {word}
            </button>
          ))}
        </div>
      )}
      <FieldConflict rowKey={rowKey} view={view} />
      {refused ? (
        <p class="message" id={messageId} role="status">
          {refused.kind === 'formula'
            ? fieldWords.formulaKept(refused.cell, String(refused.text))
            : (refused.problem?.message ?? fieldWords.refusedPlain)}{' '}
          {refused.kind === 'formula' && (
            <button type="button" class="link" onClick={() => dismissRefused(refused)}>
              {words.ok}
            </button>
          )}
        </p>
      ) : (
        hint && (
          <p class="hint" id={messageId}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
