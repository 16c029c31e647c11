import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nameKey } from '../../src/core/import/deal';
import { tally } from '../../src/core/import/tally';
import { readBytes } from '../support/import-read';
import { plan, tab, written } from '../support/import-tracker';

/**
 * The public "CRM sales opportunities" sample, which is no part of this project: SALES_PIPELINE=FILE npx jest
 * test/core/import-sample. It is also looked for where the project's neighbours keep it; without it this is skipped.
 */
const FILE = process.env.SALES_PIPELINE ?? path.join(__dirname, '../../../shared/data/sales_pipeline.csv');

(existsSync(FILE) ? test : test.skip)('8,800 lines of 30 people: no wrong cell, and a second time nothing', () => {
  const bytes = readFileSync(FILE);
  // No quotes in it: a line apart at its commas is an account of its own.
  const lines = bytes.toString().trim().split(/\r?\n/).slice(1);
  const account = lines.map(
    (line) => line.split(',') as [string, string, string, string, string, string, string, string],
  );
  const people = [...new Set(account.map(([, agent]) => agent))].sort();
  const read = readBytes(bytes, { answers: { decimal: '.' } });
  expect([lines.length, people.length, read.said, read.headings.stage]).toEqual([8800, 30, [], 'deal_stage']);
  const tabs = people.map((name, n) => tab(name, [], { repId: `p${n}` }));
  const owners = Object.fromEntries(tabs.map(({ name, repId }) => [nameKey(name), repId]));
  const first = plan(read.deals, tabs, { owners });
  const count = (result: typeof first) =>
    Object.fromEntries(tally(result.fates, { ...read, filtered: 0 }).map(({ fate, count: lines }) => [fate, lines]));
  const isOpen = ([, , , , stage]: (typeof account)[number]) => stage === 'Engaging' || stage === 'Prospecting';
  const open = account.filter(isOpen);
  expect(count(first)).toEqual({ new: open.length, closedBefore: lines.length - open.length });
  const after = written(tabs, first.edits);
  const rows = after.flatMap(({ name, rows: own }) =>
    own.map(({ sourceId, cells: { who, when, amount, status } }) =>
      [sourceId, name, who, when, amount, status].join('|'),
    ),
  );
  const wanted = open.map(([id, agent, product, customer, , , closes, value]) =>
    [id, agent, customer === '' ? product : `${customer}\n${product}`, closes, value, ''].join('|'),
  );
  expect(rows.sort()).toEqual(wanted.sort());
  const second = plan(read.deals, after, { owners });
  expect([second.edits, count(second)]).toEqual([[], { same: open.length, closedBefore: lines.length - open.length }]);
});
