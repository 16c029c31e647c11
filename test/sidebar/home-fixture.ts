/** A manager's home: everybody's lines, made by the rules that the add-on sorts by. */
import type { WrongTabScreen } from '../../src/contract/state';
import { type HomeFacts, type HomeLine, homeLines } from '../../src/core/home';
import { wrongTab } from './fixtures';

const person = (repId: string, name: string, more: Partial<HomeFacts>): HomeFacts => ({
  repId,
  name,
  sheetId: Number(repId.slice(1)) + 10,
  month: 202611,
  state: 'planned',
  day: '2026-11-05',
  held: '2026-10-06',
  next: '2026-11-05',
  ready: false,
  result: '▲ 104%',
  stuck: 0,
  late: 0,
  lateOthers: 0,
  lateSteps: 0,
  ...more,
});

const FEW: HomeFacts[] = [
  person('p1', 'Tomas Okafor', { state: 'running' }),
  person('p2', 'Lena Vogt', { day: '2026-10-07', ready: true, late: 1, stuck: 2 }),
  person('p3', 'Ruth Amsel', { late: 2, lateOthers: 1, result: '▼ 61%' }),
  person('p4', 'Cem Darwell', { sheetId: null }),
  person('p5', 'Ada Quill', { held: '2026-08-04', day: '2026-11-09' }),
  person('p6', 'Bram Odell', { ready: true }),
  person('p7', 'Mira Oakes', { state: 'finished', day: '2026-11-02', held: '2026-11-02', result: '● 96%' }),
  person('p8', 'Maximiliane Freifrau von Hohenlohe-Waldenburg-Schillingsfürst', { result: '▼ 38%', stuck: 1 }),
];

export function homeOf(people = FEW.length): HomeLine[] {
  const more = Array.from({ length: Math.max(0, people - FEW.length) }, (_, n) =>
    person(`p${n + 9}`, `Person ${String.fromCharCode(65 + (n % 26))}${n >= 26 ? n : ''} Example`, {
      ready: n % 3 === 0,
      stuck: n % 4,
    }),
  );
  return homeLines([...FEW, ...more].slice(0, people), '2026-11-02');
}

export function home(people?: number): WrongTabScreen {
  return { ...wrongTab(), tab: 'Team', home: homeOf(people) };
}
