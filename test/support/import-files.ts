/** Files of a thousand lines as CRMs export them, for the reading and for the page. */

/** Bytes of a text in a one-byte encoding: each letter by what the decoder makes of each byte. */
function encoded(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const byteOf = new Map(Array.from({ length: 256 }, (_, n) => [decoder.decode(Uint8Array.of(n)), n]));
  return Uint8Array.from(text, (letter) => {
    const byte = byteOf.get(letter);
    if (byte === undefined) throw new Error(`${letter} is not in ${label}`);
    return byte;
  });
}

/** A thousand lines: each tenth one doubled, each hundredth without a name, a line of totals at the end. */
function file(heading: string, owner: string, name: (n: number) => string, stages: readonly [string, string]): string {
  const lines = Array.from({ length: 999 }, (_, n) => {
    const id = n % 10 === 1 ? n - 1 : n;
    const title = n % 100 === 50 ? '' : name(id);
    return `${4000 + id};${title};${owner};${100 + id};2026-12-${10 + (id % 18)};${stages[id % 20 === 0 ? 1 : 0]}`;
  });
  return [heading, ...lines, 'Total;;;99999;;'].join('\r\n');
}

export const LATIN = 'Deal ID;Deal name;Owner;Amount;Close date;Stage';

/**
 * Five files of a thousand lines, each in letters of its own: how they are written, the text, its bytes, whose deals.
 * @param owner whose deals all are; without it, somebody with letters of the language
 */
export function fiveFiles(owner?: string): [string, string, Uint8Array, string][] {
  const [jorg, lucja, pjotr] = [owner ?? 'Jörg Süß', owner ?? 'Łucja Żak', owner ?? 'Пётр Ёлкин'];
  const german = file(LATIN, jorg, (n) => `Straße »${n}« Größe ä`, ['Proposal', 'Closed Won']);
  const polish = file(LATIN, lucja, (n) => `Źródło świeżej wody nr ${n} w Łodzi`, ['Proposal', 'Closed Won']);
  const russian = file(
    'ID сделки;Название сделки;Ответственный;Сумма;Дата закрытия;Стадия',
    pjotr,
    (n) => `Поставка оборудования номер ${n}`,
    ['Переговоры', 'Выиграна'],
  );
  return [
    ['UTF-8 with a mark', german, Buffer.from(`\ufeff${german}`), jorg],
    ['UTF-16 without a mark', russian, Buffer.from(russian, 'utf16le'), pjotr],
    ['Windows-1252', german, encoded(german, 'windows-1252'), jorg],
    ['Windows-1250', polish, encoded(polish, 'windows-1250'), lucja],
    ['Windows-1251', russian, encoded(russian, 'windows-1251'), pjotr],
  ];
}
