import type { LifeLine } from '../../src/contract/life';
import type { LifeView, MeetingScreen, RowView } from '../../src/contract/state';
import { life, row, running } from './fixtures';

const NAMES = [
  'Almere Cold Chain',
  'Vantor Steel, second line',
  'Corrib Ferries',
  'Lumen Optik\nService contract',
  'Abel Print',
  'Adria Boats',
  'Agran Seeds',
  'Ahorn Möbel',
  'Nordhavn Offshore Services, framework agreement',
  'Brennan & Daughters',
];

/** Lives that occur on a list, and what goes along with them. */
const KINDS: { cells: RowView['cells']; life: LifeView; amount: number }[] = [
  {
    cells: { status: 'stuck', next: 'Waiting for their lawyers' },
    life: life(202605, 1, 2, 'mnmpmmsms.s.'),
    amount: 3,
  },
  { cells: { when: '2026-12-10', next: 'Board decides' }, life: life(202606, 3, 0, 'mnmpmpmmmp'), amount: 1 },
  { cells: { when: '2026-10-20', next: 'Send the contract' }, life: life(202608, 0, 1, 'mnmmm.'), amount: 1 },
  { cells: { status: 'closing', when: '2026-11-24', next: 'Sign' }, life: life(202607, 0, 0, 'mnmmmacm'), amount: 2 },
  { cells: { status: 'going cold', next: 'One last letter' }, life: life(202607, 0, 1, 'mnmmg.g.'), amount: 1 },
];

/** A meeting at its existing opportunities: `worth` of them with a reason, the others unmoved for a month at most. */
export function manyDeals(count: number, worth: number): MeetingScreen {
  const m = running('existing');
  const rows = Array.from({ length: count }, (_, i) => {
    // Spread over the list, so that the order is the review's and not the sheet's.
    const at = Math.floor((i * worth) / count);
    const stands = at !== Math.floor(((i - 1) * worth) / count) || i === 0;
    const kind = stands ? KINDS[at % KINDS.length] : undefined;
    return row(
      `existing:d${i}`,
      100 + i,
      {
        who: `${NAMES[i % NAMES.length]}${i < NAMES.length ? '' : ` ${i + 1}`}`,
        amount: (4000 + ((i * 700) % 9000)) * (kind?.amount ?? 1),
        when: '',
        next: i % 3 === 0 ? 'Sample goes out, Ben asks on the 20th' : '',
        ...kind?.cells,
      },
      kind?.life ?? life(202609, 0, 1, 'mnm.'),
    );
  });
  const sections = m.block.sections.map((s) => (s.id === 'existing' ? { ...s, rows } : s));
  return { ...m, block: { ...m.block, sections } };
}

/** The whole life of Halden Mills, as loadLife answers it. */
export function haldenLife(): LifeLine {
  const base = { list: 'existing' as const, status: '', amount: 38500, when: '2026-09-03', moved: '', next: '' };
  const none = { change: 'none' as const, changes: [], monthsUnchanged: 0, timesPushed: 0 };
  return {
    id: 'e2',
    sourceId: '',
    title: 'Halden Mills, maintenance',
    firstMonth: 202605,
    monthsUnchanged: 2,
    timesPushed: 1,
    monthsStuck: 3,
    monthsOpen: 7,
    outcome: 'open',
    outcomeMonth: null,
    gaps: [{ month: 202607, why: 'noMeeting' }],
    steps: [
      { ...base, ...none, month: 202605, list: 'new', amount: 12000, change: 'new', next: 'Look at both lines' },
      {
        ...base,
        ...none,
        month: 202606,
        change: 'amount',
        changes: [{ what: 'amount', from: 12000, to: 38500 }],
        moved: 'They want the second line, too',
      },
      {
        ...base,
        ...none,
        month: 202608,
        status: 'stuck',
        when: '2026-12-15',
        change: 'pushed',
        changes: [
          { what: 'status', from: '', to: 'stuck' },
          { what: 'when', from: '2026-09-03', to: '2026-12-15' },
        ],
        next: 'Waiting for legal since August',
      },
      { ...base, ...none, month: 202609, status: 'stuck', next: 'Waiting for legal since August' },
      { ...base, ...none, month: 202610, status: 'stuck', next: 'Waiting for legal since August' },
      { ...base, ...none, month: 202611, status: 'stuck', next: 'Waiting for legal since August' },
    ],
  };
}
