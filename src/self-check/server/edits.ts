/** What Google tells a simple trigger, noted while the self-check listens. */
import type { NotedEdit } from '../state';

/** Notes what Google tells onEdit while somebody tries edits by hand: kept in the file's properties, for ten minutes. */

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

const KEY = 'selfCheck.edits';
const LISTEN_MS = 600_000;
const MOST = 12;

interface Notes {
  until: number;
  edits: NotedEdit[];
}

/** Begins to listen, with nothing noted. */
export function listen(): void {
  keep({ until: Date.now() + LISTEN_MS, edits: [] });
}

/** Stops listening; gives what was noted. */
export function stopListening(): NotedEdit[] {
  const edits = kept()?.edits ?? [];
  PropertiesService.getDocumentProperties().deleteProperty(KEY);
  return edits;
}

/** What has been noted so far. */
export function notedEdits(): NotedEdit[] {
  return kept()?.edits ?? [];
}

/** Takes one edit down, if somebody listens. A simple trigger: without rights it touches nothing. */
export function noteEdit(event: EditEvent): void {
  if (event.authMode === ScriptApp.AuthMode.NONE) return;
  const notes = kept();
  if (!notes || notes.until < Date.now() || notes.edits.length >= MOST) return;
  keep({ ...notes, edits: [...notes.edits, noteOf(event)] });
}

function noteOf(event: EditEvent): NotedEdit {
  const email = event.user?.getEmail?.();
  return {
    at: new Date().toISOString().slice(11, 19),
    cells: event.range.getA1Notation(),
    value: kindOf(event.value),
    oldValue: kindOf(event.oldValue),
    authMode: String(event.authMode),
    user: email === undefined ? 'none' : email === '' ? 'blank' : 'has an address',
  };
}

function kindOf(value: unknown): string {
  return value === undefined ? 'none' : `${typeof value} ${JSON.stringify(value).slice(0, 24)}`;
}

function kept(): Notes | null {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  return text ? (JSON.parse(text) as Notes) : null;
}

function keep(notes: Notes): void {
  PropertiesService.getDocumentProperties().setProperty(KEY, JSON.stringify(notes));
}
