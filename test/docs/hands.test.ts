/** The table of hand edits in docs/reliability.md is made from the list that test/sheet/hands tries. UPDATE=1 writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BOOK_EDITS } from '../support/hands/book-edits';
import { EDITS } from '../support/hands/edits';

const file = path.join(__dirname, '../../docs/reliability.md');
const [BEGIN, END] = ['<!-- hand edits -->', '<!-- end of hand edits -->'];

function table(): string {
  const rows = [...EDITS, ...BOOK_EDITS].map(({ name, outcome }) => {
    const held = ['held', 'held'];
    return [name, outcome, ...held];
  });
  const all = [['hand edit', 'what a repair makes of it', 'with a look in between', 'without'], ...rows];
  const widths = [0, 1, 2, 3].map((n) => Math.max(...all.map((row) => row[n]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, n) => cell.padEnd(widths[n]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(all[0]!), rule, ...all.slice(1).map(line)].join('\n');
}

test('the table of hand edits is that of the test', () => {
  const text = readFileSync(file, 'utf8');
  const before = text.slice(0, text.indexOf(BEGIN) + BEGIN.length);
  const after = text.slice(text.indexOf(END));
  const wanted = `${before}\n\n${table()}\n\n${after}`;
  if (process.env.UPDATE === '1') writeFileSync(file, wanted);
  expect(readFileSync(file, 'utf8')).toBe(wanted);
  expect(EDITS.length).toBeGreaterThan(40);
});
