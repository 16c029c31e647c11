import { useRef, useState } from 'preact/hooks';
import type { RowView, SectionView } from '../../contract/state';
import { focusCard } from '../rows/focus';
import { found, GROUPS, type GroupName, grouped, statusWord } from '../rows/group';
import { RowCard } from '../rows/RowCard';
import { RowList } from '../rows/RowList';
import { dealSummary } from '../rows/Summaries';
import { serverRow } from '../saving/merge';
import { closeRow } from '../store/rows';
import { meeting, openKey } from '../store/state';
import { words } from '../words';
import { Fold } from './Fold';
import { LongFilter, type Shown } from './LongFilter';
import { rowsOf } from './use-rows';

const LONG = 25;
const WORTH_AT_FIRST = 7;

/** Last month's list: what is worth the minutes first, the rest folded. A long one can be searched. */
export function ExistingBody({ section }: { section: SectionView }) {
  const m = meeting.value;
  const [focused, setFocused] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown>('worth');
  const [wanted, setWanted] = useState('');
  const before = useRef<Map<string, GroupName>>(new Map());
  if (!m) return null;
  const all = rowsOf(section);
  const rows = all.filter((row) => serverRow(m, row.key));
  const begunHere = all.filter((row) => !serverRow(m, row.key));
  const { groups, of } = grouped(rows, m.statuses, m.today, openKey.value ?? focused, before.current);
  before.current = of;

  const card = (row: RowView) => (
    <RowCard
      key={row.key}
      row={row}
      section={section}
      summary={dealSummary}
      headed
      onEnter={backToCard}
      enterWord={words.keyEnterSave}
    />
  );
  const newCard = (row: RowView) => (
    <RowCard
      key={row.key}
      row={row}
      section={section}
      summary={dealSummary}
      headed={false}
      onEnter={backToCard}
      enterWord={words.keyEnterSave}
    />
  );
  const isLong = rows.length > LONG;
  const inAll = isLong && (shown !== 'worth' || wanted.trim() !== '');
  const hits = inAll
    ? found(rows, wanted).filter((r) => wanted !== '' || shown === 'all' || statusWord(r) === 'stuck')
    : [];
  return (
    <div
      onFocusIn={(event) =>
        setFocused((event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row ?? null)
      }
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setFocused(null);
      }}
    >
      {all.length === 0 && <p class="hint">{words.empty.existing}</p>}
      {isLong && (
        <LongFilter
          wanted={wanted}
          onWanted={setWanted}
          shown={shown}
          onShown={setShown}
          counts={{
            worth: groups.worth.length,
            stuck: rows.filter((r) => statusWord(r) === 'stuck').length,
            all: rows.length,
          }}
          hits={wanted.trim() === '' ? null : hits.length}
        />
      )}
      {inAll ? (
        hits.length === 0 ? (
          <p class="hint">{words.nothingFound}</p>
        ) : (
          <RowList rows={hits} render={card} label={words.chipAll} />
        )
      ) : (
        GROUPS.map((name) => (
          <Group key={name} name={name} rows={groups[name]} total={rows.length} card={card} long={isLong} />
        ))
      )}
      {begunHere.length > 0 && <RowList rows={begunHere} render={newCard} label={words.newRow} />}
    </div>
  );
}

function backToCard(row: RowView): void {
  closeRow();
  focusCard(row.key);
}

interface GroupProps {
  name: GroupName;
  rows: RowView[];
  total: number;
  card: (row: RowView) => preact.JSX.Element;
  long: boolean;
}

function Group({ name, rows, total, card, long }: GroupProps) {
  if (rows.length === 0) return name === 'worth' && long ? <p class="hint">{words.nothingWorth}</p> : null;
  const title = words.groups[name];
  if (name === 'worth' || name === 'talked') {
    return (
      <section class="block">
        <h3>
          {title}
          <span>{name === 'worth' ? words.ofDeals(rows.length, total) : rows.length}</span>
        </h3>
        <RowList rows={rows} render={card} label={title} {...(long ? { atFirst: WORTH_AT_FIRST } : {})} />
      </section>
    );
  }
  const open = rows.some((row) => row.key === openKey.value);
  const count = name === 'unchanged' ? words.keptAsTheyAre(rows.length) : String(rows.length);
  // A short list is open from the start: nothing to be gained by folding it.
  return (
    <Fold title={title} count={count} startOpen={rows.length === total || total <= 6} forceOpen={open}>
      <RowList rows={rows} render={card} label={title} />
    </Fold>
  );
}
