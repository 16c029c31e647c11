/** A person as a card of a list: a click opens the tab, where there is one. */
import type { ComponentChildren } from 'preact';
import { waiting } from './notices';
import { openTab } from './open-tab';

interface PersonCardProps {
  /** Sheet id of the person's tab; null when there is none. */
  sheetId: number | null;
  /** Is it the tab that is open? */
  isHere: boolean;
  /** The name, and beside it one short text, on one line. */
  short?: boolean;
  children: ComponentChildren;
}

/** The card; without a tab it cannot be pressed. */
export function PersonCard({ sheetId, isHere, short = false, children }: PersonCardProps) {
  return (
    <li class="row">
      {sheetId === null ? (
        <div class="row-plain">{children}</div>
      ) : (
        <button
          type="button"
          class={short ? 'row-button person' : 'row-button'}
          data-card
          aria-current={isHere ? 'true' : undefined}
          onClick={() => waiting.peek() === '' && void openTab(sheetId)}
        >
          {children}
        </button>
      )}
    </li>
  );
}
