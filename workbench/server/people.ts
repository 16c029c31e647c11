/** Who may look at the workbook, and as what. */
import type { Engine, FileInfo } from '../engine/engine';
import { PlainError } from './plain-error';
import type { Person, Role } from './protocol';

/** Owner first, then editors, then viewers. */
export function peopleOf(file: FileInfo): Person[] {
  const people = new Map<string, Role>([[file.owner, 'owner']]);
  for (const email of file.editors) if (!people.has(email)) people.set(email, 'editor');
  for (const email of file.viewers) if (!people.has(email)) people.set(email, 'viewer');
  return [...people].map(([email, role]) => ({ email, role }));
}

/** What somebody is to the file; null for a stranger. */
export function roleOf(file: FileInfo, email: string): Role | null {
  return peopleOf(file).find((person) => person.email === email)?.role ?? null;
}

/** The e-mail as it is stored. Throws PlainError when it is none. */
export function readEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (/^[^\s@<>"']+@[^\s@<>"']+$/.test(email)) return email;
  throw new PlainError(
    `“${text.trim()}” is not an e-mail address. It needs a name, an @ and a place, such as ana@example.com.`,
  );
}

/** Makes a stranger an editor of the file, as the owner's Share dialog would. */
export async function admit(engine: Engine, email: string): Promise<void> {
  const file = engine.file();
  if (roleOf(file, email)) return;
  await engine.write([{ op: 'file', patch: { editors: [...file.editors, email] } }], {
    kind: 'system',
    user: file.owner,
  });
}
