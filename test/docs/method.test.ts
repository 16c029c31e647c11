import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const lines = readFileSync(path.join(root, 'docs/method.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| +\d+ +\|/.test(line));

/** The tests that a line names: file, and how the test’s title reads. */
const namedIn = (line: string) =>
  [...line.matchAll(/`(test\/[\w./-]+)` “([^”]+)”/g)].map(([, file, title]) => [file!, title!] as const);

test('all 55 points of the method are there, each with where it lives and a test', () => {
  expect(lines.map((line) => Number(line.split('|')[1]))).toEqual(Array.from({ length: 55 }, (_, n) => n + 1));
  const bare = lines.filter(
    (line) => namedIn(line).length === 0 || line.split('|').some((cell, n) => n < 5 && n > 0 && cell.trim() === ''),
  );
  expect(bare).toEqual([]);
});

test('each test that is named stands in its file, as a title', () => {
  const wrong = lines.flatMap(namedIn).filter(([file, title]) => {
    if (!existsSync(path.join(root, file))) return true;
    const text = readFileSync(path.join(root, file), 'utf8');
    const titles = [
      ...text.matchAll(/\b(?:test|describe|stage)(?:\.each[\s\S]*?\)|)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g),
    ].map(([, , said]) => said!);
    return !titles.some((one) => one.includes(title));
  });
  expect(wrong).toEqual([]);
});
