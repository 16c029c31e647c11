import { nameKey } from '../../src/core/import/deal';
import { tally } from '../../src/core/import/tally';
import { fiveFiles, LATIN } from '../support/import-files';
import { readBytes } from '../support/import-read';
import { plan, tab, written } from '../support/import-tracker';

test.each(fiveFiles())(
  'a thousand lines in %s: every letter, every line told once, a second time nothing',
  (_, text, bytes, owner) => {
    const answers = { dates: 'dmy', decimal: '.' } as const;
    const read = readBytes(new Uint8Array(bytes), { answers });
    const lines = text.split('\r\n').length - 1;
    expect([read.deals[0]?.owner, read.deals[7]?.name]).toEqual([owner, text.split('\r\n')[9]?.split(';')[1]]);
    const tabs = [tab(owner)];
    const own = { owners: { [nameKey(owner)]: tabs[0]!.repId } };
    const result = plan(read.deals, tabs, own);
    const { complaints, passedOver } = read;
    const counts = (planned: typeof result) =>
      Object.fromEntries(
        tally(planned.fates, { complaints, passedOver, filtered: 0 }).map(({ fate, count }) => [fate, count]),
      );
    // Of 999, ten have no name, and ninety have an id that another one has.
    const { doubled, unreadable, passedOver: totals, ...first } = counts(result);
    expect(Object.values({ ...first, doubled, unreadable, totals }).reduce((sum = 0, n = 0) => sum + n, 0)).toBe(lines);
    expect([doubled, unreadable, totals, first.new! + first.closedBefore!]).toEqual([90, 10, 1, 899]);
    const after = counts(plan(read.deals, written(tabs, result.edits), own));
    expect([after.same, after.closedBefore]).toEqual([first.new, first.closedBefore]);
  },
);

test('five thousand lines for thirty people: each has its fate, and only what differs is written', () => {
  const people = Array.from({ length: 30 }, (_, n) => `Person ${n}`);
  const lines = Array.from({ length: 5000 }, (_, n) => `${n};Deal ${n};${people[n % 30]};${n};2026-12-12;Proposal`);
  const bytes = (list: readonly string[]) =>
    Buffer.from([LATIN.replace(/;/g, ','), ...list.map((one) => one.replace(/;/g, ','))].join('\n'));
  const read = readBytes(bytes(lines), { answers: { decimal: '.' } });
  const tabs = people.map((name, n) => tab(name, [], { repId: `p${n}` }));
  const owners = Object.fromEntries(tabs.map(({ name, repId }) => [nameKey(name), repId]));
  const first = plan(read.deals, tabs, { owners });
  expect(first.fates.every(({ fate }) => fate === 'new')).toBe(true);
  const after = written(tabs, first.edits);
  // Every fiftieth goes to the next person, every seventieth is a thousand larger.
  const later = lines.map((line, n) => {
    const [id, name, owner, amount, day, stage] = line.split(';');
    return [
      id,
      name,
      n % 50 === 0 ? people[(n + 1) % 30] : owner,
      n % 70 === 0 ? Number(amount) + 1000 : amount,
      day,
      stage,
    ].join(';');
  });
  const second = plan(readBytes(bytes(later), { answers: { decimal: '.' } }).deals, after, { owners });
  const kinds = new Map<string, number>();
  for (const { fate } of second.fates) kinds.set(fate, (kinds.get(fate) ?? 0) + 1);
  const both = Math.ceil(5000 / 350);
  expect(Object.fromEntries(kinds)).toEqual({
    handedOver: 100,
    changed: Math.ceil(5000 / 70) - both,
    same: 5000 - 100 - Math.ceil(5000 / 70) + both,
  });
});
