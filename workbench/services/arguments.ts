/**
 * Signatures and what happens when arguments do not fit them.
 *
 * A signature is overloads separated by `|`, each a list of types separated by blanks:
 *   int num bool str text date obj any fn blob     `text` also takes numbers and booleans as their text
 *   Range, Sheet, … a service's object     Dimension, … an enum     each with [] or [][] behind, and `?` for null: behind
 *   the brackets for the whole, before them (`str?[][]`) for an element
 *   `...any` at the end takes any number of further arguments.
 * Source of the error: facts §5.2 ("The parameters (String) don't match the method signature for SpreadsheetApp.Range.setX.").
 */
import { Exception } from './exception';

export interface Overload {
  types: ArgumentType[];
  /** Further arguments may follow. */
  open: boolean;
}

interface ArgumentType {
  base: string;
  arrays: number;
  nullable: boolean;
  nullableElements: boolean;
}

export function parseOverloads(signature: string): Overload[] {
  return signature.split('|').map((text) => {
    const words = text.trim().split(/\s+/).filter(Boolean);
    const open = words.at(-1) === '...any';
    return { open, types: (open ? words.slice(0, -1) : words).map(parseType) };
  });
}

function parseType(word: string): ArgumentType {
  const match = /^(\w+)(\?(?=\[))?((?:\[\])*)(\?)?$/.exec(word);
  if (!match) throw new Error(`Unreadable type "${word}" in a signature`);
  const [, base, elements, brackets, whole] = match;
  return { base: base!, arrays: brackets!.length / 2, nullable: whole === '?', nullableElements: elements === '?' };
}

/** The arguments converted to the first overload that takes them; throws Google's text when none does. */
export function matchArguments(overloads: readonly Overload[], args: readonly unknown[], fullName: string): unknown[] {
  for (const overload of overloads) {
    if (args.length < overload.types.length || (args.length > overload.types.length && !overload.open)) continue;
    const taken: unknown[] = [];
    if (overload.types.every((type, at) => take(args[at], type, taken))) {
      return [...taken, ...args.slice(overload.types.length)];
    }
  }
  throw new Exception(
    `The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${fullName}.`,
  );
}

function take(value: unknown, type: ArgumentType, taken: unknown[]): boolean {
  const box: { value: unknown } = { value };
  if (!fits(box, type, type.arrays)) return false;
  taken.push(box.value);
  return true;
}

function fits(box: { value: unknown }, type: ArgumentType, arrays: number): boolean {
  const { value } = box;
  if (value === null || value === undefined) {
    box.value = null;
    if (type.base === 'any' || (arrays === 0 && type.nullableElements)) return true;
    return arrays === type.arrays && type.nullable;
  }
  if (arrays === 0) return fitsBase(box, type.base);
  if (!Array.isArray(value)) return false;
  const copy: unknown[] = [];
  for (const item of value) {
    const inner = { value: item as unknown };
    if (!fits(inner, type, arrays - 1)) return false;
    copy.push(inner.value);
  }
  box.value = copy;
  return true;
}

function fitsBase(box: { value: unknown }, base: string): boolean {
  const { value } = box;
  switch (base) {
    case 'any':
      return true;
    case 'int':
      // As Java's conversion: the fraction goes, what is no number counts as 0.
      if (typeof value === 'number') box.value = Number.isFinite(value) ? Math.trunc(value) : 0;
      return typeof value === 'number';
    case 'num':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'str':
      return typeof value === 'string';
    case 'text':
      if (typeof value === 'number' || typeof value === 'boolean') box.value = String(value);
      return typeof box.value === 'string';
    case 'date':
      return value instanceof Date;
    case 'fn':
      return typeof value === 'function';
    case 'obj':
      return typeof value === 'object' && value !== null && !(value instanceof Date) && servicePath(value) === null;
    default: {
      const name = servicePath(value);
      return name !== null && name.slice(name.lastIndexOf('.') + 1) === base;
    }
  }
}

/** As Google names a value's type in the message. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (value instanceof Date) return 'Date';
  if (Array.isArray(value)) return `${value.length === 0 ? 'null' : typeName(value[0])}[]`;
  return servicePath(value) ?? '(class)';
}

/** Filled by members.ts and enums.ts: how to tell a service's object. Kept apart because both need this file. */
let servicePath: (value: unknown) => string | null = () => null;
export function tellServicesBy(read: (value: unknown) => string | null): void {
  servicePath = read;
}
