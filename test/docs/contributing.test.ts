import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');

test('every file that CONTRIBUTING names is there', () => {
  const named = [...text.matchAll(/`((?:src|test|workbench|docs)\/[\w./-]+)`|\]\((docs\/[\w./-]+)\)/g)].map(
    ([, code, link]) => code ?? link!,
  );
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});

test('every command that CONTRIBUTING names is one of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
