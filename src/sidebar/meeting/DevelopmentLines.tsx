/** The lines of development. */
import type { MeetingScreen, RowView } from '../../contract/state';
import { lineState } from '../../core/coaching/lines';
import { isIsoDate } from '../../core/shared/dates';
import { isBlank } from '../../core/shared/record';
import { showDate } from '../fields/read-date';
import { meeting } from '../page/view';
import { Icon } from '../parts/Icon';
import { focusCard } from '../rows/focus';
import { MetaLine } from '../rows/MetaLine';
import { RowCard } from '../rows/RowCard';
import { RowList } from '../rows/RowList';
import { noteSummary, StateSign } from '../rows/Summaries';
import { developmentSection } from '../save/merge';
import { beginRow, closeRow } from '../save/rows';
import { joined } from '../wording';
import { words } from '../words';
import { rowsOf } from './use-rows';
import { meetingWords } from './words';

/** The standing lines of development: aim, by when, how it goes. They come along until they are done. */
export function DevelopmentLines({ m }: { m: MeetingScreen }) {
  const section = developmentSection(m);
  const rows = rowsOf(section);
  return (
    <>
      {rows.length === 0 && <p class="hint">{words.empty.growth}</p>}
      <RowList
        rows={rows}
        label={words.development}
        render={(row) => (
          <RowCard
            key={row.key}
            row={row}
            section={section}
            summary={developmentSummary}
            headed={false}
            onEnter={(r) => {
              closeRow();
              focusCard(r.key);
            }}
            enterWord={meetingWords.keyEnterSave}
          />
        )}
      />
      <button type="button" class="button quiet small add-commitment" onClick={() => beginRow(section.id)}>
        <Icon name="plus" />
        {meetingWords.addDevelopment}
      </button>
    </>
  );
}

function developmentSummary(row: RowView) {
  const { when } = row.cells;
  const day = showDate(when, meeting.peek()?.today ?? '');
  return (
    <>
      {noteSummary(row, meetingWords.weTry)}
      <MetaLine text={String(row.cells.moved ?? '').trim()} />
      <StateSign row={row} />
      {(day !== '' || row.fromMonth !== undefined) && (
        <span class="meta">
          {joined([
            day === '' ? '' : isIsoDate(when) ? meetingWords.lookAgainOn(day) : day,
            row.fromMonth === undefined ? '' : words.sinceMonth(row.fromMonth),
          ])}
        </span>
      )}
    </>
  );
}

/** The lines that are still worked on. */
export function openDevelopment(m: MeetingScreen): RowView[] {
  return m.block.growth.rows.filter(
    (row) => !isBlank({ ...row.cells, status: '' }) && lineState(row.cells.status) === 'open',
  );
}
