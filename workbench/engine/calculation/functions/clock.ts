/** TODAY and NOW: the clock of the file's time zone; Univer's own take the machine's. */
import { BaseFunction, NumberValueObject } from '../../univer';

/** The wall clock of the file's time zone as a serial day number. */
export class Clock extends BaseFunction {
  override minParams = 0;
  override maxParams = 0;
  constructor(
    name: 'TODAY' | 'NOW',
    private readonly timeZone: () => string,
  ) {
    super(name);
  }
  override calculate(): ReturnType<BaseFunction['calculate']> {
    const serial = wallClock(new Date(), this.timeZone());
    return NumberValueObject.create(this.name === 'TODAY' ? Math.floor(serial) : serial);
  }
}

/** Days since 1899-12-30 that a clock in the zone shows at the instant. */
export function wallClock(instant: Date, timeZone: string): number {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return (Date.parse(`${text.replace(' ', 'T')}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
