/** How figures are written: signs that mean the same, and the marks between. */

/** How somebody writes 1.5: "." or ",". */
export type DecimalMark = '.' | ',';

/** Figures with their marks. `other` is there where one mark before three digits may be either. */
export function readNumber(
  text: string,
  decimal: DecimalMark,
): { value: number; other?: number; as?: 'thousands' | 'decimals' } | null {
  if (/^\d+$/.test(text)) return { value: Number(text) };
  const lone = /^([1-9]\d{0,2})([.,])(\d{3})$/.exec(text);
  if (lone) {
    const thousands = Number(`${lone[1]}${lone[3]}`);
    const decimals = Number(`${lone[1]}.${lone[3]}`);
    return lone[2] === decimal
      ? { value: decimals, other: thousands, as: 'decimals' }
      : { value: thousands, other: decimals, as: 'thousands' };
  }
  const spaced = /^(\d{1,3}(?:([ '])\d{3})(?:\2\d{3})*)(?:[.,](\d+))?$/.exec(text);
  if (spaced) return { value: Number(`${String(spaced[1]).replace(/\D/g, '')}.${spaced[3] ?? 0}`) };
  for (const [group, mark] of [
    [',', '.'],
    ['.', ','],
  ] as const)
    if (grouped(group, mark).test(text)) return { value: Number(text.split(group).join('').replace(mark, '.')) };
  return /^\d*[.,]\d+$/.test(text) ? { value: Number(text.replace(',', '.')) } : null;
}

/** Groups of three, or of two as in India (12,50,000), at least two of them unless decimals follow. */
function grouped(group: string, mark: string): RegExp {
  const [g, m] = [`\\${group}`, `\\${mark}`];
  const indian = group === ',' ? `|\\d{1,2}(?:${g}\\d{2})+${g}\\d{3}(?:${m}\\d+)?` : '';
  return new RegExp(`^(?:\\d{1,3}(?:${g}\\d{3}){2,}(?:${m}\\d+)?|\\d{1,3}(?:${g}\\d{3})+${m}\\d+${indian})$`);
}

/** One kind of space, of apostrophe and of minus. */
export function tidy(text: string): string {
  return (
    text
      .replace(/[’ʼ‘\x60´′]/g, "'")
      .normalize('NFKC')
      .replace(/[\u2212\u2010-\u2015]/g, '-')
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/g, ' ')
      // "US $": one sign. "Rs 1,00,000/-": no paise. '12500 and "12500" are texts that were to stay numbers.
      .replace(/\b(US|AU|CA|NZ|HK|SG|MX|NT|A|C|R|S) \$/, '$1$$')
      .replace(/(\d)\s?\/-+$/, '$1')
      .replace(/^(?:(?:minus|negative|neg\.?)\s|[▲△▼])(?=[\d\p{Sc}])/iu, '-')
      .replace(/\s?\(-\)$/, '-')
      // Peru, Panama; "12,500 (USD)".
      .replace(/^S\/\.?\s?(?=\d)/i, 'PEN ')
      .replace(/^B\/\.\s?(?=\d)/i, 'PAB ')
      .replace(/\s?\((\p{Sc}|[A-Z]{3})\)$/u, ' $1')
      .trim()
      .replace(/^([\x22'])(.*)\1$/, '$2')
      .replace(/^'(?=[\d(+-])|\*$/g, '')
      .trim()
  );
}
