/** Whom an owner's name in a file means. */
import { matchOwner, ownersOf } from '../../src/core/import/owners';

const PEOPLE = [
  { id: 'm', name: 'Mira Oakes', email: 'mira.oakes@example.com' },
  { id: 's', name: 'Seán O’Rahl', email: 'sean@example.com' },
  { id: 'z', name: 'Zoë van der Berg', email: '' },
  { id: 'j', name: 'Jürgen Groß', email: '' },
];

describe('owners', () => {
  test.each([
    [
      'm',
      ['Mira Oakes', 'MIRA  OAKES', 'Oakes, Mira', 'mira.oakes@example.com', 'Mira Oakes (deactivated)', 'mira.oakes'],
    ],
    ['m', ['Someone Else (mira.oakes@example.com)', 'Mira Oakes - inactive', 'Mira Oakes (deaktiviert)']],
    [
      'm',
      [
        '[Deactivated] Mira Oakes',
        '(inactif) Mira Oakes',
        'Deactivated - Mira Oakes',
        'Mira Oakes [inaktiv]',
        'mailto:mira.oakes@example.com',
      ],
    ],
    ['s', ["Seán O'Rahl", 'Sean ORahl', "O'Rahl, Sean"]],
    ['z', ['Zoe van der Berg', 'ZOË VAN DER BERG']],
    ['j', ['Jurgen Gross', 'Jürgen Gross', 'Juergen Gross', 'GROSS, JUERGEN']],
  ])('surely %s: %j', (id, owners) => {
    expect(owners.map((owner) => [owner, matchOwner(owner, PEOPLE)])).toEqual(
      owners.map((owner) => [owner, { is: 'person', id }]),
    );
  });

  test.each([
    ['m', ['moakes', 'M. Oakes', 'Mira O.', 'Mira Jane Oakes', 'Mira Oaks', 'Oakes Mira', 'mira']],
    [
      'm',
      [
        'Dr. Mira Oakes',
        'Mira Oakes (Sales)',
        'Mira Oakes - EMEA',
        'Oakes M.',
        'oakes.m',
        'MO',
        'M. O.',
        'EXAMPLE\\\\moakes',
      ],
    ],
    ['z', ['Zoë Berg', 'Zoe Vanderberg']],
  ])('perhaps %s: %j', (id, owners) => {
    expect(owners.map((owner) => [owner, matchOwner(owner, PEOPLE)])).toEqual(
      owners.map((owner) => [owner, { is: 'perhaps', ids: [id] }]),
    );
  });

  test('keys of users, strangers, and nobody', () => {
    const kinds = (owners: string[]) => owners.map((owner) => matchOwner(owner, PEOPLE).is);
    expect(kinds(['0058d000001AbCd', '0058d000001AbCdEAF', '48213377', '7', 'User 12', 'usr_9f3'])).toEqual(
      Array(6).fill('userId'),
    );
    expect(kinds(['Ruth Amsel', 'Mirabel Oakenshaw', 'Oakes Ltd.'])).toEqual(['stranger', 'stranger', 'stranger']);
    expect(kinds(['', ' - ', 'Unassigned', 'Nicht zugewiesen', 'Не назначен', 'N/A'])).toEqual(Array(6).fill('none'));
  });

  test('two of one name are not guessed at, and those without an owner are counted once', () => {
    const twins = [
      { id: '1', name: 'Ana Ruiz', email: 'a@example.com' },
      { id: '2', name: 'Ana Ruíz', email: 'b@example.com' },
    ];
    expect(matchOwner('ANA RUIZ', twins)).toEqual({ is: 'perhaps', ids: ['1', '2'] });
    expect(
      ownersOf(['Mira Oakes', '', 'mira oakes', 'Unassigned'], PEOPLE).map(({ key, count }) => [key, count]),
    ).toEqual([
      ['mira oakes', 2],
      ['', 2],
    ]);
  });
});
