/**
 * What may cross google.script.run, and how. Pure: the page uses the first half, a script's context the second.
 * Source: facts §2.1 and §2.2; https://developers.google.com/apps-script/guides/html/reference/run
 */

const tag = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/**
 * The arguments of a call as JSON text, checked as Google's client code does.
 * Throws a TypeError at the call when one holds a Date, a function or anything else that may not cross.
 */
export function packArguments(args: readonly unknown[]): string {
  const seen: object[] = [];
  const walk = (value: unknown, key: string): unknown => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
    if (typeof value !== 'object') throw illegal(key);
    if (seen.includes(value)) throw new TypeError('Failed due to circular reference.');
    seen.push(value);
    try {
      if (Array.isArray(value)) return value.map((item, index) => walk(item, String(index)));
      if (!isPlain(value)) throw illegal(key);
      const copy: Record<string, unknown> = {};
      for (const [name, member] of Object.entries(value)) copy[name] = walk(member, name);
      return copy;
    } finally {
      seen.pop();
    }
  };
  return JSON.stringify(args.map((arg, index) => walk(arg, String(index))));
}

function illegal(key: string): TypeError {
  return new TypeError(`Failed due to illegal value in property: ${key}`);
}

function isPlain(value: object): boolean {
  if (tag(value) !== 'Object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype as object) === null;
}

/** How a result leaves: JSON text, or no value at all (the success handler then gets null). */
export type PackedResult = { json: string } | { none: true } | { serverError: true };

/**
 * A function's result as Google lets it cross: a Date or a service's object anywhere makes the whole result null,
 * functions become their source, maps, sets and regular expressions empty objects.
 */
export function packResult(result: unknown, isServiceObject: (value: object) => boolean): PackedResult {
  const none = Symbol('none');
  const broken = Symbol('broken');
  const seen: object[] = [];
  const walk = (value: unknown): unknown => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'function') return Function.prototype.toString.call(value);
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value === 'bigint' || typeof value === 'symbol') throw broken;
    if (typeof value !== 'object') return value;
    if (tag(value) === 'Date' || isServiceObject(value)) throw none;
    if (ArrayBuffer.isView(value) || seen.includes(value)) throw broken;
    seen.push(value);
    try {
      if (Array.isArray(value)) return Array.from(value, walk);
      if (['Map', 'Set', 'RegExp', 'Promise', 'WeakMap', 'WeakSet'].includes(tag(value))) return {};
      if (['Number', 'String', 'Boolean'].includes(tag(value))) return walk(value.valueOf());
      const copy: Record<string, unknown> = {};
      for (const [name, member] of Object.entries(value)) if (member !== undefined) copy[name] = walk(member);
      return copy;
    } finally {
      seen.pop();
    }
  };
  try {
    return { json: JSON.stringify(walk(result)) };
  } catch (reason) {
    if (reason === none) return { none: true };
    if (reason === broken) return { serverError: true };
    throw reason;
  }
}

/** The only text a broken connection has (facts §2.4); it says nothing about whether the server had written. */
export const LOST_CONNECTION = 'NetworkError: Connection failure due to HTTP 0';
