/**
 * The words of the sidebar, screen by screen, before and after: `node docs/words.mjs before.json after.json` writes
 * docs/words.md. Each file is the words.json that `SHOTS=folder HEIGHT=850 npx jest test/sidebar/pictures` leaves in its folder: how
 * many words a person can read in each state of the sidebar, scrolled to or not, those of the example record included.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** Screens by the first word of their states' names; states that stand alone are told together at the end. */
const SCREENS = [
  ['Setting up, adding people', /^(setup|addpeople)/],
  ['Home, people, months', /^(wrongtab|home|people|months)/],
  ['Before the talk', /^(before|team-built|longwords-before|coaching-before|taken-back)/],
  ['Preparing', /^(prepare|longwords-prepare)/],
  ['Notes only for me', /^notes-/],
  ['New deals', /^new(-editing)?$/],
  ['Existing deals', /^(existing|long|long-all|longwords|longwords-open|gone|conflict)/],
  ['What works, what does not, other', /^(working|notworking|other|other-growth)$/],
  ['KPIs', /^(kpis|longwords-kpis|results)/],
  ['Coaching', /^coaching-/],
  ['Clock and strips', /^(overtime|paused|minute25|offline|park|othertab|newer|trouble|loading)/],
  ['Conclusion and summary', /^(conclusion|finish|longwords-finished|reopened)/],
  ['Starting a month', /^(nomonth|preview|starting|opening|everyone)/],
  ['Goals, figures, agenda, protection', /^(goals|actuals|protect|agenda)/],
  ['Import', /^import/],
  ['Export', /^export/],
  ['Check and repair', /^check/],
  ['Menu and keys', /^(menu|keys)/],
  ['Others', /./],
];

const [before, after] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const screenOf = (state) => SCREENS.find(([, names]) => names.test(state))[0];
const rows = SCREENS.flatMap(([screen]) => {
  const states = Object.keys(after).filter((state) => screenOf(state) === screen);
  const both = states.filter((state) => state in before);
  const sum = (of, names) => names.reduce((total, name) => total + of[name], 0);
  const fresh = states.filter((state) => !(state in before));
  return states.length === 0
    ? []
    : [[screen, both.length, sum(before, both), sum(after, both), fresh.length, sum(after, fresh)]];
});
const all = rows.reduce((total, row) => total.map((n, at) => (at === 0 ? n : n + row[at])), ['**All**', 0, 0, 0, 0, 0]);
const HEAD = ['screen', 'states', 'words before', 'words after', 'new states', 'words there'];
const digits = (n) => (typeof n === 'number' ? n.toLocaleString('en-US') : n);
const cells = [HEAD, ...[...rows, all].map((row) => row.map(digits))];
const widths = HEAD.map((_, at) => Math.max(...cells.map((row) => row[at].length)));
const line = (row) =>
  `| ${row.map((text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at]))).join(' | ')} |`;
const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
writeFileSync(
  new URL('words.md', import.meta.url),
  `# How much there is to read

Words that a person can read on the sidebar's screens, scrolled to or not, before and after they were gone through one by one:
each state of \`test/sidebar/states.ts\`, with the same example record, counted in a browser by \`test/support/visible-words.ts\`.
About half of them are the example's own (names of deals, steps, months). States that did not exist before are told apart. No
screen has more than before, though _People_ is home now and a line of development has a day, states and a story. Made by \`docs/words.mjs\`, which says how.

${[line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n')}
`,
);
