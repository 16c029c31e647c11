/** A label above what it labels, outside of the rows of a meeting. */
import type { ComponentChildren } from 'preact';

/** A field of a page: `id` is that of the control inside. */
export function LabelledField({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label class="label" for={id} dir="auto">
        {label}
      </label>
      {children}
    </div>
  );
}
