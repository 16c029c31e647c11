/**
 * A formula's spelling in a file's locale, and in the engine (en-US: `,` between arguments, `.` in numbers). Pure.
 *
 * `;` separates arguments in every locale. Where the decimal sign is a comma, `,` is no separator: a formula that uses it
 * so does not parse, as at Google, and `toEngine` returns null. Array literals are `{1,2;3,4}` and `{1\2;3\4}`.
 */

const decimalSigns = new Map<string, ',' | '.'>();

/** The sign before the decimals in Google's locale (`de_DE`): ',' or '.'. */
export function decimalSign(locale: string): ',' | '.' {
  let sign = decimalSigns.get(locale);
  if (!sign) {
    const parts = new Intl.NumberFormat(locale.replace(/_/g, '-')).formatToParts(1.5);
    // U+066B is the Arabic decimal sign; there `;` separates too.
    sign = parts.some((part) => part.type === 'decimal' && part.value !== '.') ? ',' : '.';
    decimalSigns.set(locale, sign);
  }
  return sign;
}

type Kind = 'text' | 'number' | 'name' | 'open' | 'close' | 'separator' | 'space' | 'operator';
interface Token {
  kind: Kind;
  text: string;
}

const space = /\s+/y;
const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')*'/y;
const errorLiteral = /#(?:[A-Z0-9/]+[!?]?)/y;
const name = /[A-Za-z_$\u0080-\uffff][\w.$\u0080-\uffff]*|[0-9]+:\$?[0-9]+/y;
const numberWith = {
  '.': /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y,
  ',': /[0-9]+(?:,[0-9]+)?(?:[eE][+-]?[0-9]+)?/y,
};

function take(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

/** The formula's tokens, null when it cannot be cut into tokens. */
function tokens(source: string, decimal: ',' | '.'): Token[] | null {
  const found: Token[] = [];
  for (let at = 0; at < source.length; ) {
    const rest = (kind: Kind, text: string | undefined) => (text === undefined ? undefined : { kind, text });
    const sign = source[at]!;
    const token: Token | undefined =
      rest('space', take(space, source, at)) ??
      rest('text', take(quoted, source, at)) ??
      rest('text', take(errorLiteral, source, at)) ??
      rest('name', take(name, source, at)) ??
      rest('number', take(numberWith[decimal], source, at)) ??
      ('({'.includes(sign) ? { kind: 'open', text: sign } : undefined) ??
      (')}'.includes(sign) ? { kind: 'close', text: sign } : undefined) ??
      (',;\\'.includes(sign) ? { kind: 'separator', text: sign } : undefined) ??
      ('+-*/^&=<>%!:@'.includes(sign) ? { kind: 'operator', text: sign } : undefined);
    if (!token) return null;
    found.push(token);
    at += token.text.length;
  }
  return found;
}

/** Rewrites separators by the bracket they stand in; null when brackets do not match or `separator` refuses one. */
function rewrite(list: Token[], separator: (sign: string, inBraces: boolean) => string | null): string | null {
  const open: string[] = [];
  let text = '';
  for (const token of list) {
    if (token.kind === 'open') open.push(token.text);
    if (token.kind === 'close' && open.pop() !== (token.text === ')' ? '(' : '{')) return null;
    if (token.kind !== 'separator') {
      text += token.text;
      continue;
    }
    const written = open.length === 0 ? null : separator(token.text, open[open.length - 1] === '{');
    if (written === null) return null;
    text += written;
  }
  return open.length === 0 ? text : null;
}

/** Two values side by side, or an operator at the end, is no formula. */
function isComplete(list: Token[]): boolean {
  const solid = list.filter((token) => token.kind !== 'space');
  const last = solid[solid.length - 1];
  if (!last || (last.kind === 'operator' && last.text !== '%')) return false;
  const isValue = (token: Token | undefined) => token?.kind === 'number' || token?.text.startsWith('"') === true;
  return !solid.some((token, index) => isValue(token) && isValue(solid[index + 1]));
}

/**
 * The engine's spelling of a formula written in the file's locale (with its leading `=`), or null when Google could not
 * parse it there: the cell keeps the text and shows #ERROR!.
 */
export function toEngine(text: string, locale: string): string | null {
  const decimal = decimalSign(locale);
  const list = tokens(text.slice(1), decimal);
  if (!text.startsWith('=') || !list || !isComplete(list)) return null;
  const engine = list.map((token) =>
    token.kind === 'number' ? { ...token, text: token.text.replace(',', '.') } : token,
  );
  const written = rewrite(engine, (sign, inBraces) => {
    if (sign === ';') return inBraces ? ';' : ',';
    if (sign === '\\') return inBraces ? ',' : null;
    return decimal === '.' ? ',' : null;
  });
  return written === null ? null : `=${written}`;
}

/** A formula of the engine as the file's locale shows it. */
export function toLocale(engineText: string, locale: string): string {
  if (decimalSign(locale) === '.') return engineText;
  const list = tokens(engineText.slice(1), '.');
  if (!list) return engineText;
  const local = list.map((token) =>
    token.kind === 'number' ? { ...token, text: token.text.replace('.', ',') } : token,
  );
  const written = rewrite(local, (sign, inBraces) => (sign === ',' ? (inBraces ? '\\' : ';') : sign));
  return written === null ? engineText : `=${written}`;
}
