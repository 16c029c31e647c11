import { type AgendaFacts, agendaMail, calendarLink, MAX_LINK, mailLink } from '../../src/core/shared/links';

/** What a mail program makes of a link. */
function read(link: string): { to: string; subject: string; body: string } {
  const url = new URL(link);
  expect(url.protocol).toBe('mailto:');
  return {
    to: decodeURIComponent(url.pathname),
    subject: url.searchParams.get('subject') ?? '',
    body: url.searchParams.get('body') ?? '',
  };
}

const NOTE = '(cut)';

describe('a mail as a link', () => {
  test('carries address, subject and text whole, with the line ends that mail wants', () => {
    const mail = { subject: '1:1 & more?', body: 'one\ntwo = 50 % #3\n– “three”' };
    expect(read(mailLink('mira+x@example.com', mail, NOTE))).toEqual({
      to: 'mira+x@example.com',
      subject: '1:1 & more?',
      body: 'one\r\ntwo = 50 % #3\r\n– “three”',
    });
  });

  test('without an address it is still a mail', () => {
    expect(read(mailLink('', { subject: 's', body: 'b' }, NOTE)).to).toBe('');
  });

  test.each(['a', 'ü', '日本', '🎯'])('a long text of %s is cut at a line and says so', (sign) => {
    const lines = Array.from({ length: 200 }, (_, i) => `${i} ${sign.repeat(20)}`);
    const link = mailLink('mira@example.com', { subject: 'Recap', body: lines.join('\n') }, NOTE);
    expect(link.length).toBeLessThanOrEqual(MAX_LINK);
    const body = read(link).body.split('\r\n');
    expect(body.pop()).toBe(NOTE);
    expect(body.length).toBeGreaterThan(1);
    expect(body).toEqual(lines.slice(0, body.length));
  });

  test('one endless line is cut between two characters', () => {
    const link = mailLink('', { subject: 's', body: '🎯'.repeat(3000) }, NOTE);
    expect(link.length).toBeLessThanOrEqual(MAX_LINK);
    const [text, note] = read(link).body.split('\r\n');
    expect(note).toBe(NOTE);
    expect(text).toMatch(/^(🎯)+$/u);
  });

  test('an endless subject leaves room for the text', () => {
    const { subject, body } = read(mailLink('a@example.com', { subject: 's'.repeat(5000), body: 'the text' }, NOTE));
    expect(subject.length).toBeLessThanOrEqual(300);
    expect(body).toBe('the text');
  });

  test('half a character, as a cut cell may hold, does not break it', () => {
    expect(read(mailLink('', { subject: 's', body: 'a\ud83d b \udfaf c 🎯' }, NOTE)).body).toBe('a b  c 🎯');
  });
});

describe('a day as a link to the calendar', () => {
  const entry = {
    title: '1:1 with Mira & Jon',
    date: '2026-12-31',
    time: '23:45',
    minutes: 30,
    details: 'Focus: 20 calls',
    guest: 'mira@example.com',
  };

  test('it begins at its time and ends by its minutes, also past midnight', () => {
    const query = new URL(calendarLink(entry)).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      action: 'TEMPLATE',
      text: '1:1 with Mira & Jon',
      dates: '20261231T234500/20270101T001500',
      add: 'mira@example.com',
      details: 'Focus: 20 calls',
    });
  });

  test('without a guest nobody is added; long details are cut', () => {
    const link = calendarLink({ ...entry, guest: '', details: 'x'.repeat(9000) });
    expect(link.length).toBeLessThanOrEqual(MAX_LINK);
    expect(new URL(link).searchParams.has('add')).toBe(false);
  });
});

describe('the agenda as a mail', () => {
  const facts: AgendaFacts = {
    rep: 'Mira Oakes',
    month: 202611,
    number: 4,
    day: '2026-11-03',
    minutes: 30,
    sections: [
      { name: 'New opportunities', minutes: 5 },
      { name: 'Conclusion', minutes: null },
    ],
    lastFocus: 'Twenty calls a week',
    commitments: [
      { owner: 'Jon', what: 'call Halden’s counsel', due: '12 Nov' },
      { owner: '', what: 'price list', due: '' },
    ],
    link: 'https://example.com/sheet',
  };

  test('names sections with minutes, the last focus and what is open', () => {
    const { subject, body } = agendaMail(facts);
    expect(subject).toBe('1:1 with Mira Oakes, 3 Nov 2026: the agenda');
    for (const line of [
      '– New opportunities, 5 min',
      '– Conclusion, the rest',
      'Our focus from last time: Twenty calls a week',
      '– Jon: call Halden’s counsel, by 12 Nov',
      '– price list',
      'https://example.com/sheet',
    ])
      expect(body.split('\n')).toContain(line);
    expect(body).not.toMatch(/there to help/);
  });

  test('the first one says what these meetings are for; without a day it names the month', () => {
    const { subject, body } = agendaMail({ ...facts, number: 1, day: '', lastFocus: ' ', commitments: [] });
    expect(subject).toBe('1:1 with Mira Oakes, November 2026: the agenda');
    expect(body).toMatch(/there to help/);
    expect(body).not.toMatch(/last time/);
  });
});
