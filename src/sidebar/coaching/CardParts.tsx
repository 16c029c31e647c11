/** What the cards of coaching are made of: a frame with its dock, a text, a day. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type IsoDate, isIsoDate } from '../../core/shared/dates';
import { grow } from '../fields/grow';
import { onFieldKey } from '../fields/keys';
import { language } from '../fields/language';
import { readDate, showDate } from '../fields/read-date';
import { clock } from '../meeting/state';
import { meeting } from '../page/view';
import { PlainDock, type Primary } from '../parts/Dock';
import { Header, MeetingHeader } from '../parts/Header';
import { words } from '../words';
import { leaveCoaching } from './acts';
import { type Draft, draftOf, note } from './drafts';
import { coachingWords } from './words';

interface CardFrameProps {
  /** Above the title, small. */
  sub: string;
  title: string;
  primary: Primary | null;
  children: ComponentChildren;
}

/** The page of a card: left at any time by Escape or Later, written by Ctrl+Enter. */
export function CardFrame({ sub, title, primary, children }: CardFrameProps) {
  const m = meeting.value;
  const root = useRef<HTMLElement>(null);
  // At once, so that no key is lost: in the first text, or on the title where there is none.
  useLayoutEffect(() => {
    const first = ['textarea', 'h2'].map((tag) => root.current?.querySelector<HTMLElement>(tag)).find(Boolean);
    first?.focus();
  }, []);
  return (
    <>
      {clock.value === null ? <Header title={m?.rep.name ?? ''} sub={sub} /> : <MeetingHeader />}
      <main
        class="body coaching"
        ref={root}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leaveCoaching();
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) primary?.run();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <div>
          {clock.value !== null && <p class="hint">{sub}</p>}
          <h2 class="lead" dir="auto" tabIndex={-1}>
            {title}
          </h2>
        </div>
        {children}
      </main>
      <PlainDock
        primary={primary}
        secondary={{ text: primary ? coachingWords.later : words.back, run: leaveCoaching }}
        quiet
      />
    </>
  );
}

interface CardTextProps {
  card: string;
  name: string;
  label: string;
  hint?: string;
  rows?: number;
}

/** A text of a card. Enter goes on to the next one, Shift+Enter begins a new line. */
export function CardText({ card, name, label, hint = '', rows = 2 }: CardTextProps) {
  const draft: Signal<Draft> = draftOf(card);
  const id = `card-${name}`;
  return (
    <div class="field">
      <label class="label" for={id} dir="auto">
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={rows}
        maxLength={2000}
        class={rows === 1 ? 'one' : ''}
        aria-describedby={hint === '' ? undefined : `${id}-hint`}
        value={draft.value[name] ?? ''}
        ref={grow}
        onInput={(event) => {
          grow(event.currentTarget);
          note(card, name, event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const { currentTarget } = event;
          onFieldKey(event, () => focusNext(currentTarget));
        }}
      />
      {hint !== '' && (
        <p class="hint" id={`${id}-hint`} dir="auto">
          {hint}
        </p>
      )}
    </div>
  );
}

function focusNext(from: HTMLElement): void {
  const all = [...(from.closest('main')?.querySelectorAll<HTMLElement>('textarea, input[type=text]') ?? [])];
  all[all.indexOf(from) + 1]?.focus();
}

/** The day of a draft: what was typed, else what is proposed; '' for none, and the text where it is no day. */
export function cardDay(draft: Draft, name: string, proposed: IsoDate, today: IsoDate): string {
  const typed = draft[name];
  return typed === undefined ? proposed : String(readDate(typed, today, language()));
}

/** A day of a card, typed in plain words; one is proposed. */
export function CardDay({ card, name, label, proposed }: Omit<CardTextProps, 'hint' | 'rows'> & { proposed: IsoDate }) {
  const today = meeting.value?.today ?? proposed;
  const draft = draftOf(card).value;
  const day = cardDay(draft, name, proposed, today);
  const id = `card-${name}`;
  const isOdd = day !== '' && !isIsoDate(day);
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        value={draft[name] ?? showDate(proposed, today)}
        onInput={(event) => note(card, name, event.currentTarget.value)}
        onBlur={() => isIsoDate(day) && draft[name] !== undefined && note(card, name, showDate(day, today))}
      />
      <p class="hint" id={`${id}-hint`}>
        {isOdd && coachingWords.noDay}
      </p>
    </div>
  );
}

/** Something that is written only where it is ticked. */
export function CardTick({ card, name, children }: { card: string; name: string; children: ComponentChildren }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={draftOf(card).value[name] === 'yes'}
        onChange={(event) => note(card, name, event.currentTarget.checked ? 'yes' : '')}
      />
      <span>{children}</span>
    </label>
  );
}
