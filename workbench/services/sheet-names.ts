/** What a tab may be called (facts §5.3). */
import { sheets } from './book';
import { Exception } from './exception';
import { sameName } from './references';

const MAX_NAME = 100;

/** Throws Google's text when the name is taken by another tab, too long or empty. */
export function checkSheetName(name: string, ownId: number | null): void {
  if (name === '') throw new Exception('The sheet name cannot be empty.');
  if (name.length > MAX_NAME) throw new Exception(`The sheet name cannot be greater than ${MAX_NAME} characters.`);
  if (sheets().some((sheet) => sheet.id !== ownId && sameName(sheet.name, name))) {
    throw new Exception(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

/** "Sheet5": the first free number from the count of tabs on. */
export function freeSheetName(): string {
  for (let number = sheets().length + 1; ; number++) {
    if (!sheets().some((sheet) => sameName(sheet.name, `Sheet${number}`))) return `Sheet${number}`;
  }
}

/** "Copy of X", and with a number when that is taken. */
export function copyName(name: string): string {
  const first = `Copy of ${name}`;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? first : `${first} ${number}`;
    if (!sheets().some((sheet) => sameName(sheet.name, candidate))) return candidate;
  }
}

/** A gid for a new tab: random, as at Google. */
export function newSheetId(): number {
  for (;;) {
    const id = Math.floor(Math.random() * (2 ** 31 - 1)) + 1;
    if (!sheets().some((sheet) => sheet.id === id)) return id;
  }
}
