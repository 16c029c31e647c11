/** Last month's list in the talk. */
import { useRef, useState } from 'preact/hooks';
import type { MeetingScreen, RowView, SectionView } from '../../contract/state';
import { rowsOf } from '../meeting/use-rows';
import { meeting } from '../page/view';
import { Block } from '../parts/Block';
import { Fold } from '../parts/Fold';
import { rowsWithText, statusWord } from '../rows/group';
import { RowCard } from '../rows/RowCard';
import { RowList } from '../rows/RowList';
import { dealSummary } from '../rows/Summaries';
import { openKey } from '../rows/state';
import { words } from '../words';
import { ConfirmRest } from './ConfirmRest';
import { LongFilter, type Shown } from './LongFilter';
import { goOn, leftDeals } from './review';
import { isMarked } from './review-marks';
import { GROUPS, type GroupName, grouped, inOrder, sessionOf } from './review-session';
import { reviewWords } from './words';

const LONG_LIST = 25;
const SHORT_LIST = 6;

/** Last month's list: what is worth the minutes first, the rest folded and confirmed at once. A long one can be searched. */
export function ExistingBody({ section }: { section: SectionView }) {
  const m = meeting.value;
  const [focused, setFocused] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown>('worth');
  const [wanted, setWanted] = useState('');
  const before = useRef<ReadonlyMap<string, GroupName>>(new Map());
  if (!m) return null;
  const all = rowsOf(section);
  const inSheet = new Set(section.rows.map((row) => row.key));
  const rows = inOrder(
    all.filter((row) => inSheet.has(row.key)),
    sessionOf(m),
  );
  const begunHere = all.filter((row) => !inSheet.has(row.key));
  const { groups, of } = grouped(rows, m, sessionOf(m), openKey.value ?? focused, before.current);
  before.current = of;

  const card = (headed: boolean) => (row: RowView) => (
    <RowCard
      key={row.key}
      row={row}
      section={section}
      summary={dealSummary}
      headed={headed}
      onEnter={(r) => goOn(r.key)}
      enterWord={reviewWords.keyEnterNext}
    />
  );
  const isLong = rows.length > LONG_LIST;
  const inAll = isLong && (shown !== 'worth' || wanted.trim() !== '');
  const hits = inAll
    ? rowsWithText(rows, wanted).filter((r) => wanted !== '' || shown === 'all' || statusWord(r) === 'stuck')
    : [];
  return (
    <div
      class="review"
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
          <p class="hint">{reviewWords.nothingFound}</p>
        ) : (
          <RowList rows={hits} render={card(true)} label={reviewWords.chipAll} />
        )
      ) : (
        <>
          <Worth m={m} rows={groups.worth} total={rows.length} card={card(true)} />
          <ConfirmRest m={m} />
          {GROUPS.map(
            (name) =>
              name !== 'worth' && (
                <Group key={name} name={name} rows={groups[name]} total={rows.length} card={card(true)} />
              ),
          )}
        </>
      )}
      {begunHere.length > 0 && <RowList rows={begunHere} render={card(false)} label={words.newRow} />}
    </div>
  );
}

interface GroupProps {
  rows: RowView[];
  /** How many there are in all groups. */
  total: number;
  card: (row: RowView) => preact.JSX.Element;
}

/** As many as fit into the minutes; the others are a press away. */
function Worth({ m, rows, total, card }: GroupProps & { m: MeetingScreen }) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) {
    const done = leftDeals(m).length === 0;
    return total > 0 ? <p class="hint">{done ? reviewWords.allDone : reviewWords.nothingLeft}</p> : null;
  }
  const { recommended } = sessionOf(m);
  const first = rows.filter((row) => recommended.has(row.key));
  const others = rows.filter((row) => !recommended.has(row.key));
  const open = all || others.some((row) => row.key === openKey.value);
  return (
    <Block title={reviewWords.groups.worth} count={reviewWords.ofDeals(rows.length, total)}>
      {first.length === 0 && <p class="hint">{reviewWords.allTalked}</p>}
      <RowList rows={open ? [...first, ...others] : first} render={card} label={reviewWords.groups.worth} />
      {others.length > 0 && (
        <button type="button" class="more" aria-expanded={open} onClick={() => setAll(!open)}>
          {open ? reviewWords.moreOpen : reviewWords.more(others.length)}
        </button>
      )}
    </Block>
  );
}

function Group({ name, rows, total, card }: GroupProps & { name: Exclude<GroupName, 'worth'> }) {
  if (rows.length === 0) return null;
  const title = reviewWords.groups[name];
  if (name === 'talked') {
    return (
      <Block title={title} count={rows.length}>
        <RowList rows={rows} render={card} label={title} />
      </Block>
    );
  }
  return (
    <Fold
      title={title}
      count={String(rows.length)}
      // A short list is open from the start: nothing to be gained by folding it.
      startOpen={
        name === 'same' &&
        (rows.length === total || total <= SHORT_LIST) &&
        !rows.some((row) => isMarked('kept', row.key))
      }
      forceOpen={rows.some((row) => row.key === openKey.value)}
    >
      <RowList rows={rows} render={card} label={title} />
    </Fold>
  );
}
