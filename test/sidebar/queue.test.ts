import type { EditOutcome } from '../../src/contract/calls';
import { readQueue } from '../../src/sidebar/save/keep';
import { answered, decided } from '../../src/sidebar/save/outcomes';
import { EMPTY_QUEUE, overlay, putBack, type Queue, takeBatch, typed } from '../../src/sidebar/save/queue';

const around = { rowOf: () => ({ who: 'Known deal', next: 'old' }), newKey: () => 'new:fresh2' };
const edit = (now: string | number, was: string | number = 'old', key = 'existing:e1') => ({
  key,
  field: 'next' as const,
  was,
  now,
});
const saved = (key = 'existing:e1'): EditOutcome => ({ key, field: 'next', outcome: 'saved' });
const sent = (queue: Queue): Queue => takeBatch(queue)?.queue ?? queue;
const file = (queue: Queue, outcomes: EditOutcome[]) => answered(queue, outcomes, around).queue;

describe('typing', () => {
  test('edits of one cell become one, with the first "was"', () => {
    const queue = typed(typed(EMPTY_QUEUE, edit('a')), edit('ab', 'a'));
    expect(queue.waiting).toEqual([edit('ab')]);
  });

  test('typing back to what was there leaves nothing to send', () => {
    expect(typed(typed(EMPTY_QUEUE, edit('a')), edit('old')).waiting).toEqual([]);
  });

  test('what is typed while a save is under way is based on what that save writes', () => {
    const queue = typed(sent(typed(EMPTY_QUEUE, edit('a'))), edit('ab'));
    expect(queue.sending).toEqual([edit('a')]);
    expect(queue.waiting).toEqual([edit('ab', 'a')]);
  });

  test('a batch without an answer is repeated as it was, not mixed with newer text', () => {
    const queue = typed(sent(typed(EMPTY_QUEUE, edit('a'))), edit('ab'));
    expect(takeBatch(queue)?.batch).toEqual([edit('a')]);
  });

  test('the newest text is what is shown', () => {
    const queue = typed(sent(typed(EMPTY_QUEUE, edit('a'))), edit('ab'));
    expect(overlay(queue).get('existing:e1')).toEqual({ next: 'ab' });
  });

  test('a batch that was turned down waits again with the first "was"', () => {
    const queue = putBack(typed(sent(typed(EMPTY_QUEUE, edit('a'))), edit('ab')));
    expect(queue).toMatchObject({ sending: [], waiting: [edit('ab')] });
  });
});

describe('answers', () => {
  test('saved: nothing is left, and later text goes on from there', () => {
    expect(file(sent(typed(EMPTY_QUEUE, edit('a'))), [saved()])).toEqual(EMPTY_QUEUE);
    const typing = typed(sent(typed(EMPTY_QUEUE, edit('a'))), edit('ab'));
    expect(file(typing, [saved()]).waiting).toEqual([edit('ab', 'a')]);
  });

  test('conflict: both texts are kept, the newest of mine, and nothing is sent', () => {
    const typing = typed(sent(typed(EMPTY_QUEUE, edit('a'))), edit('ab'));
    const queue = file(typing, [{ key: 'existing:e1', field: 'next', outcome: 'conflict', theirs: 'x', cell: 'H21' }]);
    expect(queue.conflicts).toEqual([{ key: 'existing:e1', field: 'next', mine: 'ab', theirs: 'x', cell: 'H21' }]);
    expect(takeBatch(queue)).toBeNull();
    expect(typed(queue, edit('abc')).conflicts[0]?.mine).toBe('abc');
  });

  test('both typed the same: no question', () => {
    const queue = file(sent(typed(EMPTY_QUEUE, edit('a'))), [
      { key: 'existing:e1', field: 'next', outcome: 'conflict', theirs: 'a' },
    ]);
    expect(queue).toEqual(EMPTY_QUEUE);
  });

  test.each([
    ['mine', [{ key: 'existing:e1', field: 'next', was: 'x', now: 'a' }]],
    ['theirs', []],
    ['both', [{ key: 'existing:e1', field: 'next', was: 'x', now: 'x\na' }]],
  ] as const)('decided for %s', (choice, waiting) => {
    const queue = file(sent(typed(EMPTY_QUEUE, edit('a'))), [
      { key: 'existing:e1', field: 'next', outcome: 'conflict', theirs: 'x' },
    ]);
    const [conflict] = queue.conflicts;
    expect(decided(queue, conflict!, choice)).toMatchObject({ conflicts: [], waiting });
  });

  test('gone: the text is kept with the row as last seen', () => {
    const queue = file(sent(typed(EMPTY_QUEUE, edit('a'))), [{ key: 'existing:e1', field: 'next', outcome: 'gone' }]);
    expect(queue.orphaned).toEqual([{ key: 'existing:e1', cells: { who: 'Known deal', next: 'a' }, typed: ['next'] }]);
    expect(typed(queue, edit('ab')).orphaned[0]?.cells.next).toBe('ab');
  });

  test('formula and refused: the text is kept and said, not sent again', () => {
    const formula = file(sent(typed(EMPTY_QUEUE, edit('a'))), [
      { key: 'existing:e1', field: 'next', outcome: 'formula', cell: 'H21' },
    ]);
    expect(formula.refused).toEqual([{ key: 'existing:e1', field: 'next', kind: 'formula', text: 'a', cell: 'H21' }]);
    const problem = { code: 'tooLong', message: 'too long' };
    const refused = file(sent(typed(EMPTY_QUEUE, edit('a'))), [
      { key: 'existing:e1', field: 'next', outcome: 'refused', problem },
    ]);
    expect(takeBatch(refused)).toBeNull();
    expect(overlay(refused).get('existing:e1')).toEqual({ next: 'a' });
    expect(typed(refused, edit('b')).refused).toEqual([]);
  });

  test('an edit that the server did not speak of is sent again', () => {
    const queue = file(sent(typed(typed(EMPTY_QUEUE, edit('a')), edit('b', 'old', 'existing:e2'))), [saved()]);
    expect(queue.waiting).toEqual([edit('b', 'old', 'existing:e2')]);
  });
});

describe('two people begin the same empty row', () => {
  const begun = (): Queue => ({
    ...EMPTY_QUEUE,
    fresh: ['new:new1'],
    waiting: [
      { key: 'new:new1', field: 'who', was: '', now: 'My deal' },
      { key: 'new:new1', field: 'why', was: '', now: 'my reason' },
    ],
  });
  const outcomes: EditOutcome[] = [
    { key: 'new:new1', field: 'who', outcome: 'conflict', theirs: 'Their deal' },
    { key: 'new:new1', field: 'why', outcome: 'saved' },
  ];

  test('mine moves to a row of its own, and what slipped into theirs is taken back', () => {
    const typing = typed(sent(begun()), { key: 'new:new1', field: 'next', was: '', now: 'my step' });
    const { queue, moved } = answered(typing, outcomes, around);
    expect([...moved]).toEqual([['new:new1', 'new:fresh2']]);
    expect(queue.conflicts).toEqual([]);
    expect(queue.waiting).toEqual(
      expect.arrayContaining([
        { key: 'new:fresh2', field: 'who', was: '', now: 'My deal' },
        { key: 'new:fresh2', field: 'why', was: '', now: 'my reason' },
        { key: 'new:fresh2', field: 'next', was: '', now: 'my step' },
        { key: 'new:new1', field: 'why', was: 'my reason', now: '' },
      ]),
    );
    expect(queue.waiting).toHaveLength(4);
  });

  test('a row that was saved once is theirs and mine: then it is a question', () => {
    const queue = file({ ...sent(begun()), fresh: [] }, outcomes);
    expect(queue.conflicts).toHaveLength(1);
  });
});

describe('kept over a reload', () => {
  test('the whole queue comes back', () => {
    const queue = typed(sent(typed(EMPTY_QUEUE, edit('a'))), edit('ab'));
    expect(readQueue(JSON.stringify(queue))).toEqual(queue);
  });

  test.each([[null], [''], ['{'], ['null'], ['[]'], ['{"sending":1}']])('%p gives an empty queue', (text) => {
    expect(readQueue(text)).toEqual(EMPTY_QUEUE);
  });
});
