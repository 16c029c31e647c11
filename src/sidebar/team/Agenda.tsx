/** Setup's agenda for the months that are open: the question, the page, and the way back. */
import type { AgendaPreview } from '../../contract/calls';
import { goBack } from '../page/go-back';
import { Fact } from '../parts/Block';
import { ListNote, Note } from '../parts/Note';
import { SidePage } from '../parts/SidePage';
import { joined } from '../wording';
import { words } from '../words';
import { applyAgenda, previewAgenda } from './team-acts';
import { teamWords } from './words';

/** Says that Setup has another agenda than this month, and leads to the page. */
export function AgendaNote() {
  return (
    <Note icon="info">
      {teamWords.agendaNew}
      <button type="button" class="link" onClick={() => void previewAgenda()}>
        {teamWords.agendaLook}
      </button>
    </Note>
  );
}

/** What it would change for each person; afterwards, taking that back. */
export function Agenda({ preview, note, isDone }: { preview: AgendaPreview; note: string; isDone: boolean }) {
  const { people, left } = preview;
  const apply = { text: teamWords.applyAgenda(people.length), run: () => void applyAgenda(preview) };
  const undo = { text: words.undo, run: () => void applyAgenda(preview, true) };
  const isClear = isDone || people.length === 0;
  return (
    <SidePage
      sub={teamWords.agenda}
      lead={isDone ? teamWords.agendaDone(people.length) : teamWords.agendaTitle(people.length)}
      step={isDone ? 'after' : 'before'}
      hint={teamWords.agendaHint}
      note={note}
      scrolls
      primary={isClear ? { text: words.ok, run: goBack } : apply}
      secondary={isDone ? undo : isClear ? undefined : { text: words.notNow, run: goBack }}
    >
      <ListNote title={words.leftOut} lines={left} />
      <ul class="facts box">
        {people.map(({ repId, name, changes }) => (
          <Fact key={repId} hint={joined(changes)}>
            <b dir="auto">{name}</b>
          </Fact>
        ))}
      </ul>
    </SidePage>
  );
}
