/** Texts as UTF-8 bytes and base64. Apps Script has no TextEncoder; its bytes are Java's, from -128 to 127. */

export function signedByte(value: number): number {
  return ((value & 0xff) << 24) >> 24;
}

export function encodeText(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0)!;
    // A lone surrogate has no UTF-8 form.
    const point = code >= 0xd800 && code <= 0xdfff ? 0x3f : code;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    else {
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 0x3f),
        0x80 | ((point >> 6) & 0x3f),
        0x80 | (point & 0x3f),
      );
    }
  }
  return bytes.map(signedByte);
}

/** Bytes that are no UTF-8 become U+FFFD. */
export function decodeText(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]! & 0xff;
    const size =
      lead < 0x80
        ? 1
        : lead >= 0xf0 && lead < 0xf8
          ? 4
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xc0 && lead < 0xe0
              ? 2
              : 0;
    const tail = bytes.slice(at + 1, at + size).map((byte) => byte & 0xff);
    if (size === 0 || tail.length < size - 1 || tail.some((byte) => (byte & 0xc0) !== 0x80)) {
      text += '\ufffd';
      at++;
      continue;
    }
    const head = size === 1 ? lead : lead & (0xff >> (size + 1));
    const point = tail.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), head);
    text += point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
    at += size;
  }
  return text;
}

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: readonly number[], webSafe: boolean): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const chunk = [0, 1, 2].map((offset) => (bytes[at + offset] ?? 0) & 0xff) as [number, number, number];
    const bits = (chunk[0] << 16) | (chunk[1] << 8) | chunk[2];
    const letters = [18, 12, 6, 0].map((shift) => STANDARD[(bits >> shift) & 63]!);
    const kept = Math.min(4, bytes.length - at + 1);
    text += letters.slice(0, kept).join('') + '='.repeat(4 - kept);
  }
  return webSafe ? text.replaceAll('+', '-').replaceAll('/', '_') : text;
}

/** Either alphabet; null when a character belongs to neither. */
export function fromBase64(text: string): number[] | null {
  const bare = text.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (/[^A-Za-z0-9+/]/.test(bare) || bare.length % 4 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < bare.length; at += 4) {
    const chunk = bare.slice(at, at + 4);
    const bits = [...chunk].reduce((sum, char, place) => sum | (STANDARD.indexOf(char) << (18 - 6 * place)), 0);
    for (let place = 0; place < chunk.length - 1; place++) bytes.push(signedByte(bits >> (16 - 8 * place)));
  }
  return bytes;
}
