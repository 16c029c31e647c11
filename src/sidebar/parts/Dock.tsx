/** The dock below a page, with its one blue button. */
import type { ComponentChildren } from 'preact';
import { waiting } from '../page/notices';
import { Strips } from '../page/Strips';
import { Icon, type IconName } from './Icon';
import { partWords } from './words';

export interface Primary {
  text: string;
  icon?: IconName;
  run: () => void;
  disabled?: boolean;
}

/** The one blue button. While something is asked it waits, but keeps its place and its focus. */
export function PrimaryButton({ text, icon, run, disabled = false }: Primary) {
  const busy = disabled || waiting.value !== '';
  return (
    <button type="button" class="button primary" aria-disabled={busy} onClick={() => !busy && run()}>
      <span>{text}</span>
      {icon && <Icon name={icon} />}
    </button>
  );
}

export interface PlainDockProps {
  primary: Primary | null;
  secondary?: { text: string; run: () => void } | undefined;
  quiet?: boolean;
  /** What is said while something is asked, when it is not what was asked for. */
  doing?: string | undefined;
}

/** Outside of a meeting: the primary at the left, another way beside it. */
export function PlainDock({ primary, secondary, quiet = false, doing }: PlainDockProps) {
  return (
    <footer class="dock">
      <Strips />
      <div class="nav plain">
        {primary && <PrimaryButton {...primary} />}
        {secondary && (
          <button type="button" class={`button ${quiet ? 'quiet' : ''}`} onClick={secondary.run}>
            {secondary.text}
          </button>
        )}
        {waiting.value !== '' && (
          <p class="status">
            <Icon name="spin" spin />
            <span>{doing ?? waiting.value}</span>
          </p>
        )}
      </div>
    </footer>
  );
}

/** In a meeting: strips, what can be added, then back, how saving stands, and the primary at the right. */
export function MeetingDock({
  cap,
  back,
  status,
  primary,
}: {
  cap?: ComponentChildren;
  back?: { text: string; run: () => void } | undefined;
  status: ComponentChildren;
  primary: Primary;
}) {
  return (
    <footer class="dock">
      <Strips />
      {cap}
      <div class="nav">
        {back && (
          <button
            type="button"
            class="icon-button"
            aria-label={partWords.backTo(back.text)}
            title={`${partWords.backTo(back.text)} (Alt+←)`}
            onClick={back.run}
          >
            <Icon name="left" />
          </button>
        )}
        {status}
        <PrimaryButton {...primary} />
      </div>
    </footer>
  );
}
