/**
 * `Utilities.formatString`: sprintf with Java's flags.
 * Source: https://developers.google.com/apps-script/reference/utilities/utilities#formatString(String,Object...)
 */

const SPECIFIER = /%(?:(\d+)\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/** Fills the template; throws a RangeError with Java's wording on a missing argument or an unknown conversion. */
export function formatJavaString(template: string, args: readonly unknown[]): string {
  let next = 0;
  return template.replace(SPECIFIER, (whole, position, flags: string, width, precision, conversion: string) => {
    if (conversion === '%') return pad('%', flags, width);
    if (conversion === 'n') return '\n';
    const index = position === undefined ? next++ : Number(position) - 1;
    if (index >= args.length) throw new RangeError(`Format specifier '${whole}'`);
    const digits = precision === undefined ? null : Number(precision);
    return pad(convert(conversion, args[index], flags, digits, whole), flags, width);
  });
}

function pad(text: string, flags: string, width: string | undefined): string {
  if (width === undefined || text.length >= Number(width)) return text;
  if (flags.includes('-')) return text.padEnd(Number(width));
  if (!flags.includes('0')) return text.padStart(Number(width));
  const sign = /^[+\-( ]/.test(text) ? text[0]! : '';
  return sign + text.slice(sign.length).padStart(Number(width) - sign.length, '0');
}

function convert(conversion: string, value: unknown, flags: string, precision: number | null, whole: string): string {
  const lower = conversion.toLowerCase();
  const text = convertLower(lower, value, flags, precision, whole);
  return conversion === lower ? text : text.toUpperCase();
}

function convertLower(
  conversion: string,
  value: unknown,
  flags: string,
  precision: number | null,
  whole: string,
): string {
  switch (conversion) {
    case 's':
      return String(value).slice(0, precision ?? undefined);
    case 'b':
      return String(value !== null && value !== undefined && value !== false);
    case 'c':
      return typeof value === 'number' ? String.fromCodePoint(value) : String(value).slice(0, 1);
    case 'd':
    case 'i':
      return signed(Math.trunc(Number(value)), flags, (size) => size.toFixed(0));
    case 'f':
      return signed(Number(value), flags, (size) => size.toFixed(precision ?? 6));
    case 'e':
      return signed(Number(value), flags, (size) =>
        size.toExponential(precision ?? 6).replace(/e([+-])(\d)$/, 'e$10$2'),
      );
    case 'g':
      return signed(Number(value), flags, (size) => size.toPrecision(precision ?? 6));
    case 'x':
      return (flags.includes('#') ? '0x' : '') + (Math.trunc(Number(value)) >>> 0).toString(16);
    case 'o':
      return (flags.includes('#') ? '0' : '') + (Math.trunc(Number(value)) >>> 0).toString(8);
    default:
      throw new RangeError(`Unknown format conversion '${whole}'`);
  }
}

function signed(value: number, flags: string, write: (size: number) => string): string {
  if (Number.isNaN(value)) return 'NaN';
  let text = write(Math.abs(value));
  if (flags.includes(',')) text = text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  if (value < 0) return flags.includes('(') ? `(${text})` : `-${text}`;
  return (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') + text;
}
