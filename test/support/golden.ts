/**
 * Texts that were looked at once and are compared with from then on: test/golden/*.txt. After a change that is meant,
 * `UPDATE_GOLDEN=1 npx jest test/golden test/sheet/hands` writes them anew; what is another line then is to be looked at.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(__dirname, '../golden');

/** Are these the lines of a golden text? Stops at the first ones that differ. */
export function expectGolden(name: string, lines: readonly string[]): void {
  const file = path.join(FOLDER, `${name}.txt`);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, `${lines.join('\n')}\n`);
  const wanted = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  const at = lines.findIndex((line, n) => line !== wanted[n]);
  const first = at < 0 && wanted.length > lines.length ? lines.length : at;
  if (first < 0) return;
  const title = lines
    .slice(0, first + 1)
    .reverse()
    .find((line) => !line.startsWith(' '));
  // Jest shows how these differ.
  expect({ after: title, lines: lines.slice(first, first + 12) }).toEqual({
    after: title,
    lines: wanted.slice(first, first + 12),
  });
  throw new Error(`${name}, line ${first + 1} after ${title}`);
}
