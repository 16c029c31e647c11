/** The page of the notes that a manager keeps for oneself. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { bytesOf, NOTE_MOST_BYTES, STORE_MOST_BYTES } from '../../core/shared/private-notes';
import { grow } from '../fields/grow';
import { goBack } from '../page/go-back';
import { Block, Sentences } from '../parts/Block';
import { Button } from '../parts/Button';
import { copyText } from '../parts/copy';
import { LabelledField } from '../parts/LabelledField';
import { Note } from '../parts/Note';
import { SidePage } from '../parts/SidePage';
import { words } from '../words';
import { deleteAllNotes, leaveNotes, mayShowNotes, settleNote, writeNote } from './notes-acts';
import { draft, noteStanding, notes, theirs } from './state';
import { noteWords } from './words';

/** From this share on it is said how much still fits. */
const SOON = 0.8;

/** A note about the person of the page. It closes by itself when a meeting begins. */
export function Notes() {
  const may = mayShowNotes();
  const [read, setRead] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => leaveNotes, []);
  useEffect(() => {
    if (!may) goBack();
  }, [may]);
  const now = draft.value;
  const all = notes.value;
  const isFirst = all?.notes.length === 0 && now?.text === '' && !read;
  useEffect(() => {
    if (!isFirst) field.current?.focus();
  }, [isFirst]);
  if (!may || !now || !all) return null;
  return (
    <SidePage
      title={now.name}
      sub={noteWords.page}
      lead={isFirst ? noteWords.whereTitle : noteWords.title}
      hint={isFirst ? undefined : noteWords.hint}
      {...(isFirst ? { step: 'where' } : {})}
      primary={isFirst ? { text: noteWords.understood, run: () => setRead(true) } : { text: words.back, run: goBack }}
      secondary={isFirst ? { text: words.back, run: goBack } : undefined}
    >
      {isFirst ? (
        <Sentences lines={noteWords.where} ink />
      ) : (
        <>
          <LabelledField id="own-note" label={noteWords.about(now.name)}>
            <textarea
              id="own-note"
              dir="auto"
              rows={6}
              value={now.text}
              aria-describedby="own-note-standing"
              ref={field}
              onInput={(event) => {
                grow(event.currentTarget);
                writeNote(event.currentTarget.value);
              }}
            />
            <NoteStandingLine />
          </LabelledField>
          <AllNotes />
          <Block title={noteWords.whereTitle}>
            <Sentences lines={noteWords.where} />
          </Block>
        </>
      )}
    </SidePage>
  );
}

/** How keeping stands, and how much still fits, in time. */
function NoteStandingLine() {
  const now = draft.value;
  const all = notes.value;
  const at = noteStanding.value;
  if (!now || !all) return null;
  const left = NOTE_MOST_BYTES - bytesOf(now.text);
  const used = 1 - all.room / STORE_MOST_BYTES;
  const saved = all.notes.find(({ repId }) => repId === now.repId)?.savedOn;
  const said = {
    kept: saved === undefined ? noteWords.nothing : noteWords.savedOn(saved),
    saving: noteWords.saving,
    tooLong: noteWords.tooLong(-left),
    full: noteWords.full,
    conflict: noteWords.conflict,
    unsent: noteWords.unsent,
  };
  const isTrouble = at !== 'kept' && at !== 'saving';
  return (
    <>
      <p class={isTrouble ? 'message' : 'hint'} id="own-note-standing" role="status">
        {typeof at === 'object' ? at.refused : said[at]}
        {left >= 0 && left < NOTE_MOST_BYTES * (1 - SOON) && ` ${noteWords.left(left)}`}
        {used > SOON && at !== 'full' && ` ${noteWords.nearlyFull(Math.min(100, Math.round(used * 100)))}`}
      </p>
      {at === 'conflict' && (
        <Note>
          <span class="quote">{theirs.value}</span>
          <div class="below">
            <Button small run={() => settleNote(true)}>
              {noteWords.keepMine}
            </Button>{' '}
            <Button small run={() => settleNote(false)}>
              {noteWords.takeOther}
            </Button>
          </div>
        </Note>
      )}
    </>
  );
}

/** All own notes: to take away, or to delete. */
function AllNotes() {
  const [sure, setSure] = useState(false);
  const [said, setSaid] = useState('');
  const all = notes.value?.notes ?? [];
  if (all.length === 0) return null;
  const text = all.map(({ name, savedOn, text }) => `${name}, ${savedOn}\n${text}`).join('\n\n');
  return (
    <Block title={noteWords.others(all.length)}>
      {sure ? (
        <Note icon="warn" tone="warn">
          {noteWords.sure(all.length)}
          <div class="below">
            <Button
              small
              run={async () => {
                await deleteAllNotes();
                setSure(false);
              }}
            >
              {noteWords.deleteThem}
            </Button>{' '}
            <Button small run={() => setSure(false)}>
              {noteWords.keepThem}
            </Button>
          </div>
        </Note>
      ) : (
        <div class="below">
          <Button small run={async () => setSaid((await copyText(text)) ? words.copied : words.notCopied)}>
            {noteWords.copyAll}
          </Button>{' '}
          <Button small run={() => setSure(true)}>
            {noteWords.deleteAll}
          </Button>
        </div>
      )}
      <p class="hint" role="status">
        {said}
      </p>
    </Block>
  );
}
