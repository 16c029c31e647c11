/** Notes on cells. */
import type { Book } from './book';
import type { Rect } from './engine';
import { type GridChange, shiftIndex } from './shift';
import { RemoveNoteMutation, UpdateNoteMutation } from './univer';

/** A note with its place, from 0. */
export interface PlacedNote {
  id: string;
  row: number;
  col: number;
  note: string;
  width: number;
  height: number;
}

function all(book: Book, key: string): PlacedNote[] {
  return Array.from(book.host.notes.getSheetNotes(book.host.unitId, key)?.values() ?? []);
}

function inside(note: PlacedNote, rect: Rect): boolean {
  const row = note.row + 1 - rect.row;
  const col = note.col + 1 - rect.col;
  return row >= 0 && col >= 0 && row < rect.rows && col < rect.cols;
}

/** The notes of a rectangle, '' where there is none. */
export function readNotes(book: Book, sheetId: number, rect: Rect): string[][] {
  const notes = Array.from({ length: rect.rows }, () => new Array<string>(rect.cols).fill(''));
  for (const note of all(book, book.find(sheetId).key)) {
    if (inside(note, rect)) notes[note.row + 1 - rect.row]![note.col + 1 - rect.col] = note.note;
  }
  return notes;
}

/** Sets notes from a cell on; null and '' take a note away. */
export function writeNotes(book: Book, sheetId: number, row: number, col: number, notes: (string | null)[][]): void {
  const { key } = book.find(sheetId);
  const known = new Map(all(book, key).map((note) => [`${note.row},${note.col}`, note]));
  notes.forEach((line, r) => {
    line.forEach((text, c) => {
      const place = { row: row - 1 + r, col: col - 1 + c };
      const old = known.get(`${place.row},${place.col}`);
      if (text) {
        const note = old ?? {
          id: `n${key}-${place.row}-${place.col}-${Date.now().toString(36)}`,
          width: 160,
          height: 72,
        };
        book.run(UpdateNoteMutation.id, key, { sheetId: key, ...place, note: { ...note, ...place, note: text } });
      } else if (old) book.run(RemoveNoteMutation.id, key, { sheetId: key, noteId: old.id, ...place });
    });
  });
}

/** Takes every note of a rectangle away. */
export function clearNotes(book: Book, sheetId: number, rect: Rect): void {
  const { key } = book.find(sheetId);
  for (const { id, row, col } of all(book, key).filter((note) => inside(note, rect))) {
    book.run(RemoveNoteMutation.id, key, { sheetId: key, noteId: id, row, col });
  }
}

/** A sheet's notes with the places that they will have. */
export function notesAfter(book: Book, key: string, change: GridChange): PlacedNote[] {
  return all(book, key).flatMap((note) => {
    const index = shiftIndex((change.axis === 'row' ? note.row : note.col) + 1, change);
    if (index === null) return [];
    return [change.axis === 'row' ? { ...note, row: index - 1 } : { ...note, col: index - 1 }];
  });
}

/** Puts notes where they belong after a change of rows or columns: Univer moves them itself, but not always right. */
export function settleNotes(book: Book, key: string, wanted: readonly PlacedNote[]): void {
  const places = new Map(wanted.map((note) => [note.id, note]));
  const astray = all(book, key).filter((note) => {
    const place = places.get(note.id);
    return place?.row !== note.row || place.col !== note.col;
  });
  for (const { id, row, col } of astray) book.run(RemoveNoteMutation.id, key, { sheetId: key, noteId: id, row, col });
  const there = new Set(all(book, key).map((note) => note.id));
  for (const note of wanted) {
    const { id, row, col } = note;
    if (!there.has(id)) book.run(UpdateNoteMutation.id, key, { sheetId: key, row, col, note });
  }
}

/** Puts the notes of one sheet onto another, at the same places. */
export function copyNotes(book: Book, from: string, to: string): void {
  for (const note of all(book, from)) {
    const { row, col } = note;
    book.run(UpdateNoteMutation.id, to, { sheetId: to, row, col, note: { ...note, id: `${note.id}-${to}` } });
  }
}
