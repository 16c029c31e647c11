/** Names in a text of one person a line, "Name" or "Name, e-mail"; the same name twice counts once. */
export function namesIn(text: string): string[] {
  const names = text
    .split('\n')
    .map((line) => (line.split(/[,;\t]/)[0] ?? '').trim())
    .filter((name) => name !== '');
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
