/** Files in all sorts of character sets, and ids that a spreadsheet program has rounded. */
import { decodeEntities } from '../../src/core/import/entities';
import { roundedId } from '../../src/core/import/rounded-ids';
import { decodeFile, sampleWords } from '../../src/sidebar/import/bytes';
import { readBytes } from '../support/import-read';

describe('letters of a file', () => {
  const bytes = (text: string, table: Record<string, number>) =>
    Uint8Array.from([...text].map((char) => (char.charCodeAt(0) < 128 ? char.charCodeAt(0) : (table[char] as number))));
  const wide = (text: string, isBig: boolean) => {
    const little = Buffer.from(text, 'utf16le');
    return isBig ? little.swap16() : little;
  };
  const HEAD = 'Deal ID,Deal name,Owner,Amount,Close date,Stage\n';

  test.each([
    ['UTF-8', Buffer.from(`${HEAD}1,Süd,Zoë,5,2026-12-01,Won`), 'utf-8', 'Süd'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${HEAD}1,Süd,Zoë,5,2026-12-01,Won`), 'utf-8', 'Süd'],
    ['UTF-16 without a mark', wide(`${HEAD}1,Süd,Zoë,5,2026-12-01,Won`, false), 'utf-16le', 'Süd'],
    ['UTF-16, the other way round', wide(`${HEAD}1,Süd,Zoë,5,2026-12-01,Won`, true), 'utf-16be', 'Süd'],
    ['UTF-16 in Cyrillic', wide(`${HEAD}1,Печь,Ада,5,2026-12-01,Won`, false), 'utf-16le', 'Печь'],
    [
      'Windows-1252',
      bytes(`${HEAD}1,Süd groß,Zoë,5,2026-12-01,Won`, { ü: 0xfc, ß: 0xdf, ë: 0xeb }),
      'windows-1252',
      'Süd groß',
    ],
    [
      'Windows-1250',
      bytes(`${HEAD}1,Żółta łąka,Świt,5,2026-12-01,Won`, { Ż: 0xaf, ó: 0xf3, ł: 0xb3, ą: 0xb9, Ś: 0x8c }),
      'windows-1250',
      'Żółta łąka',
    ],
    [
      'Windows-1251',
      bytes(`${HEAD}1,Печь новая,Ада,5,2026-12-01,Won`, {
        П: 0xcf,
        е: 0xe5,
        ч: 0xf7,
        ь: 0xfc,
        н: 0xed,
        о: 0xee,
        в: 0xe2,
        а: 0xe0,
        я: 0xff,
        А: 0xc0,
        д: 0xe4,
      }),
      'windows-1251',
      'Печь новая',
    ],
  ])('%s', (_name, file, encoding, name) => {
    const read = readBytes(file);
    expect([read.file.encoding, read.file.doubt, read.file.broken, read.deals[0]?.name]).toEqual([
      encoding,
      [],
      0,
      name,
    ]);
  });

  test('five files of a thousand lines, each in letters of its own', () => {
    const lines = (name: string, end: string) =>
      `${HEAD}${Array.from({ length: 1000 }, (_, n) => `${n},${name} ${n},X,${n},2026-12-01,Proposal`).join('\n')}${end}`;
    const files: [Uint8Array, string, string][] = [
      [Buffer.from(lines('Förderband Süd', '')), 'utf-8', 'Förderband Süd 999'],
      [wide(lines('Förderband Süd', ''), false), 'utf-16le', 'Förderband Süd 999'],
      [bytes(lines('Förderband Süd', ''), { ö: 0xf6, ü: 0xfc }), 'windows-1252', 'Förderband Süd 999'],
      [bytes(lines('Żółta łąka', ''), { Ż: 0xaf, ó: 0xf3, ł: 0xb3, ą: 0xb9 }), 'windows-1250', 'Żółta łąka 999'],
      [bytes(lines('Печь', ''), { П: 0xcf, е: 0xe5, ч: 0xf7, ь: 0xfc }), 'windows-1251', 'Печь 999'],
    ];
    expect(
      files.map(([file]) => {
        const { file: read, deals } = readBytes(file);
        return [read.encoding, read.doubt, deals.length, deals[999]?.name];
      }),
    ).toEqual(files.map(([, encoding, name]) => [encoding, [], 1000, name]));
  });

  test('letters that two code pages have are a question, with samples; what reads the same is none', () => {
    const doubtful = bytes(`${HEAD}1,Rene Mu\u00f1oz,X,5,2026-12-01,Won`, { '\u00f1': 0xf1 });
    const { doubt } = decodeFile(doubtful);
    expect(doubt.map((encoding) => sampleWords(doubtful, encoding))).toEqual([['Muñoz'], ['Muńoz']]);
    expect(decodeFile(bytes('Süd, groß', { ü: 0xfc, ß: 0xdf })).doubt).toEqual([]);
  });

  test('entities by name and number; what is none stays', () => {
    expect(decodeEntities('O&#039;Dell &amp; S&ouml;hne &#x20AC; &hellip;')).toBe("O'Dell & Söhne € …");
    expect(decodeEntities('O&amp;#039;Dell &amp;amp; S&#246;hne, Dvo&rcaron;&aacute;k &#128;5 &AMP;')).toBe(
      "O'Dell & Söhne, Dvořák €5 &",
    );
    expect(decodeEntities('R&D; A&B &unknown; &#0; &#55296; 5 < 6')).toBe('R&D; A&B &unknown; &#0; &#55296; 5 < 6');
  });
});

test('ids that a spreadsheet program has rounded', () => {
  const lines = (...ids: (string | number)[]) => ids.map((id, n) => ({ line: n + 2, cells: [id] }));
  expect(roundedId(lines('1.88E+10'), 0)).toBe('1.88E+10');
  expect(roundedId(lines('1,88013E+10', '17'), 0)).toBe('1,88013E+10');
  expect(roundedId(lines('1880134000123450000', '1880134000123460000'), 0)).toBe('1880134000123450000');
  expect(roundedId(lines(1880134000123450000), 0)).toBe('1880134000123450000');
  expect(roundedId(lines('1880134000123456789', '1880134000123450000'), 0)).toBe('');
  expect(roundedId(lines('1.88E10'), 0)).toBe('1.88E10');
  expect(roundedId(lines('########', '17'), 0)).toBe('########');
  expect(roundedId(lines('18801340001', '006Kx00000AbC1d', '12E4'), 0)).toBe('');
  expect(roundedId(lines('1.88E+10'), undefined)).toBe('');
});
