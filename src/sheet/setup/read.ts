import { methodSteps } from '../../core/coaching/method';
import { STANDARD_STATUSES, type Status } from '../../core/deal/carry';
import { type ImportMemory, MEMORY_KINDS } from '../../core/import/memory-lines';
import { type Goal, KPI_KINDS, KPI_OVER, type Kpi, ratioParts } from '../../core/kpi';
import type { Problem } from '../../core/problems';
import { isAddress, type Manager, type Rep, sameName, tidyName } from '../../core/roster';
import {
  AGENDA_IDS,
  type AgendaId,
  knownSection,
  RESULTS_AGENDA,
  type Section,
  STANDARD_AGENDA,
} from '../../core/shared/agenda';
import { currencyOf } from '../../core/shared/currencies';
import { isIsoDate, monthOfDate } from '../../core/shared/dates';
import { monthNamed } from '../../core/shared/day-words';
import type { CellValue } from '../../core/shared/fields';
import { fold } from '../../core/shared/fold';
import { BENCHMARK } from '../../core/shared/goal-lines';
import { digestOf } from '../../core/shared/hash';
import { isMonthKey, parseMonth } from '../../core/shared/month';
import { QUESTION_MOMENTS, type Question, STANDARD_QUESTIONS } from '../../core/shared/questions';
import { BETTER } from '../../core/shared/standing';
import { cellText, cellValue, type RawCell } from '../grid/cells';
import { a1 } from '../grid/grid';
import { meansMoving, SETTING, SETUP_COL, SETUP_TABLES, type SetupTable, setupCol, type TableId } from './tables';

/** What Setup says. Lines that cannot be read are left out and named in `problems`. */
export interface Setup {
  tab: string;
  managers: Manager[];
  roster: Rep[];
  agendas: Record<AgendaId, readonly Section[]>;
  kpis: Kpi[];
  /** With the row of each in Setup. */
  goals: (Goal & { row: number })[];
  statuses: Status[];
  /** Weight of an opportunity without a status, 0 to 1; undefined where Setup gives it none. */
  movingWeight: number | undefined;
  settings: Settings;
  /** Further questions for the sections; ours where the tracker has no such table. */
  questions: readonly Question[];
  /** What has been answered at earlier imports. */
  importMemory: ImportMemory[];
  /** Imports of deals, the oldest first. */
  imports: ImportLine[];
  problems: Problem[];
  /** What can be read and is hardly meant so: told, and in nobody's way. */
  doubts: Problem[];
  /** Roster lines that a person typed: they have no id in the sheet yet. */
  unkeyedReps: Rep[];
  /** Sections and KPIs that a person typed: the keys they get, so that they stay the same when they are renamed. */
  unkeyedLines: { row: number; key: string }[];
  /** Where each table lies: header row and the row after its last. */
  places: Partial<Record<TableId, { header: number; end: number }>>;
}

/** What holds for the whole team. */
export interface Settings {
  /** Does the sheet help while somebody types? */
  helps: boolean;
  /** Code of ISO 4217 that all amounts are in; '' where Setup names none. */
  currency: string;
  /** The month (1 to 12) that the year begins in. */
  yearBegins: number;
  /** The month that the tabs' totals were last chained by, and the row of Setup's line that keeps it; 0 where there is none. */
  chainedBy: number;
  yearRow: number;
  /** The steps of the team's own way to sell; [] where Setup names none. */
  method: readonly string[];
}

/** A line of Setup that tells an import. */
export interface ImportLine {
  row: number;
  id: string;
  when: string;
  file: string;
  by: string;
  /** "Mira Oakes: 9 new, 3 changed; Ben Sorrel: 1 new". */
  cameIn: string;
  /** '' unless it was taken back. */
  state: string;
}

interface Line {
  row: number;
  key: string;
  sheetId: number | null;
  cells: Record<string, CellValue>;
  place: (field: string) => { tab: string; cell: string };
}

/**
 * Reads the values of the Setup tab (as from getDataRange().getValues()).
 * @param nameOn what the tab with a sheet id calls its person; asked only where two lines of the roster claim one tab
 */
export function parseSetup(
  values: RawCell[][],
  tab: string,
  zone: string,
  nameOn: (sheetId: number) => string = () => '',
): Setup {
  const problems: Problem[] = [];
  const places: Setup['places'] = {};
  const lines = (id: TableId): Line[] => {
    const table = SETUP_TABLES.find((t) => t.id === id) as SetupTable;
    const found = findTable(values, table);
    if (!found) {
      if (table.optional) return [];
      problems.push({ code: 'setupTableMissing', place: { tab }, about: { table: table.title } });
      return [];
    }
    places[id] = found;
    return withoutCopies(id, readLines(values, table, found, tab, zone));
  };
  /** A section or a KPI that was copied and renamed is a new one; one that stands there twice is named. */
  const withoutCopies = (id: TableId, all: Line[]): Line[] =>
    all.filter((line, index) => {
      const first = all.findIndex((other) => other.key === line.key);
      if (!COPIED.includes(id) || line.key === '' || first === index) return true;
      const name = String(line.cells.name ?? '').trim();
      if (
        name.toLowerCase() !==
        String(all[first]?.cells.name ?? '')
          .trim()
          .toLowerCase()
      ) {
        line.key = '';
        return true;
      }
      problems.push({ code: 'setupLineTwice', place: line.place('name'), about: { name } });
      return false;
    });
  const need = (line: Line, field: string, ok: boolean, expected: string): boolean => {
    if (!ok)
      problems.push({
        code: 'setupUnreadable',
        place: line.place(field),
        about: { text: String(line.cells[field]), expected },
      });
    return ok;
  };
  const day = (line: Line, field: string): string => {
    const value = line.cells[field] ?? '';
    if (value === '' || isIsoDate(value)) return String(value);
    problems.push({ code: 'badDate', place: line.place(field), about: { text: String(value) } });
    return '';
  };
  const word = (line: Line, field: string) => String(line.cells[field] ?? '').trim();
  const oneOf = <T extends string>(line: Line, field: string, words: readonly T[]): T => {
    const said = word(line, field).toLowerCase();
    const fits = words.find((w) => w === said);
    if (!fits && said !== '') need(line, field, false, `It should be one of: ${words.join(', ')}.`);
    return fits ?? (words[0] as T);
  };

  const doubts: Problem[] = [];
  const address = (line: Line): string => {
    const said = word(line, 'email').toLowerCase();
    if (said !== '' && !isAddress(said))
      doubts.push({ code: 'oddAddress', place: line.place('email'), about: { text: word(line, 'email') } });
    return said;
  };
  const managers = lines('managers')
    .filter((line) => word(line, 'name') !== '' || word(line, 'email') !== '')
    .map((line) => ({
      name: tidyName(word(line, 'name')) || word(line, 'email'),
      email: address(line),
    }));

  const roster: Rep[] = [];
  const unkeyedReps: Rep[] = [];
  const rosterLines = lines('roster');
  for (const line of rosterLines) {
    const name = tidyName(word(line, 'name'));
    if (!need(line, 'name', name !== '', 'A line of the roster needs a name.')) continue;
    const twin = roster.find((rep) => sameName(rep.name, name));
    if (twin) {
      problems.push({ code: 'duplicatePerson', place: line.place('name'), about: { name } });
      continue;
    }
    const start = day(line, 'start');
    const end = day(line, 'end');
    // A line that was copied brings the hidden key along: the tab stays with the line that has the name on it.
    const twins = rosterLines.filter((other) => other.key === line.key && line.key.startsWith('rep:'));
    const onTab = twins.length > 1 && line.sheetId !== null ? nameOn(line.sheetId) : '';
    const owner = twins.length > 1 ? twins.find((other) => sameName(word(other, 'name'), onTab)) : line;
    if (!owner) {
      problems.push({ code: 'setupCopies', place: line.place('name'), about: { name: onTab } });
      continue;
    }
    const keyed = line.key.startsWith('rep:') && owner === line;
    const rep: Rep = {
      id: keyed ? line.key.slice(4) : '',
      name,
      email: address(line),
      start,
      end,
      manager: word(line, 'manager'),
      sheetId: keyed ? line.sheetId : null,
      agenda: oneOf(line, 'agenda', AGENDA_IDS),
      row: line.row,
    };
    if (!keyed) unkeyedReps.push(rep);
    roster.push(rep);
  }

  const unkeyedLines: Setup['unkeyedLines'] = [];
  const keyed = <T extends { id: string }>(line: Line, table: TableId, made: T): T => {
    if (line.key === '') unkeyedLines.push({ row: line.row, key: `${table}:${made.id}` });
    return made;
  };
  const sectionsOf = (table: 'agenda' | 'results', fallback: readonly Section[]): readonly Section[] => {
    const sections = lines(table)
      .filter((line) => word(line, 'name') !== '' && oneOf(line, 'shown', ['yes', 'no']) === 'yes')
      .map((line) => keyed(line, table, sectionOf(line, table)))
      .filter((section, index, all) => all.findIndex((s) => s.id === section.id) === index);
    return sections.length > 0 ? sections : fallback;
  };
  const sectionOf = (line: Line, table: string): Section => {
    const key = line.key.startsWith(`${table}:`) ? line.key.slice(table.length + 1) : '';
    const standard = knownSection(key) ?? STANDARD_AGENDA.find((s) => key === '' && s.name === word(line, 'name'));
    const raw = line.cells.minutes ?? '';
    const rest = standard?.kind === 'conclusion';
    const minutes = typeof raw === 'number' && raw >= 1 && raw <= 120 ? raw : null;
    if (minutes === null && !rest)
      problems.push({ code: 'badMinutes', place: line.place('minutes'), about: { text: String(raw) } });
    return {
      id: standard?.id ?? (key || `own${digestOf(word(line, 'name').toLowerCase())}`),
      kind: standard?.kind ?? 'notes',
      name: word(line, 'name'),
      question: word(line, 'question') || (standard?.question ?? ''),
      minutes: rest ? null : (minutes ?? 5),
    };
  };
  const agendas = {
    full: sectionsOf('agenda', STANDARD_AGENDA),
    results: sectionsOf('results', RESULTS_AGENDA),
  };

  const kpiLines = lines('kpis').filter((line) => word(line, 'name') !== '');
  const kpis = kpiLines
    .map((line) =>
      keyed<Kpi>(line, 'kpis', {
        id: line.key.startsWith('kpis:') ? line.key.slice(5) : `k${digestOf(word(line, 'name').toLowerCase())}`,
        name: word(line, 'name'),
        unit: word(line, 'unit'),
        kind: oneOf(line, 'kind', KPI_KINDS),
        better: oneOf(line, 'better', BETTER),
        over: oneOf(line, 'over', KPI_OVER),
        ratioOf: word(line, 'ratioOf'),
      }),
    )
    .filter((kpi, index, all) => all.findIndex((k) => k.id === kpi.id) === index);
  for (const line of kpiLines) {
    const kpi = kpis.find((k) => k.name === word(line, 'name'));
    if (kpi?.over === 'ratio' && !ratioParts(kpi, kpis))
      need(line, 'ratioOf', false, 'It should name two other KPIs, like: First meetings / Calls.');
  }

  const goals: Setup['goals'] = [];
  for (const line of lines('goals')) {
    const value = line.cells.value ?? '';
    if (!need(line, 'value', typeof value === 'number', 'A goal is a number.')) continue;
    if (
      !need(
        line,
        'kpi',
        kpis.some((k) => k.name.toLowerCase() === word(line, 'kpi').toLowerCase()),
        'It should be the name of a KPI above.',
      )
    )
      continue;
    const who = word(line, 'who');
    if (
      !need(
        line,
        'who',
        who === '' || sameName(who, BENCHMARK) || roster.some((rep) => sameName(rep.name, who)),
        'It should be a name from the roster, “Benchmark”, or empty for everyone.',
      )
    )
      continue;
    const from = monthCell(line.cells.from ?? '');
    if (!need(line, 'from', from !== undefined, 'A month like November 2026, or empty.')) continue;
    goals.push({
      rep: who,
      kpi: word(line, 'kpi'),
      value: value as number,
      per: oneOf(line, 'per', ['month', 'year']),
      from: from ?? null,
      row: line.row,
    });
  }

  const weight = (line: Line): Pick<Status, 'weight'> => {
    const said = line.cells.weight ?? '';
    if (String(said).trim() === '') return {};
    const share = shareOf(said);
    need(line, 'weight', share !== null, 'A share like 60%, or empty.');
    return share === null ? {} : { weight: share };
  };
  const statusLines = lines('statuses').filter((line) => word(line, 'word') !== '');
  const moving = statusLines.find((line) => meansMoving(word(line, 'word')));
  const statuses = statusLines
    .filter((line) => !meansMoving(word(line, 'word')))
    .map(
      (line): Status => ({
        word: word(line, 'word'),
        closes: oneOf(line, 'closes', ['no', 'yes']) === 'yes',
        won: oneOf(line, 'won', ['no', 'yes']) === 'yes',
        ...weight(line),
      }),
    );

  const settingLines = lines('settings');
  const setting = (key: string) => {
    const [title] =
      SETUP_TABLES.find(({ id }) => id === 'settings')?.defaults.find((one) => one.key === key)?.values ?? [];
    const line =
      settingLines.find((one) => one.key === `settings:${key}`) ??
      settingLines.find((one) => one.key === '' && word(one, 'name') === title);
    return { line, said: line ? word(line, 'value') : '' };
  };
  const help = setting(SETTING.help);
  const helps = help.line === undefined || oneOf(help.line, 'value', ['yes', 'no']) === 'yes';
  const money = setting(SETTING.currency);
  const code = currencyOf(money.said);
  const currency = code && /^[A-Z]{3}$/.test(code) ? code : '';
  if (money.line && money.said !== '')
    need(money.line, 'value', currency !== '', 'A currency’s code like EUR or USD, or empty.');
  const begins = setting(SETTING.year);
  const yearBegins = begins.said === '' ? 1 : monthNamed(fold(begins.said));
  const chainedBy = begins.line?.sheetId ?? 1;
  if (begins.line) need(begins.line, 'value', yearBegins > 0, 'A month like April.');
  const method = methodSteps(setting(SETTING.method).said);
  const settings: Settings = {
    helps,
    currency,
    // A word that cannot be read changes nothing.
    yearBegins: yearBegins || chainedBy,
    chainedBy,
    yearRow: begins.line?.row ?? 0,
    method,
  };

  const questions = lines('questions')
    .filter((line) => word(line, 'text') !== '')
    .flatMap((line): Question[] => {
      const of = sectionNamed(word(line, 'section'), agendas);
      if (!need(line, 'section', of !== null, 'It should be the name of a section above, or empty for all.')) return [];
      const when = oneOf(line, 'when', QUESTION_MOMENTS);
      return [
        { section: of ?? '', when, text: word(line, 'text'), ...(line.key === '' ? { own: true as const } : {}) },
      ];
    });

  const importMemory = lines('import')
    .filter((line) => word(line, 'said') !== '' && word(line, 'means') !== '')
    .filter((line) => need(line, 'what', word(line, 'what') !== '', `It should be one of: ${MEMORY_KINDS.join(', ')}.`))
    .map(
      (line): ImportMemory => ({
        what: oneOf(line, 'what', MEMORY_KINDS),
        said: word(line, 'said'),
        means: word(line, 'means'),
      }),
    );

  const imports = lines('imports')
    .filter((line) => line.key.startsWith('imports:'))
    .map((line): ImportLine => {
      const said = (field: string) => word(line, field);
      const [when, file, by] = [said('when'), said('file'), said('by')];
      return { row: line.row, id: line.key.slice(8), when, file, by, cameIn: said('cameIn'), state: said('state') };
    });

  return {
    tab,
    managers,
    roster,
    agendas,
    kpis,
    goals,
    statuses: statuses.length > 0 ? statuses : [...STANDARD_STATUSES],
    movingWeight: moving && weight(moving).weight,
    settings,
    questions: places.questions ? questions : STANDARD_QUESTIONS,
    importMemory,
    imports,
    problems,
    doubts,
    unkeyedReps,
    unkeyedLines,
    places,
  };
}

/** The id of the section of this name: as Setup's agendas have it, else as ours had it; '' for none named, null for an unknown name. */
function sectionNamed(name: string, agendas: Setup['agendas']): string | null {
  if (name === '') return '';
  const all = [...agendas.full, ...agendas.results, ...STANDARD_AGENDA];
  return all.find((section) => fold(section.name) === fold(name))?.id ?? null;
}

/** Tables whose lines are known by their hidden keys alone. */
const COPIED: readonly TableId[] = ['agenda', 'results', 'kpis'];

function findTable(values: RawCell[][], table: SetupTable): { header: number; end: number } | null {
  const start = values.findIndex((_, index) => startsTable(values, index, table));
  if (start < 0) return null;
  const next = values.findIndex((_, index) => index > start && SETUP_TABLES.some((t) => startsTable(values, index, t)));
  return { header: start + 2, end: next < 0 ? values.length + 1 : next + 1 };
}

/** By its hidden key; without one, by its title above its own column labels ("KPIs" is a section of the agenda too). */
function startsTable(values: RawCell[][], index: number, table: SetupTable): boolean {
  const said = (row: number, col: number) => String(values[row]?.[col - 1] ?? '').trim();
  const key = said(index, SETUP_COL.key);
  if (key !== '') return key === `table:${table.id}`;
  const labels = table.columns.slice(0, 2).map((column) => column.label);
  return said(index, 1) === table.title && labels.every((label, n) => said(index + 1, setupCol(n)) === label);
}

function readLines(
  values: RawCell[][],
  table: SetupTable,
  place: { header: number; end: number },
  tab: string,
  zone: string,
): Line[] {
  const lines: Line[] = [];
  const labels = values[place.header - 1] ?? [];
  for (let row = place.header + 1; row < place.end; row++) {
    const raw = values[row - 1] ?? [];
    const cells: Record<string, CellValue> = {};
    table.columns.forEach((column, index) => {
      const at = setupCol(index) - 1;
      if (column.optional && cellText(labels[at], zone).toLowerCase() !== column.label) return;
      cells[column.field] = cellValue(raw[at], zone);
    });
    if (Object.values(cells).every((value) => String(value).trim() === '')) continue;
    const sheetId = raw[SETUP_COL.sheetId - 1];
    lines.push({
      row,
      key: cellText(raw[SETUP_COL.key - 1], zone),
      sheetId: typeof sheetId === 'number' ? sheetId : null,
      cells,
      place: (field) => ({
        tab,
        cell: a1(
          row,
          setupCol(
            Math.max(
              0,
              table.columns.findIndex((c) => c.field === field),
            ),
          ),
        ),
      }),
    });
  }
  return lines;
}

/** A share from 0 to 1: 0.6 (shown as 60%), 60, "60 %"; null where it is none. */
function shareOf(value: CellValue): number | null {
  const said =
    typeof value === 'number' ? value : Number(/^(\d+(?:[.,]\d+)?) ?%?$/.exec(value.trim())?.[1]?.replace(',', '.'));
  const share = said > 1 || typeof value === 'string' ? said / 100 : said;
  return share >= 0 && share <= 1 ? share : null;
}

/** undefined = unreadable, null = empty. Sheets may have made a date or a number of what was typed. */
function monthCell(value: CellValue): number | null | undefined {
  if (value === '') return null;
  if (isMonthKey(value)) return value;
  return isIsoDate(value) ? monthOfDate(value) : (parseMonth(String(value)) ?? undefined);
}
