/** A short text that differs when the input differs (53-bit, not for secrets): two FNV-like halves in base 36. */
export function digestOf(value: unknown): string {
  // Taken once: in some sandboxes each look at a global is slow.
  const { imul } = Math;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = imul(a ^ c, 2654435761);
    b = imul(b ^ c, 1597334677);
  }
  a = imul(a ^ (a >>> 16), 2246822507) ^ imul(b ^ (b >>> 13), 3266489909);
  b = imul(b ^ (b >>> 16), 2246822507) ^ imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
