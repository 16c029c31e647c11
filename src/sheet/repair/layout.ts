import { knownSection, type Section } from '../../core/shared/agenda';
import { type MonthKey, monthTitle } from '../../core/shared/month';
import { COL, KEY } from '../grid/grid';
import { HIDDEN } from '../grid/hidden';
import { BAND_DAY } from '../month/look';
import { SECTION_LABEL } from '../month/own-words';
import { BAND_STATE, type BlockPlan, IN_PROGRESS, type PlannedRow } from '../month/plan';
import type { MonthLines } from './check-months';
import { type Displaced, displacedFrom } from './displaced';
import { frameName, type SeenRow } from './frame-cells';
import { MonthRows, type RowsInput } from './month-rows';
import type { Note } from './notes';
import { addedLine, isBlankLine, type Line, prefixOf, setKey } from './tab-lines';
import { keyIn, plannedItem, type Standing, type Unit, unitsOf } from './units';

/** A month's rows, put in order but not yet compared with its plan. */
export interface LaidOut {
  month: MonthKey;
  isNewest: boolean;
  /** It is to have other sections than it had: their headings are Setup's, word for word. */
  isChanged: boolean;
  /** The agenda that the month has on the sheet, or is to have. */
  agenda: Section[];
  /** Rows of the frame by key, those that are missing left out. */
  frame: ReadonlyMap<string, Line>;
  standing: Standing;
  /** What a plan of the month takes as `standing`. */
  keys: Readonly<Record<string, readonly string[]>>;
  /** Second rows of the frame: they go. */
  doomed: Line[];
  /** Copies, and empty rows below the end. */
  after: readonly Line[];
}

export interface LayOutInput extends Pick<RowsInput, 'idFor' | 'zone' | 'note'> {
  month: MonthLines;
  /** Sections as Setup has them now. */
  sections: readonly Section[];
  /** Those that the month is to have; left out where it keeps its own. */
  agenda: readonly Section[] | undefined;
  isNewest: boolean;
  /** KPIs that the month has to have. */
  kpis: readonly { id: string; name: string }[];
  /** Rows with text that belong nowhere, to be put into this month. */
  orphans: readonly Line[];
  /** Texts that stood where nobody reads them, outside of the months. */
  displaced: readonly Displaced[];
  plan: (agenda: readonly Section[], standing: LaidOut['keys']) => BlockPlan;
  isOwnElsewhere: SeenRow['isOwnElsewhere'];
  /** Text in a row's hidden cells. */
  hiddenTexts: (line: Line, unit: string) => Displaced[];
}

/**
 * Puts a month's rows in order: every row of the frame once, every other row under the heading that it stands under (or,
 * where the frame itself is out of order, under the one that its key names). Texts that stand where the add-on's own words
 * belong get rows of their own.
 */
export function layOutMonth(input: LayOutInput): LaidOut {
  const { month, note } = input;
  const before = [...month.lines, ...month.strays];
  const stands = agendaOf(before, input.sections, month.strays.length > 0);
  const agenda = input.agenda ? [...input.agenda] : stands;
  const gone = rowsOf(
    stands.filter(({ id }) => !agenda.some((section) => section.id === id)),
    before,
  );
  const all = before.filter((line) => !gone.includes(line));
  const units = unitsOf(input.plan(agenda, standingOf(all)), agenda);
  const { frame, doubles, inOrder } = pickFrame(all, month, units);
  const rows = new MonthRows({ ...input, units });
  const above = rows.place(all, new Set(frame.values()), doubles, inOrder);
  for (const line of gone) rows.drop(line);
  for (const orphan of input.orphans) rows.adoptOrphan(orphan);
  for (const text of input.displaced) rows.addText(text);
  const planOf = plannedRows(units);
  for (const line of all) {
    const planned = planOf(line);
    const place = planned && frameName(planned, line.key, agenda);
    const unit = above.get(line) ?? '';
    if (planned && place) {
      const seen = { ...input, line, planned, month: month.month };
      for (const text of displacedFrom(seen, place, unit, doubles.has(line), input)) rows.addText(text);
    }
    for (const text of input.hiddenTexts(line, unit)) rows.addText(text);
    if (!doubles.has(line)) continue;
    note('double', line, COL.who, place);
    rows.drop(line);
  }
  for (const [key, line] of frame)
    if (
      line.month !== month.month ||
      line.values[HIDDEN.month - 1] !== month.month ||
      line.texts[HIDDEN.key - 1] !== key
    )
      setKey(line, key, month.month);
  for (const { id, name } of input.kpis) rows.addKpi(id, name);
  for (const section of agenda) if (!stands.some(({ id }) => id === section.id)) rows.addSpares(section);
  const missing = [...units.flatMap((unit) => unit.frame.map(keyIn))].filter((key) => !frame.has(key));
  const standing = rows.standing(new Set(missing));
  return {
    month: month.month,
    isNewest: input.isNewest,
    isChanged: input.agenda !== undefined,
    agenda,
    frame,
    standing,
    keys: keysOf(standing),
    doomed: [...gone, ...doubles].filter((line) => line.doomed),
    after: [...standing.after, ...month.after],
  };
}

/** The rows of sections that the month is not to have any more. A row with text is none of them. */
function rowsOf(sections: readonly Section[], lines: readonly Line[]): Line[] {
  const gone = sections.flatMap(({ id, kind }) => {
    const top = lines.findIndex(({ key }) => key === KEY.section(id));
    const own = (key: string) =>
      [KEY.section(id), KEY.header(id)].includes(key) ||
      (kind === 'kpis' && (prefixOf(key) === 'kpis' || [KEY.pipeline, KEY.closing, KEY.text('plan')].includes(key)));
    const isOfIt = (line: Line) => own(line.key) || (prefixOf(line.key) === id && isBlankLine(line));
    const gap = lines[top - 1];
    return [...(gap?.key === KEY.gap && isBlankLine(gap) ? [gap] : []), ...lines.filter(isOfIt)];
  });
  return gone;
}

/** Each row of the frame once, the one in the month's own stretch first. */
function pickFrame(all: readonly Line[], month: MonthLines, units: readonly Unit[]) {
  const order = new Map(units.flatMap(({ frame }) => frame).map((row, n) => [keyIn(row), n]));
  const frame = new Map<string, Line>();
  const doubles = new Set<Line>();
  for (const line of all) {
    if (!order.has(line.key)) continue;
    if (frame.has(line.key)) doubles.add(line);
    else frame.set(line.key, line);
  }
  const places = month.lines
    .filter((line) => frame.get(line.key) === line)
    .map((line) => order.get(line.key) as number);
  const isRising = places.every((place, n) => n === 0 || place > (places[n - 1] as number));
  return { frame, doubles, inOrder: month.strays.length === 0 && isRising };
}

/** What a plan has for a row as it stands: for one of the frame by its key, for another one by its section. */
function plannedRows(units: readonly Unit[]): (line: Line) => PlannedRow | undefined {
  const frame = new Map(units.flatMap((unit) => unit.frame).map((row) => [keyIn(row), row]));
  const items = new Map(units.flatMap((unit) => unit.items).map((row) => [keyIn(row), row]));
  return (line) => {
    const unit = units.find(({ id }) => id === unitIdOf(line));
    return frame.get(line.key) ?? items.get(line.key) ?? (unit && plannedItem(unit));
  };
}

function unitIdOf({ key }: Line): string {
  const prefix = prefixOf(key);
  return prefix === 'todo' ? 'conclusion' : prefix;
}

/** KPIs need their formulas to be told apart from what somebody typed. */
function standingOf(lines: readonly Line[]): LaidOut['keys'] {
  const keys = lines.map((line) => line.key).filter((key) => key.startsWith('kpis:'));
  return { [KEY.header('kpis')]: [...new Set(keys)] };
}

function keysOf({ below }: Standing): LaidOut['keys'] {
  return Object.fromEntries([...below].map(([key, lines]) => [key, lines.map((line) => line.key)]));
}

/** A month's rows as its plan wants them, each with what the plan has for it; those that are missing are added. */
export function fillPlan({ month, standing, frame, agenda }: LaidOut, plan: BlockPlan, note: Note): Line[] {
  const queues = new Map([...standing.below].map(([key, lines]) => [key, [...lines]]));
  let anchor = '';
  return plan.rows.map((planned, index) => {
    const key = keyIn(planned);
    if (planned.kind === 'item' || planned.kind === 'spare') {
      const line = queues.get(anchor)?.shift() as Line;
      line.planned = key === '' || key === KEY.gap ? null : planned;
      return line;
    }
    if (planned.kind === 'gap') {
      const next = plan.rows[index + 1];
      const line = standing.gaps.get(next ? keyIn(next) : '') ?? addedLine(KEY.gap, month);
      const name = next ? `the empty row above ${frameName(next, keyIn(next), agenda)}` : 'the empty row below its end';
      if (line.isAdded) note('missing', line, COL.who, name);
      else if (line.key !== KEY.gap) {
        note('lostKey', line, COL.who);
        setKey(line, KEY.gap, month);
      }
      line.planned = line.isAdded ? planned : null;
      return line;
    }
    anchor = key;
    const line = frame.get(key) ?? missingRow(standing.free.get(key), key, month);
    if (!frame.has(key)) note('missing', line, COL.who, `${frameName(planned, key, agenda)} in ${monthTitle(month)}`);
    line.planned = planned.kind === 'band' ? { ...planned, format: dayFormat(line) } : planned;
    return line;
  });
}

/** How the band shows its day. */
function dayFormat({ texts }: Line): string {
  if (texts[COL.next - 1] === IN_PROGRESS) return BAND_DAY.running;
  const state = texts[HIDDEN.state - 1];
  return state === BAND_STATE.finished || state === BAND_STATE.reopened ? BAND_DAY.held : BAND_DAY.planned;
}

/** A row that is missing: an empty one that stands there already, or a new one. */
function missingRow(free: Line | undefined, key: string, month: MonthKey): Line {
  const line = addedLine(key, month);
  return free ? Object.assign(free, { ...line, origin: free.origin }) : line;
}

/**
 * The sections that a month has on the sheet, in the order of their headings (where rows came back from other months,
 * of the numbers that those say); the Conclusion is always last.
 */
function agendaOf(lines: readonly Line[], known: readonly Section[], isScattered: boolean): Section[] {
  const order: string[] = [];
  const label = new Map<string, string>();
  const number = new Map<string, number>();
  const question = new Map<string, string>();
  for (const line of lines) {
    if (!line.key.startsWith('section:')) continue;
    const id = line.key.slice(8);
    if (!order.includes(id)) order.push(id);
    if (!question.has(id)) question.set(id, line.texts[COL.when - 1] as string);
    const named = SECTION_LABEL.exec(line.texts[COL.who - 1] as string);
    if (!named || label.has(id)) continue;
    label.set(id, named[1] as string);
    number.set(id, Number.parseInt(named[0], 10));
  }
  // Rows of a section that has lost its heading still say which it was.
  for (const [at, line] of lines.entries()) {
    const id = line.key.startsWith('header:') ? line.key.slice(7) : isBlankLine(line) ? '' : prefixOf(line.key);
    if (['', 'grow', 'todo'].includes(id) || order.includes(id)) continue;
    if (!line.key.startsWith('header:') && !knownSection(id) && !known.some((section) => section.id === id)) continue;
    const next = lines.slice(at).find((other) => other.key.startsWith('section:'));
    const place = next ? order.indexOf(next.key.slice(8)) : -1;
    order.splice(place < 0 ? order.length : place, 0, id);
  }
  const rank = (id: string) => number.get(id) ?? known.findIndex((section) => section.id === id) + 1;
  if (isScattered) order.sort((a, b) => rank(a) - rank(b));
  return [...order.filter((id) => id !== 'conclusion'), 'conclusion'].map((id) => {
    const section = known.find((one) => one.id === id) ?? knownSection(id);
    const name = label.get(id);
    // Setup no longer has it: only the month itself says what it asks.
    if (!section) return { id, kind: 'notes', name: name ?? 'Section', question: question.get(id) ?? '', minutes: 5 };
    return name ? { ...section, name } : section;
  });
}
