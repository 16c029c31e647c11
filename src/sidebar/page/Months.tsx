/** Every month of a person's tab: an older one opens to be read, with its recap. */
import { monthTitle } from '../../core/shared/month';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { goBack } from './go-back';
import { waiting } from './notices';
import { loadScreen } from './open-tab';
import { screen } from './view';
import { pageWords } from './words';

/** The months as cards, newest first; a click opens one. */
export function Months() {
  const s = screen.value;
  if (s?.kind !== 'meeting' && s?.kind !== 'noMonth') return null;
  const here = s.kind === 'meeting' ? s.block.month : null;
  const open = (month: number) => {
    if (month === here) goBack();
    else if (waiting.peek() === '') void loadScreen({ sheetId: s.rep.sheetId, month });
  };
  return (
    <SidePage
      title={s.rep.name}
      sub={pageWords.months}
      lead={pageWords.monthsLead}
      primary={null}
      secondary={{ text: words.back, run: goBack }}
    >
      <ul class="rows joined" aria-label={pageWords.months}>
        {(s.months ?? []).map((month) => (
          <li class="row" key={month}>
            <button
              type="button"
              class="row-button person"
              data-card
              aria-current={month === here ? 'true' : undefined}
              onClick={() => open(month)}
            >
              <b class="title">{monthTitle(month)}</b>
              <span class="meta">{month === here ? pageWords.here : ''}</span>
            </button>
          </li>
        ))}
      </ul>
    </SidePage>
  );
}
