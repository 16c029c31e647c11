/** What a person does with rows: edit, begin, close, empty, park, decide. */
import { batch } from '@preact/signals';
import type { MeetingScreen, RowView, SectionView } from '../../contract/state';
import type { Cells, CellValue, Field } from '../../core/shared/fields';
import { FIELDS } from '../../core/shared/fields';
import { parking } from '../meeting/state';
import { announce } from '../page/notices';
import { meeting, pin, type View } from '../page/view';
import { begun, deferred, openKey } from '../rows/state';
import { keepThought } from './keep';
import {
  allSections,
  developmentSection,
  isBlankCells,
  keyPrefix,
  newRowKey,
  randomId,
  sectionOfKey,
  serverRow,
  serverValue,
  textOf,
} from './merge';
import { type ConflictChoice, decided } from './outcomes';
import { type Conflict, type Refused, sameCell, typed } from './queue';
import { labelOf, noteTyping, queueTyped, saveNow, saveSoon, setQueue } from './saver';
import { editBaselines, edits, queue } from './state';
import { endText, noteDone, offerUndo } from './undo';
import { saveWords } from './words';

const cellId = (key: string, field: Field) => `${key} ${field}`;

/** The field that the cursor stands in, and what it showed when the cursor came. */
let entered: { id: string; shown: CellValue } | null = null;

/** The cursor enters a field: from now on its edits are against what it shows. */
export function beginEdit(key: string, field: Field, shown: CellValue): void {
  editBaselines.set(cellId(key, field), shown);
  entered = { id: cellId(key, field), shown };
}

/** The cursor leaves a field: what was typed there is one step for Undo. */
export function endEdit(key: string, field: Field): void {
  editBaselines.delete(cellId(key, field));
  noteTyping(null);
  const before = entered?.id === cellId(key, field) ? entered.shown : undefined;
  entered = null;
  const now = displayedValue(key, field);
  if (before !== undefined && before !== now && !endText(key, field))
    noteDone(saveWords.typedInto(labelOf({ key, field })), () => putRowBack(key, field, now, before), {
      row: key,
      field,
    });
  saveNow();
}

/** What a cell shows: what is typed here, else what the sheet holds. */
function displayedValue(key: string, field: Field): CellValue {
  const m = meeting.peek();
  return edits.peek().get(key)?.[field] ?? (m ? serverValue(m, key, field) : '');
}

/** Writes what a cell held before; false when it no longer holds what was written here. */
function putRowBack(key: string, field: Field, now: CellValue, before: CellValue): boolean {
  if (displayedValue(key, field) !== now) return false;
  edit(key, field, before);
  saveNow();
  return true;
}

/** Writes a value in one go, by a click beside the field. */
export function editAtOnce(key: string, field: Field, value: CellValue): void {
  const before = displayedValue(key, field);
  if (before === value) return;
  edit(key, field, value);
  noteDone(saveWords.typedInto(labelOf({ key, field })), () => putRowBack(key, field, value, before), { row: key });
  saveNow();
}

/** Shows Undo for a text that is being typed: what stands there by then goes as a whole. */
export function offerUndoOfText(key: string, field: Field, before: CellValue, text: string): void {
  offerUndo(text, () => putRowBack(key, field, displayedValue(key, field), before), { row: key, field, isOpen: true });
}

/** Keys of rows that have been typed into: never handed out again as empty, whatever has become of them since. */
const typedInto = new Set<string>();

/** Takes up a new value for a cell. Nothing is sent for a value that the sheet holds already. */
export function edit(key: string, field: Field, value: CellValue): void {
  const m = meeting.peek();
  if (!m) return;
  typedInto.add(key);
  const was = editBaselines.get(cellId(key, field)) ?? serverValue(m, key, field);
  const isNew = !serverRow(m, key) && !textOf(m, key);
  const next = typed(queue.peek(), { key, field, was, now: value });
  const fresh = isNew && !next.fresh.includes(key) && value !== '' ? [...next.fresh, key] : next.fresh;
  queueTyped({ ...next, fresh });
  saveSoon();
}

/** Notes what stands in a field that is read only once it is left: the storage has it at the key stroke. */
export function typingIn(key: string, field: Field, value: CellValue): void {
  const m = meeting.peek();
  if (m)
    noteTyping({ key, field, was: editBaselines.get(cellId(key, field)) ?? serverValue(m, key, field), now: value });
}

/** Begins a row in a section and opens it. */
export function beginRow(sectionId: string): void {
  const section = pageSections().find((s) => s.id === sectionId);
  if (!section) return;
  const keys = begun.peek()[section.id] ?? [];
  const empty = keys.find((key) => !typedInto.has(key));
  const key = empty ?? newRowKey(section, takenKeys(), Math.random);
  batch(() => {
    if (!empty) begun.value = { ...begun.peek(), [section.id]: [...keys, key] };
    openKey.value = key;
  });
}

function pageSections(): SectionView[] {
  const m = meeting.peek();
  return m ? allSections(m) : [];
}

function takenKeys(): Set<string> {
  const rows = pageSections().flatMap((s) => s.rows);
  return new Set([
    ...rows.map((row) => row.key),
    ...(meeting.peek()?.block.commitments.map((row) => row.key) ?? []),
    ...Object.values(begun.peek()).flat(),
    ...edits.peek().keys(),
  ]);
}

/** Opens a row for editing, and closes the one that was open. */
export function openRow(key: string): void {
  closeRow();
  openKey.value = key;
}

/** Closes the open row; one that was begun and left empty goes. What was typed is kept. */
export function closeRow(): void {
  const key = openKey.peek();
  if (key === null) return;
  saveNow();
  batch(() => {
    openKey.value = null;
    if (!isBlankCells(edits.peek().get(key) ?? {})) return;
    begun.value = Object.fromEntries(
      Object.entries(begun.peek()).map(([section, keys]) => [section, keys.filter((k) => k !== key)]),
    );
  });
}

/** Writes a value in one go, with an Undo in the dock: a status by key or chip, a commitment ticked off. */
export function editWithUndo(row: RowView, field: Field, value: CellValue, text: string): void {
  const before = row.cells[field] ?? '';
  if (before === value) return;
  edit(row.key, field, value);
  saveNow();
  offerUndo(text, () => putRowBack(row.key, field, value, before), { row: row.key });
  announce(saveWords.undoSaid(text));
}

/** Empties every field of a row that a person may write, with Undo. The sheet keeps the row as a spare one. */
export function emptyRow(row: RowView, fields: Field[]): void {
  const before = fields.map((field) => [field, row.cells[field] ?? ''] as const);
  for (const [field] of before) edit(row.key, field, '');
  openKey.value = null;
  saveNow();
  const putAllBack = () => before.map(([field, value]) => putRowBack(row.key, field, '', value)).includes(true);
  offerUndo(saveWords.rowEmptied, putAllBack, { row: row.key });
  announce(saveWords.undoSaid(saveWords.rowEmptied));
}

/** The section that parked thoughts go to. */
export function topicsSection(): SectionView | undefined {
  return meeting.peek()?.block.sections.find((s) => s.kind === 'topics');
}

/** Writes a row of its own into a section, without leaving the page; returns its key. Blank cells are left out. */
export function writeRow(section: SectionView, cells: Cells): string {
  const key = newRowKey(section, takenKeys(), Math.random);
  for (const field of FIELDS) {
    const value = cells[field] ?? '';
    if (value !== '' && writable(section, field)) edit(key, field, value);
  }
  saveNow();
  return key;
}

/** Writes a coaching plan as a row of its own, in one save; returns its key. `coaching`: what it is about. */
export function writePlan(m: MeetingScreen, cells: Cells, coaching: string): string {
  // Not into a waiting row, whose cells are written one by one: a row of its own goes by one stroke.
  const key = `${developmentSection(m).id}:${randomId(Math.random)}`;
  typedInto.add(key);
  let next = queue.peek();
  for (const field of FIELDS) {
    const now = cells[field] ?? '';
    if (now !== '') next = typed(next, { key, field, was: '', now, coaching });
  }
  setQueue({ ...next, fresh: [...next.fresh, key] });
  saveNow();
  return key;
}

/** Takes a row back that was written here: its cells are emptied, the sheet keeps a spare row. */
export function takeRowBack(section: SectionView, key: string): void {
  const m = meeting.peek();
  if (!m) return;
  const now = { ...serverRow(m, key)?.cells, ...edits.peek().get(key) };
  for (const field of FIELDS) if ((now[field] ?? '') !== '' && writable(section, field)) edit(key, field, '');
  saveNow();
}

/** Puts a thought under the topics without leaving the section. */
export function park(text: string): void {
  const section = topicsSection();
  parking.value = false;
  if (!section || text.trim() === '') return;
  const key = writeRow(section, { who: text.trim() });
  noteDone(saveWords.parked(section.name), () => takeRowBack(section, key), { row: key });
  keepThought(pin.peek(), '');
  announce(saveWords.parked(section.name));
}

/** The person has chosen which of two texts stays. */
export function resolveConflict(conflict: Conflict, choice: ConflictChoice): void {
  const next = decided(queue.peek(), conflict, choice);
  setQueue(next);
  // The field shows the chosen text from now on, and a text that waits keeps the sheet's as its `was`.
  editBaselines.delete(cellId(conflict.key, conflict.field));
  announce(choice === 'theirs' ? saveWords.keptTheirs : saveWords.keptYours);
  saveNow();
}

/** The conflict cards of a row are put away; the dock counts them. */
export function decideLater(key: string): void {
  deferred.value = new Set([...deferred.peek(), key]);
}

/** Brings all put away conflicts back. Returns the key of the first. */
export function decideNow(): string | null {
  deferred.value = new Set();
  return queue.peek().conflicts[0]?.key ?? null;
}

/** A notice about a formula or a refused text has been read. */
export function dismissRefused(refused: Refused): void {
  setQueue({ ...queue.peek(), refused: queue.peek().refused.filter((r) => !sameCell(r, refused)) });
}

/** The text of a row that has left the sheet becomes a new row. */
export function restoreAsRow(key: string): void {
  const lost = queue.peek().orphaned.find((h) => h.key === key);
  const section = sectionOfRow(key);
  discardOrphan(key);
  if (!lost || !section) return;
  writeRow(section, lost.cells);
}

/** The text of a row that has left the sheet is given up. */
export function discardOrphan(key: string): void {
  setQueue({ ...queue.peek(), orphaned: queue.peek().orphaned.filter((h) => h.key !== key) });
}

/** The section that a row key belongs to. */
function sectionOfRow(key: string): SectionView | undefined {
  const prefix = sectionOfKey(key);
  return pageSections().find((s) => keyPrefix(s) === prefix);
}

/** The step of the meeting that the lines of development are shown in: with the topics, else before the Conclusion. */
export function developmentStep(m: MeetingScreen): SectionView | undefined {
  const steps = m.block.sections.filter((s) => s.kind !== 'conclusion');
  return steps.find((s) => s.kind === 'topics') ?? steps[steps.length - 1];
}

/** The page on which a key can be seen. */
export function pageOf(key: string): View {
  const m = meeting.peek();
  if (!m) return { at: 'home' };
  const { block } = m;
  if (Object.values(block.prepare).some((text) => text.key === key)) return { at: 'prepare' };
  const section =
    block.plan?.key === key
      ? block.sections.find((s) => s.kind === 'kpis')
      : textOf(m, key)
        ? block.sections.find((s) => s.kind === 'conclusion')
        : sectionOfRow(key);
  const step = section?.id === developmentSection(m).id ? developmentStep(m) : section;
  return step ? { at: 'section', id: step.id } : { at: 'home' };
}

function writable(section: SectionView, field: Field): boolean {
  return section.fields.some((f) => f.field === field && f.type !== 'computed');
}
