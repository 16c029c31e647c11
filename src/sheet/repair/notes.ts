import type { Line } from './tab-lines';

/** Something that a hand edit has damaged. */
export interface Finding {
  /** A1 address on the tab as it is; '' when it is about the whole tab. */
  cell: string;
  words: string;
  /** What a repair does about it; '' when only a person can. */
  repair: string;
}

/** One thing noticed, before those of a kind become one finding. */
export interface Noted {
  damage: Damage;
  /** Sheet row as read; 0 where the row is not there. */
  row: number;
  cell: string;
  about: string;
}

/** Notes a damage of a kind. `col` is of the grid; `about` says which, in the words that the kind needs. */
export type Note = (damage: Damage, line: Pick<Line, 'origin'>, col: number, about?: string) => void;

/** How many cells or names a finding lists. */
const LISTED = 4;

type Say = (all: readonly Noted[]) => { words: string; repair: string };

const cells = (all: readonly Noted[]) => listed(all.map(({ cell }) => cell));
const abouts = (all: readonly Noted[]) => listed(all.map(({ about }) => about));
const rows = (all: readonly Noted[], one: string, many: string) =>
  all.length === 1 ? `Row ${all[0]?.row} ${one}` : `${all.length} rows ${many}`;
const places = (all: readonly Noted[]) => (all.length === 1 ? '' : `: ${listed(all.map(({ row }) => String(row)))}`);
const plain = (one: string, many: string, repair: (isOne: boolean) => string): Say => {
  return (all) => ({
    words: `${rows(all, one, many)}${places(all)}.`,
    repair: repair(all.length === 1),
  });
};

/** The kinds of damage, and the one line that tells all of a kind. */
const WORDS = {
  column: (all) => ({
    words:
      all.length === 1 ? `The column ${abouts(all)} is missing.` : `${all.length} columns are missing: ${abouts(all)}.`,
    repair:
      all.length === 1 ? 'An empty one is put there, with its labels.' : 'Empty ones are put there, with their labels.',
  }),
  columnPlaces: () => ({
    words: 'The tab’s head has lost the hidden cell that says where the columns stand.',
    repair: 'It comes back.',
  }),
  head: (all) => ({
    words: `In the tab’s head something is missing or wrong: ${abouts(all)}.`,
    repair: 'It is put right.',
  }),
  figures: () => ({
    words: 'The figures in the tab’s head do not show the newest month.',
    repair: 'They are pointed at it again.',
  }),
  lostKey: plain('of the frame has lost its hidden key', 'of the frame have lost their hidden keys', (one) =>
    one ? 'It gets the key back.' : 'They get the keys back.',
  ),
  apart: plain(
    'and its hidden cells have been parted',
    'and their hidden cells have been parted, as by sorting what is seen',
    () => 'They are put together again.',
  ),
  fitted: plain(
    'was not certain when what is seen was sorted',
    'were not certain when what is seen was sorted',
    (one) => `${one ? 'It goes where its' : 'They go where their'} cells fit best: look whether that is right.`,
  ),
  unsure: (all) => ({
    words: `${rows(all, 'may have the key of another row', 'may have each other’s keys')}${places(all)}: names changed and other cells stayed, or several rows fit.`,
    repair: '',
  }),
  copy: (all) => ({
    words: `A month stands on this tab twice: ${abouts(all)}.`,
    repair: 'The copy stays as plain rows outside of the record.',
  }),
  inCopy: (all) => ({
    words: `The copy has what the month itself does not: ${abouts(all)}.`,
    repair: 'It stays in the copy: write it into the month if it belongs there.',
  }),
  missing: (all) => ({
    words: all.length === 1 ? `${abouts(all)} is missing.` : `${all.length} rows are missing: ${abouts(all)}.`,
    repair: all.length === 1 ? 'It comes back.' : 'They come back.',
  }),
  double: (all) => ({
    words: `${abouts(all)} ${all.length === 1 ? 'stands' : 'stand'} in a month twice.`,
    repair: 'The second one goes; what was typed into it stays.',
  }),
  label: (all) => ({
    words:
      all.length === 1
        ? `${abouts(all)} lacks its label.`
        : `${all.length} labels are missing or others than they were: ${cells(all)}.`,
    repair: all.length === 1 ? 'The label comes back.' : 'The labels come back.',
  }),
  pasted: (all) => ({
    words: `${all.length === 1 ? 'A row was' : `${all.length} rows were`} pasted over ${abouts(all)}.`,
    repair: 'What was pasted gets rows of its own, and what stood there comes back.',
  }),
  text: (all) => ({
    words: `${all.length === 1 ? 'A text stands' : `${all.length} texts stand`} where nobody reads ${all.length === 1 ? 'it' : 'them'}: ${abouts(all)}.`,
    repair: 'Each gets a row of its own that says where it stood.',
  }),
  astray: (all) => ({
    words: `${all.length === 1 ? `Row ${all[0]?.row} stands` : `${all.length} rows stand`} outside of all sections: ${abouts(all)}.`,
    repair: all.length === 1 ? 'It moves into a section.' : 'They move into a section.',
  }),
  junk: (all) => ({
    words: `Something stands in cells that are to be empty: ${cells(all)}.`,
    repair: 'They are emptied.',
  }),
  key: plain('has no key of its own yet', 'have no keys of their own yet', (one) =>
    one ? 'It gets one.' : 'They get them.',
  ),
  doubleKey: plain('carries the key of another row', 'carry the keys of other rows', (one) =>
    one ? 'It gets one of its own.' : 'They get their own.',
  ),
  section: (all) => ({
    words: `${rows(all, 'comes from another section', 'come from another section')}${places(all)}.`,
    repair: `${all.length === 1 ? 'It becomes a row' : 'They become rows'} of ${abouts(all)}.`,
  }),
  month: (all) => ({
    words: `${rows(all, 'comes from another month', 'come from another month')}${places(all)}.`,
    repair: `${all.length === 1 ? 'It becomes a row' : 'They become rows'} of ${abouts(all)}.`,
  }),
  kpiTwice: (all) => ({
    words: `${all.length === 1 ? 'A KPI stands' : `${all.length} KPIs stand`} in a month twice: ${abouts(all)}.`,
    repair: 'The second row becomes a plain one.',
  }),
  moved: plain('stands where it does not belong', 'stand where they do not belong', (one) =>
    one ? 'It moves back into place.' : 'They move back into place.',
  ),
  emptyHead: plain('is empty and stands in the tab’s head', 'are empty and stand in the tab’s head', (one) =>
    one ? 'It goes.' : 'They go.',
  ),
  formula: (all) => ({
    words:
      all.length === 1
        ? `The formula of a computed cell is missing or wrong: ${cells(all)}.`
        : `${all.length} computed cells have lost their formulas or refer to the wrong cells: ${cells(all)}.`,
    repair: all.length === 1 ? 'It is put right.' : 'They are put right.',
  }),
  weights: () => ({
    words: 'Setup has weights by now, and the weighted amount is not there yet.',
    repair: 'It is put there.',
  }),
  look: (all) => ({
    words: `${rows(all, 'does not look as it should', 'do not look as they should')} (formats, lists, merged cells, heights)${places(all)}.`,
    repair: all.length === 1 ? 'It gets its look back.' : 'They get their look back.',
  }),
} satisfies Record<string, Say>;

export type Damage = keyof typeof WORDS;

/** One finding for each kind of damage, in the order in which the kinds were met. */
export function findingsOf(noted: readonly Noted[]): Finding[] {
  const kinds = [...new Set(noted.map(({ damage }) => damage))];
  return kinds.map((damage) => {
    const all = noted.filter((one) => one.damage === damage);
    return { cell: all[0]?.cell ?? '', ...WORDS[damage](all) };
  });
}

/** "a, b, c and 4 more", each once. */
function listed(words: readonly string[]): string {
  const all = [...new Set(words)].filter((word) => word !== '');
  const more = all.length - LISTED;
  if (more > 1) return `${all.slice(0, LISTED).join(', ')} and ${more} more`;
  return all.join(', ');
}

/** A text for a message: at most forty characters, in quotation marks. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`;
}
