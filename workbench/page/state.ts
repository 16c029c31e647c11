/** What the page shows around the sheet. */
import { signal } from '@preact/signals';
import type { TriggerSettings } from '../runtime/simple-triggers';
import type { AddedMenu, CellLink, GroupsBySheet, Person, ProjectInfo, Role, RunReport } from '../server/protocol';

export interface OpenFrame {
  id: string;
  where: 'sidebar' | 'modal' | 'modeless';
  title: string;
  width: number;
  height: number;
}

export interface Question {
  id: number;
  kind: 'alert' | 'prompt';
  title: string;
  prompt: string;
  buttons: string[];
}

export interface Note {
  id: number;
  title: string;
  message: string;
}

export type SaveState = 'connecting' | 'saving' | 'saved' | 'trouble' | 'offline';

export const user = signal('');
export const role = signal<Role>('viewer');
export const people = signal<Person[]>([]);
export const fileName = signal('');
export const project = signal<ProjectInfo>({ name: '', hasSample: false });
export const frameOrigin = signal('');
export const menus = signal<AddedMenu[]>([]);
export const menuTrouble = signal<string | null>(null);
export const isOnline = signal(false);
export const diskTrouble = signal('');
/** Own edits that are not known to be on disk. */
export const unsavedEdits = signal(0);
export const isDiskBusy = signal(false);
export const sidebar = signal<OpenFrame | null>(null);
export const dialog = signal<OpenFrame | null>(null);
/** Where the cell that was selected when the server told leads. */
export const link = signal<CellLink | null>(null);
export const questions = signal<Question[]>([]);
export const toasts = signal<Note[]>([]);
export const troubles = signal<Note[]>([]);
export const groups = signal<GroupsBySheet>({});
export const runs = signal<RunReport[]>([]);
/** How simple triggers run; null before the server has told. */
export const triggers = signal<TriggerSettings | null>(null);

let notes = 0;

/** A note at the bottom right that goes by itself; negative seconds keep it. */
export function addToast(title: string, message: string, seconds: number): void {
  const note = { id: ++notes, title, message };
  // Google shows one at a time: a new one takes the place of the old.
  toasts.value = [note];
  if (seconds >= 0) setTimeout(() => dropToast(note.id), seconds * 1000);
}

export function dropToast(id: number): void {
  toasts.value = toasts.value.filter((note) => note.id !== id);
}

/** Something to read; stays until it is closed, or for some seconds. */
export function addTrouble(title: string, message: string, seconds = Number.POSITIVE_INFINITY): void {
  if (troubles.value.some((note) => note.title === title && note.message === message)) return;
  const note = { id: ++notes, title, message };
  troubles.value = [...troubles.value, note];
  if (Number.isFinite(seconds)) setTimeout(() => dropTrouble(note.id), seconds * 1000);
}

export function dropTrouble(id: number): void {
  troubles.value = troubles.value.filter((note) => note.id !== id);
}
