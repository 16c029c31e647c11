import { isAddress, parsePeople, sameName, shortName, tabNameFor } from '../../src/core/roster';

test('names are enough; e-mails are found wherever they stand', () => {
  const { people, problems } = parsePeople(
    'Mira Oakes\n\n  Ben   Sorrel , ben@example.com\nAylin Tarkoy <AYLIN@example.com>\r\nLotte\tlotte@example.com',
  );
  expect(problems).toEqual([]);
  expect(people).toEqual([
    { name: 'Mira Oakes', email: '' },
    { name: 'Ben Sorrel', email: 'ben@example.com' },
    { name: 'Aylin Tarkoy', email: 'aylin@example.com' },
    { name: 'Lotte', email: 'lotte@example.com' },
  ]);
});

test('a repeated line counts once; one name with two addresses is two people and has to be told apart', () => {
  expect(parsePeople('Mira\nmira\nMIRA, m@example.com').people).toEqual([{ name: 'Mira', email: 'm@example.com' }]);
  expect(parsePeople('Mira, a@example.com\nMira, b@example.com').problems).toEqual([
    { code: 'duplicatePerson', about: { name: 'Mira' } },
  ]);
});

test('nothing, blanks and signs are no people', () => {
  expect(parsePeople(' \n\t\n').problems).toEqual([{ code: 'noPeople' }]);
  expect(parsePeople('???').problems[0]?.code).toBe('nameTooOdd');
  expect(parsePeople('x'.repeat(201)).problems[0]?.code).toBe('nameTooOdd');
});

test('an address that cannot be one is asked about, not made part of the name', () => {
  for (const line of ['Mira, mira@example', 'Mira <mira@>', 'Mira mira@example,com'])
    expect([line, parsePeople(line).problems[0]?.code]).toEqual([line, 'oddAddress']);
  expect(parsePeople('@home').people).toEqual([{ name: '@home', email: '' }]);
  expect(['mira@example.com', 'mira@example', 'mira@ex ample.com', 'm@e.com, n@e.com'].map(isAddress)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('odd names stay whole, only the tab is named more simply', () => {
  const names = ["O'Neill", 'Ana / Bea', 'Wow! Inc', '🚀 Rocket', "'quoted'", 'x'.repeat(150), 'a:b?c*[d]\\e'];
  expect(parsePeople(names.join('\n')).people.map((p) => p.name)).toEqual(names);
  const tabs: string[] = [];
  for (const name of names) tabs.push(tabNameFor(name, tabs));
  expect(tabs).toEqual(["O'Neill", 'Ana Bea', 'Wow Inc', '🚀 Rocket', 'quoted', 'x'.repeat(90), 'a b c d e']);
});

test('tab names never collide, whatever the case', () => {
  expect(tabNameFor('Ana / Bea', ['Ana Bea'])).toBe('Ana Bea (2)');
  expect(tabNameFor('setup', ['Setup', 'SETUP (2)'])).toBe('setup (3)');
  expect(tabNameFor(`${'x'.repeat(95)}a`, ['x'.repeat(90)])).toBe(`${'x'.repeat(90)} (2)`);
});

test('an emoji is not cut in half', () => {
  expect(tabNameFor(`${'🚀'.repeat(95)}`, [])).toBe('🚀'.repeat(90));
});

test('names are compared as people compare them', () => {
  expect(sameName('Jose\u0301', 'José')).toBe(true);
  expect(sameName('Mira\u200b Oakes', 'mira  oakes')).toBe(true);
  expect(sameName('Mira Oakes', 'Mira Oaks')).toBe(false);
  expect(shortName(' Mira Oakes ')).toBe('Mira');
});
