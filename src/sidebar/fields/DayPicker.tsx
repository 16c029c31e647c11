/** The browser's own picker of days. */
import { Icon } from '../parts/Icon';

interface DayPickerProps {
  label: string;
  /** The day that stands there, or ''. */
  value: string;
  onPick: (day: string) => void;
}

/**
 * It lies invisible over the icon: a page within a page may not open it by script, a click on it always may. By keyboard
 * the text is quicker, so Tab passes it by.
 */
export function DayPicker({ label, value, onPick }: DayPickerProps) {
  return (
    <span class="picker">
      <Icon name="calendar" />
      <input
        type="date"
        tabIndex={-1}
        aria-label={label}
        value={value}
        onChange={(event) => onPick(event.currentTarget.value)}
      />
    </span>
  );
}
