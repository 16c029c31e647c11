/** docs/google.md says what we assume of Google: the very probes, the very things to try by hand, each with its files. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BY_HAND } from '../../src/self-check/hand';
import { ASKED_PROBES, PAGE_PROBES } from '../../src/self-check/page/probes';
import type { ProbeText } from '../../src/self-check/probe';
import { PORTIONS } from '../../src/self-check/server/run';

const ROOT = path.join(__dirname, '../..');
const doc = readFileSync(path.join(ROOT, 'docs/google.md'), 'utf8');
const probes: ProbeText[] = [
  ...PORTIONS.flatMap((portion) => portion.probes),
  ...PAGE_PROBES,
  ...Object.values(ASKED_PROBES),
];

/** The cells of each row of the doc's tables, by the id in the first one; the last cell says whether it has been run. */
const rows = new Map(
  doc
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/\\\|/g, '|')),
    )
    .map((cells) => [(cells[0] ?? '').replace(/`/g, ''), cells]),
);

test('every probe stands in the doc as it is defined, and nothing else does', () => {
  const said = (text: ProbeText) => [
    `\`${text.id}\``,
    text.name,
    text.assume,
    text.where.map((file) => `\`${file}\``).join(', '),
  ];
  expect([...rows.keys()].sort()).toEqual([...probes, ...BY_HAND].map(({ id }) => id).sort());
  for (const one of probes) expect(rows.get(one.id)?.slice(0, -1)).toEqual(said(one));
  for (const { id, todo, assume } of BY_HAND) expect(rows.get(id)?.slice(0, -1)).toEqual([`\`${id}\``, todo, assume]);
});

test('each row says whether somebody has run it at Google: a day and a result, or nobody', () => {
  for (const [id, cells] of rows)
    expect([id, cells.at(-1)]).toEqual([id, expect.stringMatching(/^(nobody yet|\d{4}-\d\d-\d\d: .+)$/)]);
});

test('ids are there once, and every file that would go wrong is there', () => {
  const ids = [...probes, ...BY_HAND].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(BY_HAND).toHaveLength(10);
  const missing = probes.flatMap(({ id, where }) =>
    where.filter((file) => !existsSync(path.join(ROOT, file))).map((file) => `${id}: ${file}`),
  );
  expect(missing).toEqual([]);
  expect(probes.filter(({ where }) => where.length === 0)).toEqual([]);
});
