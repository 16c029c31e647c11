/** The event object of a trigger. Sources: facts §5.12; https://developers.google.com/apps-script/guides/triggers/events */
import type { EventInput } from '../runtime/protocol';
import { AuthMode } from './enums';
import { config } from './host';
import { define } from './members';
import { newRange, theSpreadsheet } from './objects';
import { User } from './user';

/** What a trigger's function gets as its only argument. */
export function makeEvent(input: EventInput): Record<string, unknown> {
  const { range, ...plain } = input;
  const event: Record<string, unknown> = { ...plain, authMode: AuthMode[config.authMode] };
  // Without access to the document there is no source either.
  if (config.authMode !== 'NONE') event.source = theSpreadsheet();
  event.user = new User(config.authMode === 'FULL' ? config.visibleEmail : '');
  if (range) {
    const object = newRange(range);
    // Plain numbers that cost no call (measured: tanaike, 2018-04-14).
    define(object, 'rowStart', range.row);
    define(object, 'rowEnd', range.row + range.rows - 1);
    define(object, 'columnStart', range.col);
    define(object, 'columnEnd', range.col + range.cols - 1);
    event.range = object;
  }
  return event;
}
