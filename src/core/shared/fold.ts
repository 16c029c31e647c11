/** Letters that do not come apart into a plain letter and a mark. */
const PLAIN: Record<string, string> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ı: 'i', þ: 'th' };

/**
 * A text as people's spellings are compared: small letters, without accents, one space between words. "Élan  Süß" and
 * "elan suss" are the same; signs stay.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßłøæœđıþ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a folded text: letters and figures, everything else parts them. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What programs write where there is nothing; a person's own "tbd" is none of these. */
const BLANKS = new Set(
  [
    '- -- --- – — . … ... n/a #n/a n.a. na null (null) \\n nil none (none) empty (empty) blank (blank)',
    '(no value)|no value|not set|(not set)|not available|undefined|nan|nat|k. a.|k.a.|keine angabe|(leer)|leer',
    'kein wert|(kein wert)|n.v.|s/o|aucun|aucune|(vide)|vide|non renseigne|sin valor|(sin valor)|ninguno|(vacio)|vacio',
    'sem valor|(sem valor)|nenhum|(vazio)|vazio|nessuno|nessun valore|(vuoto)|vuoto|geen|geen waarde|(geen waarde)|(leeg)',
    'leeg|нет|н/д|(пусто)|пусто|не указано|не указана|не задано|не заполнено|нет данных|н/у|nicht angegeben|entfallt|n. v.',
    'n.d.|n/d|non defini|aucune valeur|neant|s.o.|sans objet|en blanco|n/c|no disponible|no aplica|sin datos|em branco|nulo',
    'nao informado|nao definido|nao se aplica|non disponibile|non definito|n.p.|n.v.t.|nvt|niet ingevuld|not specified',
    'unspecified|no data|not applicable|n.a|n/a.|n\\a|void|please select|select one|#ref!|#value!|#div/0!|#null!|#name?|#num!',
    '#error!|n.b.|nihil|n/b|0001-01-01|00-00-0000|0000-00-00|0000-00-00 00:00:00|00.00.0000|00/00/0000',
    // The first day that a program or a sheet can count.
    '1900-01-00|1899-12-30|30.12.1899|12/30/1899|30/12/1899|1/0/1900|01/01/0001|1/1/0001|01.01.0001|0001-01-01t00:00:00',
    '1/1/0001 12:00:00 am|0000-00-00t00:00:00z|0001-01-01 00:00:00|0001-01-01t00:00:00z',
  ].flatMap((line) => line.split(line.includes('|') ? '|' : ' ')),
);

/**
 * True for a blank cell and for what programs write in its place: "-", "N/A", "NULL", "\N", "(No value)", "0000-00-00",
 * also between brackets, dashes or quotes: "<null>", "--None--", '""'.
 */
export function isBlankMark(text: string): boolean {
  if (text.length > 30) return false;
  const plain = fold(text);
  if (plain === '' || BLANKS.has(plain)) return true;
  const bare = /^([<[(\x22'{_-]+)\s?(.*?)\s?[>\])\x22'}_-]+$/.exec(plain);
  return bare !== null && (bare[2] === '' || BLANKS.has(String(bare[2])));
}
