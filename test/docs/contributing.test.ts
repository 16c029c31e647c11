import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

test('the account of the house names every room of src, and nothing that is not there', () => {
  const house = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
  const roomsIn = (folder: string) =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? entry.name : [],
    );
  const rooms = [...roomsIn('src').map((name) => `src/${name}`), ...roomsIn('src/core'), ...roomsIn('src/sheet')];
  expect(rooms.filter((room) => !house.includes(`\`${room}\``))).toEqual([]);
  const named = [...house.matchAll(/`((?:src|test|workbench|docs)\/[\w./-]+)`/g)].map(([, name]) => name!);
  const linked = [...house.matchAll(/\]\(([\w./-]+)\)/g)].map(([, name]) => `docs/${name!}`);
  expect([...named, ...linked].filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
