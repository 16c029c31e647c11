/** The sidebar's house rules that neither the compiler nor the linter knows. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../../src/sidebar');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(tsx?|mjs|css)$/.test(file));
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('every file of the sidebar says first what lives there', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !file.endsWith('.css') && !textOf(file).startsWith('/**'))).toEqual([]);
});

test('no file of the sidebar has more than 300 lines', () => {
  expect(files.filter((file) => textOf(file).trimEnd().split('\n').length > 300)).toEqual([]);
});

test('a file of src with more than 300 lines has a sentence in CONTRIBUTING, and no other has one', () => {
  const src = path.join(root, '..');
  const long = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .filter((file) => readFileSync(path.join(src, file), 'utf8').trimEnd().split('\n').length > 300)
    .map((file) => `src/${file.split(path.sep).join('/')}`);
  const text = readFileSync(path.join(src, '../CONTRIBUTING.md'), 'utf8');
  const [, part = ''] = /^## Files over 300 lines$(.*?)^## /ms.exec(text) ?? [];
  expect([...part.matchAll(/`(src\/[^`]+)`/g)].map(([, file]) => file).sort()).toEqual(long.sort());
});

test('no name of the sidebar stands for two things', () => {
  const places = new Map<string, string[]>();
  const declared = /^(?:export )?(?:async )?(?:const|let|function|class|interface|type) (\w+)/gm;
  for (const file of files.filter((one) => /\.tsx?$/.test(one)))
    for (const name of new Set([...textOf(file).matchAll(declared)].map(([, found = '']) => found)))
      places.set(name, [...(places.get(name) ?? []), file]);
  expect([...places].filter(([, found]) => found.length > 1)).toEqual([]);
});
