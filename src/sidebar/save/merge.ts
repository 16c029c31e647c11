/** A fresh screen laid under what is being typed, and rows and texts by their keys. */
import type { BlockView, MeetingScreen, RowView, SectionView, TextView } from '../../contract/state';
import type { Cells, CellValue, Field } from '../../core/shared/fields';
import { FIELDS } from '../../core/shared/fields';

/**
 * A fresh screen in which everything that is as before is the very same object as before: what has not changed is not
 * drawn again, and the field that is being typed in stays untouched.
 */
export function sharedWith(before: MeetingScreen, fresh: MeetingScreen): MeetingScreen {
  const rows = shareList(before.block.commitments, fresh.block.commitments);
  const sections = fresh.block.sections.map((section) => {
    const old = before.block.sections.find((s) => s.id === section.id);
    if (!old) return section;
    const fields = sameContent(old.fields, section.fields) ? old.fields : section.fields;
    const shared = { ...section, fields, rows: shareList(old.rows, section.rows) };
    return sameContent({ ...old, rows: [] }, { ...shared, rows: [] }) && sameItems(old.rows, shared.rows)
      ? old
      : shared;
  });
  const growth = { ...fresh.block.growth, rows: shareList(before.block.growth.rows, fresh.block.growth.rows) };
  const months = fresh.months ?? before.months;
  return {
    ...fresh,
    ...(months ? { months } : {}),
    block: { ...fresh.block, commitments: rows, growth, sections },
  };
}

/** A block that does not know Setup, with what the one before says of its KPIs: unit, kind, and what is better. */
export function withSetupOf(before: BlockView, fresh: BlockView): BlockView {
  const known = new Map(before.sections.flatMap(({ rows }) => rows).map((row) => [row.key, row.kpi]));
  const rowWith = (row: RowView): RowView => {
    const kpi = known.get(row.key);
    if (!row.kpi || !kpi) return row;
    const { unit, kind, better, benchmark } = kpi;
    return { ...row, kpi: { ...row.kpi, unit, kind, better, ...(benchmark === undefined ? {} : { benchmark }) } };
  };
  return {
    ...fresh,
    sections: fresh.sections.map((section) =>
      section.kind === 'kpis' ? { ...section, rows: section.rows.map(rowWith) } : section,
    ),
  };
}

function shareList(before: RowView[], fresh: RowView[]): RowView[] {
  const known = new Map(before.map((row) => [row.key, row]));
  const rows = fresh.map((row) => {
    const old = known.get(row.key);
    return old && sameContent(old, row) ? old : row;
  });
  return sameItems(before, rows) ? before : rows;
}

function sameContent(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sameItems(a: RowView[], b: RowView[]): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}

const laidOver = new WeakMap<RowView, { cells: Cells; row: RowView }>();

/** The row with unsent edits laid over it. The same row with the same edits gives the same object again. */
export function withEdits(row: RowView, edits: Cells | undefined): RowView {
  if (!edits) return row;
  const last = laidOver.get(row);
  if (last && sameContent(last.cells, edits)) return last.row;
  const laid: RowView = { ...row, cells: { ...row.cells, ...edits } };
  laidOver.set(row, { cells: edits, row: laid });
  return laid;
}

const drafts = new Map<string, RowView>();

/** A row that has been begun here and is not in the sheet yet. */
export function draftRow(key: string): RowView {
  let row = drafts.get(key);
  if (!row) {
    row = { key, cells: {}, at: {}, formulas: [] };
    drafts.set(key, row);
  }
  return row;
}

/**
 * What a list of rows looks like: the sheet's rows in their order, then those begun here that the sheet does not have
 * yet. `belongs` says which keys of the edits are of this list.
 */
export function listedRows(
  rows: RowView[],
  begun: readonly string[],
  edits: Map<string, Cells>,
  belongs: (key: string) => boolean,
): RowView[] {
  const there = new Set(rows.map((row) => row.key));
  const extra = new Set([...begun, ...[...edits.keys()].filter(belongs)].filter((key) => !there.has(key)));
  return [...rows, ...[...extra].map(draftRow)].map((row) => withEdits(row, edits.get(row.key)));
}

/** Section of a row key: "existing" of "existing:k3". Commitments have "todo". */
export function sectionOfKey(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf(':')));
}

/** Prefix of the row keys of a section: commitments stand in the Conclusion under a name of their own. */
export function keyPrefix(section: Pick<SectionView, 'id' | 'kind'>): string {
  return section.kind === 'conclusion' ? 'todo' : section.id;
}

/** A key for a new row: the first spare one of the section that is not in use here, else one of its own. */
export function newRowKey(section: SectionView, taken: ReadonlySet<string>, random: () => number): string {
  const spare = section.spareKeys.find((key) => !taken.has(key));
  return spare ?? `${keyPrefix(section)}:${randomId(random)}`;
}

/** Eight random letters and digits, the first a letter: a sheet would read 12345678 or 1e5 as a number. */
export function randomId(random: () => number): string {
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const rest = Array.from({ length: 7 }, () => Math.floor(random() * 36).toString(36));
  return letter + rest.join('');
}

/** Is this the key of a commitment? They stand in the Conclusion under a name of their own. */
export function isCommitment(key: string): boolean {
  return key.startsWith('todo:');
}

/** Is this the key of a row that is open, done or dropped: a commitment or a line of development? */
export function hasOwnStates(key: string): boolean {
  return isCommitment(key) || key.startsWith(`${DEVELOPMENT_ID}:`);
}

/** Id of the lines of development: the prefix of their keys. They are no step of the meeting. */
const DEVELOPMENT_ID = 'grow';

/** The lines of development in the form of a section, so that they are listed and edited like any other rows. */
export function developmentSection({ block }: MeetingScreen): SectionView {
  return {
    id: DEVELOPMENT_ID,
    kind: 'growth',
    name: '',
    question: '',
    minutes: null,
    number: 0,
    ...block.growth,
  };
}

/** The sections of the meeting, and the lines of development behind them. */
export function allSections(screen: MeetingScreen): SectionView[] {
  return [...screen.block.sections, developmentSection(screen)];
}

/** The text with this key: of the Conclusion, of what is prepared, or the plan. */
export function textOf({ block }: MeetingScreen, key: string): TextView | undefined {
  return [
    ...Object.values(block.conclusion),
    ...Object.values(block.prepare),
    block.seen,
    block.brings,
    block.plan,
  ].find((text): text is TextView => text?.key === key);
}

/** True when nothing at all stands in these cells. */
export function isBlankCells(cells: Cells): boolean {
  return FIELDS.every((field) => String(cells[field] ?? '').trim() === '');
}

/** The value of a cell as the screen has it: rows, commitments, and the texts (field `when` of their key). */
export function serverValue(screen: MeetingScreen, key: string, field: Field): CellValue {
  const text = textOf(screen, key);
  if (text) return field === 'when' ? text.value : '';
  return serverRow(screen, key)?.cells[field] ?? '';
}

/** The row with this key as the server last sent it. */
export function serverRow(screen: MeetingScreen, key: string): RowView | undefined {
  for (const { rows } of allSections(screen)) {
    const row = rows.find((r) => r.key === key);
    if (row) return row;
  }
  return screen.block.commitments.find((r) => r.key === key);
}
