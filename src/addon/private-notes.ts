/**
 * Notes that somebody keeps for oneself: in the user’s own properties, which Google gives to runs of that account only.
 * Never in the sheet, in no screen, and in no text that is logged.
 */
import type { NoteSaved, NoteToSave, PrivateNote, PrivateNotes } from '../contract/notes';
import { stop } from '../core/problems';
import type { IsoDate } from '../core/shared/dates';
import { bytesOf, STORE_MOST_BYTES } from '../core/shared/private-notes';

type Store = GoogleAppsScript.Properties.Properties;

/** How long two windows of one person wait for each other, in ms. */
const LOCK_WAIT_MS = 10_000;

/** The own notes of this spreadsheet, the newest first. An add-on’s store is one for all files. */
export function readNotes(): PrivateNotes {
  return told(
    asked((store) => store.getProperties()),
    keysBegin(),
  );
}

/** Keeps a note, or deletes it where its text is empty. Another window’s text is never written over. */
export function keepNote({ repId, name, was, text }: NoteToSave, today: IsoDate): NoteSaved {
  const begin = keysBegin();
  const key = begin + repId;
  return alone(() => {
    const all = asked((store) => store.getProperties());
    const there = readNote(all[key] ?? '').text;
    if (there === text) return { outcome: 'saved', ...told(all, begin) };
    if (there !== was) return { outcome: 'conflict', theirs: there, ...told(all, begin) };
    const { [key]: _, ...others } = all;
    if (text === '') {
      asked((store) => store.deleteProperty(key));
      return { outcome: 'saved', ...told(others, begin) };
    }
    const value = `${today} ${name.replace(/\s+/g, ' ')}\n${text}`;
    if (bytesOf(key) + bytesOf(value) > roomIn(others)) return { outcome: 'full', ...told(all, begin) };
    asked((store) => store.setProperty(key, value));
    return { outcome: 'saved', ...told({ ...others, [key]: value }, begin) };
  });
}

/** Deletes every own note of this spreadsheet. */
export function deleteNotes(): PrivateNotes {
  const begin = keysBegin();
  return alone(() => {
    const all = asked((store) => store.getProperties());
    const [own, others] = [
      Object.keys(all).filter((key) => key.startsWith(begin)),
      Object.entries(all).filter(([key]) => !key.startsWith(begin)),
    ];
    for (const key of own) asked((store) => store.deleteProperty(key));
    return told(Object.fromEntries(others), begin);
  });
}

/** How the keys of this spreadsheet’s notes begin; the person’s id follows. */
function keysBegin(): string {
  return `note.${SpreadsheetApp.getActiveSpreadsheet().getId()}.`;
}

function told(all: Record<string, string>, begin: string): PrivateNotes {
  const ours = Object.entries(all).filter(([key]) => key.startsWith(begin));
  const notes = ours.map(([key, value]): PrivateNote => ({ repId: key.slice(begin.length), ...readNote(value) }));
  const order = ({ savedOn, name }: PrivateNote) => `${savedOn} ${name}`;
  return { notes: notes.sort((a, b) => (order(a) < order(b) ? 1 : -1)), room: roomIn(all) };
}

/** A note as it was kept: "2026-11-30 Mira Oakes", and its text below. */
function readNote(value: string): Omit<PrivateNote, 'repId'> {
  const [first = '', ...text] = value.split('\n');
  return { savedOn: first.slice(0, 10), name: first.slice(11), text: text.join('\n') };
}

function roomIn(all: Record<string, string>): number {
  const used = Object.entries(all).reduce((sum, [key, value]) => sum + bytesOf(key) + bytesOf(value), 0);
  return Math.max(0, STORE_MOST_BYTES - used);
}

function alone<T>(act: () => T): T {
  const lock = LockService.getUserLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) stop('busy');
  try {
    return act();
  } finally {
    lock.releaseLock();
  }
}

/** Asks the own store; stops by a code of our own where Google refuses, in whatever language it says so. */
function asked<T>(act: (store: Store) => T): T {
  try {
    return act(PropertiesService.getUserProperties());
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    console.error(`the store of notes: ${detail}`);
    return stop('noteRefused', undefined, { detail });
  }
}
