/**
 * Builds that are broken on purpose, one line each, and the test that has to notice. A soak builds each of them and runs
 * that test on it: a test that goes on passing is no test.
 */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCode, buildSidebar } from '../../build.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * `test`: the file in test/ that must fail. `env`: narrows it down. `says`: what its output must show, so that it
 * fails for the right reason.
 */
export const BROKEN = [
  {
    name: 'no lock',
    file: 'src/addon/answer.ts',
    from: "if (!lock.tryLock(LOCK_WAIT_MS)) stop('busy');",
    to: '',
    test: 'faults/schedules',
    env: { STEPS: '120' },
    says: /lost|too many|keys twice|Unexpected|outside/,
  },
  {
    name: 'no flush before the lock is released',
    file: 'src/addon/answer.ts',
    from: 'SpreadsheetApp.flush();',
    to: '',
    test: 'faults/schedules',
    env: { STEPS: '120' },
    says: /lost|too many|keys twice/,
  },
  {
    name: 'what was shown is not compared',
    file: 'src/sheet/acts/save.ts',
    from: '!planned && !sameValue(target.value, edit.was)',
    to: 'false',
    test: 'faults/schedules',
    env: { STEPS: '120' },
    says: /lost/,
  },
  {
    name: 'the server makes the ids of new rows',
    file: 'src/sheet/acts/save.ts',
    from: 'row = { part, key: edit.key, values: blankRow(edit.key, block.month) };',
    to: 'row = { part, key: edit.key, values: blankRow(edit.key + Math.random().toString(36).slice(2, 5), block.month) };',
    test: 'faults/schedules',
    env: { STEPS: '120' },
    says: /too many/,
  },
  {
    name: 'a month is there before it is finished',
    file: 'src/sheet/month/apply.ts',
    from: "(values[0] as RawCell[])[HIDDEN.key - 1] = '';",
    to: '',
    test: 'faults/crash',
    env: { ACT: 'start a month', EVERY: '1' },
    says: /start a month, .* killed at/,
  },
  {
    name: 'a meeting is finished before its minutes are there',
    file: 'src/sheet/month/meeting.ts',
    from: '  if (isFirst) {',
    to: '  sheet.getRange(block.row, HIDDEN.state).setValue(BAND_STATE.finished);\n  if (isFirst) {',
    test: 'faults/crash',
    env: { ACT: 'finish', EVERY: '1' },
    says: /finish, .* killed at/,
  },
  {
    name: 'text goes into cells as it is',
    file: 'src/sheet/grid/cells.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a line of code
    from: "return type === 'text' || type === 'status' ? value : `'${value}`;",
    to: 'return value;',
    test: 'faults/hostile-text',
    says: /✕ each text lies in its cell/,
  },
  {
    name: 'the first state stands in the page unmasked',
    file: 'src/addon/sidebar-page.ts',
    from: 'replace(/[<>&`/*]|',
    to: 'replace(/[/]|',
    test: 'faults/hostile-text',
    says: /✕ the page’s first state/,
  },
  {
    name: 'days of the script’s zone',
    file: 'src/sheet/grid/zone.ts',
    from: 'return book.getSpreadsheetTimeZone() || ',
    to: 'return ',
    test: 'faults/places',
    says: /✕ a meeting at the edge/,
  },
  {
    name: 'words in small letters of the country',
    file: 'src/core/deal/carry.ts',
    from: '.toLowerCase();',
    to: ".toLocaleLowerCase('tr');",
    test: 'faults/places',
    says: /✕ the same in every country/,
  },
  {
    name: 'no check of whose tab it is',
    file: 'src/addon/who.ts',
    from: "if (me.role === 'rep' && rep.email !== me.email)",
    to: 'if (false)',
    test: 'faults/rights',
    says: /✕ another rep’s crafted calls/,
  },
  {
    name: 'no look at protections before writing',
    file: 'src/sheet/grid/edit-rights.ts',
    from: 'if (!range.canEdit())',
    to: 'if (false)',
    test: 'faults/rights',
    says: /✕ somebody on no list/,
  },
  {
    name: 'where the month was seen is believed unseen',
    file: 'src/sheet/tab/read-by-hint.ts',
    from: '  if (!stillThere(lines, month, seen)) return null;',
    to: '',
    test: 'addon/save-window',
    says: /✕ rows inserted within it/,
  },
  {
    name: 'what was not sent is not kept',
    file: 'src/sidebar/save/keep.ts',
    from: 'const text = JSON.stringify({ ...queue, keptAt: Date.now() });',
    to: 'const text = null;',
    test: 'sidebar/saving',
    says: /✕ edits that were not sent survive a reload/,
  },
  {
    name: 'a batch without an answer is forgotten',
    file: 'src/sidebar/save/queue.ts',
    from: 'if (queue.sending.length > 0) return { queue, batch: queue.sending };',
    to: '',
    test: 'sidebar/saving',
    says: /✕ an answer lost after the write/,
  },
  {
    name: 'somebody else’s text is written over without asking',
    file: 'src/sidebar/save/outcomes.ts',
    from: 'if (theirs === mine) return dropped;',
    to: 'return { ...dropped, waiting: [{ ...edit, was: theirs, now: mine }] };',
    test: 'sidebar/saving',
    says: /✕ both texts and the cell are shown/,
  },
  {
    name: 'a look takes what is being typed away',
    file: 'src/sidebar/page/polling.ts',
    from: 'if (!busy()) {',
    to: 'if (fresh) { applyScreen({ ...fresh, rep: { ...fresh.rep, repId: "" } }); applyScreen(fresh); } else {',
    test: 'sidebar/saving',
    says: /✕ others’ changes slide in/,
  },
];

/** Builds one of them; returns its folder, as dist/. Throws when the line to break is no longer there. */
export async function buildBroken({ name, file, from, to }) {
  const out = path.join(root, 'build/broken', name.replace(/\W+/g, '-'));
  await mkdir(out, { recursive: true });
  const broken = path.join(root, file);
  let met = false;
  const plugin = {
    name: 'broken',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: source }) => {
        if (source !== broken) return undefined;
        const text = await readFile(source, 'utf8');
        met = text.includes(from);
        return { contents: text.replaceAll(from, () => to), loader: 'ts' };
      });
    },
  };
  const isPage = file.startsWith('src/sidebar/');
  if (isPage) await buildSidebar({ out, plugins: [plugin] });
  else await buildCode({ out, through: path.join(root, 'build/broken-code'), plugins: [plugin] });
  if (!met) throw new Error(`${file} no longer has the line that “${name}” breaks`);
  for (const other of [isPage ? 'Code.js' : 'sidebar.html', 'appsscript.json'])
    await copyFile(path.join(root, 'dist', other), path.join(out, other));
  return out;
}
