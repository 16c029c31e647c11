/** Acts of the add-on and hands at the sheet, one after the other on a book in memory; each leaves what it has changed. */
import * as acts from '../../../src/addon/acts';
import type { Answer, CallName, RequestOf, ResultOf } from '../../../src/contract/calls';
import type { Portion, Previewed } from '../../../src/contract/portions';
import { COL } from '../../../src/sheet/grid/grid';
import { HIDDEN } from '../../../src/sheet/grid/hidden';
import { digest, dumpTab, PlainBook, type PlainBookOptions } from './book';
import { later, reset } from './clock';
import type { PlainTab } from './tab';

/** A month of somebody's, as the sidebar names it. */
export interface Pin {
  sheetId: number;
  repId: string;
  month: number;
}

const ACTS: Record<string, unknown> = { ...acts };

/** Acts by which a text may go: it was typed anew, or is taken back. */
const TAKING: readonly CallName[] = ['saveEdits', 'undoStart', 'takeBackImport'];

/** How many texts that people have said an answer tells, and a digest of all of it. */
function said(answer: unknown): string {
  const text = JSON.stringify(answer) ?? '';
  return `${text.split('said so').length - 1} ${digest(text)}`;
}

/** More portions than any act takes. */
const MOST_PORTIONS = 100;

/** The digest counts all lines; so many of them are shown. */
const LINES = 24;

export class Story {
  readonly book: PlainBook;
  /** What each step has changed, in lines. */
  readonly told: string[] = [];
  private said = new Set<string>();
  private before: Map<string, string[]>;
  private readonly lines = new Map<number, { version: number; lines: string[] }>();
  private readonly wordsOn = new Map<number, { version: number; words: string[] }>();

  /**
   * @param onTold gets all that has been told, after each step; null where nobody asks what a step has changed
   * @param shown how many of a tab's changed lines are told; the digest counts all of them
   */
  constructor(
    options: PlainBookOptions = {},
    private readonly onTold: ((told: readonly string[]) => void) | null = () => undefined,
    private readonly shown = LINES,
  ) {
    reset();
    this.book = new PlainBook(options);
    this.before = onTold ? this.dump() : new Map();
  }

  /** An act of the sidebar; its answer's digest, and all that it has changed, are told. */
  call<N extends CallName>(name: N, request: RequestOf<N>, what: string = name): ResultOf<N> {
    const answer = this.ask(name, request);
    this.note(
      `${what} → ${answer.ok ? said(answer.value) : `${answer.problem.code}: ${answer.problem.message}`}`,
      TAKING.includes(name),
    );
    if (!answer.ok) throw new Error(`${name}: ${answer.problem.message} ${answer.problem.detail ?? ''}`);
    return answer.value;
  }

  /** An act that has to be refused. Returns the problem's code. */
  refused<N extends CallName>(name: N, request: RequestOf<N> | object): string {
    const answer = this.ask(name, request as RequestOf<N>);
    this.note(
      `${name}, refused → ${answer.ok ? `DONE ${said(answer.value)}` : `${answer.problem.code}: ${answer.problem.message}`}`,
    );
    return answer.ok ? '' : answer.problem.code;
  }

  /** An act in portions, as far as it gets: what it answers is told, refused or not, and by how many calls. Gives the last answer that was none. */
  attempt<N extends CallName>(name: N, request: RequestOf<N>): ResultOf<N> | null {
    let rest: string[] | undefined;
    let last: ResultOf<N> | null = null;
    for (let n = 0; n < MOST_PORTIONS && (n === 0 || (rest ?? []).length > 0); n++) {
      const before = this.book.calls;
      const answer = this.ask(name, { ...request, ...(rest ? { rest } : {}) });
      this.note(
        `${name}, ${this.book.calls - before} calls → ${answer.ok ? said(answer.value) : `${answer.problem.code} ${digest(JSON.stringify(answer.problem))}`}`,
        TAKING.includes(name),
      );
      if (!answer.ok) return last;
      last = answer.value;
      rest = (answer.value as Partial<Portion>).rest;
    }
    return last;
  }

  /** An act in portions, to its end. Gives all answers. */
  whole<N extends CallName>(name: N, request: RequestOf<N>): (ResultOf<N> & Portion)[] {
    const all: (ResultOf<N> & Portion)[] = [];
    let rest: string[] | undefined;
    for (let n = 0; n < MOST_PORTIONS && (n === 0 || (rest ?? []).length > 0); n++) {
      const one = this.call(name, { ...request, ...(rest ? { rest } : {}) }) as ResultOf<N> & Portion;
      all.push(one);
      rest = one.rest;
    }
    return all;
  }

  /** Something that a person does at the sheet, or a function that Google calls. */
  hand(what: string, act: () => unknown): void {
    act();
    // A hand goes at the cells themselves.
    for (const tab of this.book.tabs) tab.version++;
    this.note(`by hand: ${what}`);
  }

  /** Types into a cell, as getValues will give it. */
  type(tab: PlainTab, row: number, col: number, value: string | number): void {
    this.hand(`${JSON.stringify(value)}`, () => tab.cells.put(row, col, value));
  }

  /** Lets time go by. */
  later(minutes: number): void {
    later(minutes);
  }

  /** A digest of the whole book: the same where nothing has changed. */
  state(): string {
    return digest(JSON.stringify([...this.dump()]));
  }

  /** Previews a month and starts it on one tab, or for everybody. */
  start(sheetId: number | null, month: number, more: Partial<RequestOf<'startMonth'>> = {}): ResultOf<'startMonth'>[] {
    const { agenda, decisions } = more;
    const request = { sheetId, month, ...(agenda ? { agenda } : {}), ...(decisions ? { decisions } : {}) };
    const people = this.whole('planMonth', request).flatMap((one) => one.people as Previewed[]);
    const shown = people.map(({ repId, digest: of }) => ({ repId, digest: of }));
    return this.whole('startMonth', { ...request, ...more, people: shown });
  }

  /** Checks and repairs; what was found. */
  repair(sheetId: number): string[] {
    const check = this.call('checkTab', { sheetId });
    const { done, left, changed } = this.call('repairTab', { sheetId, digest: check.digest });
    this.told.push(...check.findings.map(({ cell, words, repair }) => `    found ${cell}: ${words} ${repair}`));
    this.told.push(...left.map(({ cell, words }) => `    left ${cell}: ${words}`));
    if (changed) throw new Error('the preview does not fit');
    return done;
  }

  private ask<N extends CallName>(name: N, request: RequestOf<N>): Answer<ResultOf<N>> {
    const { error } = console;
    const logged: unknown[] = [];
    console.error = (...said: unknown[]) => void logged.push(...said);
    const { broken } = this.book;
    broken.clear();
    try {
      const act = ACTS[name] as (json: unknown) => string;
      const answer = JSON.parse(act(JSON.stringify(request))) as Answer<ResultOf<N>>;
      if (!answer.ok && answer.problem.code === 'unexpected') throw new Error(String(logged));
      if (broken.size > 0) throw new Error(`${name}: ${[...broken].join(', ')}`);
      return answer;
    } finally {
      console.error = error;
    }
  }

  private linesOf(tab: PlainTab): string[] {
    const there = this.lines.get(tab.id);
    if (there?.version === tab.version) return there.lines;
    const lines = dumpTab(tab);
    this.lines.set(tab.id, { version: tab.version, lines });
    return lines;
  }

  private dump(): Map<string, string[]> {
    const all = new Map(this.book.tabs.map((tab) => [tab.name, this.linesOf(tab)]));
    const kept = Object.entries(this.book.properties).flatMap(([store, of]) =>
      Object.entries(of).map(([key, value]) => `${store} ${key}: ${value}`),
    );
    all.set(
      '(around it)',
      [...kept.sort(), ...this.book.told].map((line) => line.replace(/\n/g, '⏎')),
    );
    all.set('(tabs)', [
      this.book.tabs.map((tab) => tab.name).join(', '),
      this.book.spreadsheet.getActiveSheet().getName(),
    ]);
    return all;
  }

  /** What people have said, where it can be seen. */
  private words(): Set<string> {
    return new Set(this.book.tabs.flatMap((tab) => this.wordsOf(tab)));
  }

  private wordsOf(tab: PlainTab): string[] {
    const there = this.wordsOn.get(tab.id);
    if (there?.version === tab.version) return there.words;
    const { cells } = tab;
    const words: string[] = [];
    for (const line of cells.rows)
      line.forEach((cell, n) => {
        const text = cell?.value;
        if (typeof text !== 'string' || !text.includes('said so') || cells.colLines[n]?.hidden === true) return;
        for (const said of text.split('\n')) if (said.includes('said so')) words.push(said);
      });
    this.wordsOn.set(tab.id, { version: tab.version, words });
    return words;
  }

  private note(title: string, mayTake = true): void {
    if (!this.onTold) return;
    const now = this.dump();
    const words = this.words();
    const lost = [...this.said].filter((text) => ![...words].some((one) => one.includes(text)));
    if (!mayTake && lost.length > 0) throw new Error(`${title} has lost ${lost.join(', ')}`);
    this.said = words;
    this.told.push(title);
    for (const [name, lines] of now) this.told.push(...changes(name, this.before.get(name) ?? [], lines, this.shown));
    for (const name of this.before.keys()) if (!now.has(name)) this.told.push(`  ${name} is gone`);
    this.before = now;
    this.onTold(this.told);
  }
}

/** What is another line now, and a digest of all of them in their order. */
function changes(name: string, was: readonly string[], now: readonly string[], most: number): string[] {
  if (was === now || was.join('\n') === now.join('\n')) return [];
  const whole = `  ${name}: ${now.length} lines, ${digest(now.join('\n'))}`;
  return most === 0 ? [whole] : [whole, ...shown('-', without(was, now), most), ...shown('+', without(now, was), most)];
}

function shown(sign: string, lines: readonly string[], most: number): string[] {
  const first = lines.slice(0, most).map((line) => `  ${sign} ${short(line)}`);
  return lines.length > most ? [...first, `  ${sign} and ${lines.length - most} more`] : first;
}

/** The whole of a line counts, its beginning is shown. */
const SHOWN = 120;

function short(line: string): string {
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN)}… ${digest(line)}`;
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** The row of a key on a tab of a rep's, in the newest month that has it or the n-th. */
export function rowOf(tab: PlainTab, key: string, nth = 0): number {
  let met = 0;
  for (let row = 1; row <= tab.cells.height; row++)
    if (tab.cells.peek(row, HIDDEN.key)?.value === key && met++ === nth) return row;
  throw new Error(`no row ${key}`);
}

/** The first row with this text among its visible cells. */
export function rowWith(tab: PlainTab, text: string): number {
  for (let row = 1; row <= tab.cells.height; row++)
    for (let col = 1; col <= COL.next; col++) if (tab.cells.peek(row, col)?.value === text) return row;
  throw new Error(`no row with ${text}`);
}

/** The keys of a month's rows that hold a text. */
export function keysOf(tab: PlainTab, month: number): string[] {
  return tab.cells.rows.flatMap((line) =>
    line[HIDDEN.month - 1]?.value === month && line[COL.who - 1]?.value
      ? [String(line[HIDDEN.key - 1]?.value ?? '')]
      : [],
  );
}
