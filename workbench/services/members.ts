/**
 * What makes a class a service: its members are counted, gated, checked against their signatures, and what it lacks and
 * Google has throws by name.
 */
import googleNames from 'google-names';
import { matchArguments, type Overload, parseOverloads } from './arguments';
import { Exception, NotImplemented } from './exception';
import { gate } from './gates';
import { ask, config, tick } from './host';

/** On a service's prototype: its documented name, e.g. 'SpreadsheetApp.Range'. */
export const path = Symbol('path');

/** Member → its overloads, in the notation of arguments.ts; '' takes nothing. */
export type Members = Record<string, string>;

type Method = (this: object, ...args: unknown[]) => unknown;

let depth = 0;

/** Puts groups of methods on the class of a service that is too large for one file. */
export function addMethods(service: { readonly prototype: object }, ...groups: object[]): void {
  for (const [name, method] of groups.flatMap((group) => Object.entries(group))) {
    if (Object.hasOwn(service.prototype, name)) throw new Error(`${name} stands in two groups`);
    define(service.prototype, name, method);
  }
}

/**
 * Makes the class a service called `name` ('SpreadsheetApp.Range'; calls count as 'Range.x').
 * Every listed member must exist, and only listed ones can be called.
 */
export function expose(service: { readonly prototype: object }, name: string, members: Members): void {
  const { prototype } = service;
  const shortName = name.slice(name.lastIndexOf('.') + 1);
  for (const [member, signature] of Object.entries(members)) {
    const method = Reflect.get(prototype, member) as Method | undefined;
    if (typeof method !== 'function') throw new Error(`${name}.${member} is listed and not there`);
    define(prototype, member, callable(method, `${shortName}.${member}`, `${name}.${member}`, signature));
  }
  define(prototype, path, name);
  closeChain(prototype, shortName);
}

/** Puts the end of the prototype chain that names what is missing. */
function closeChain(prototype: object, shortName: string): void {
  let root = prototype;
  for (;;) {
    Reflect.deleteProperty(root, 'constructor');
    const next = Object.getPrototypeOf(root) as object;
    // A base class that two services share has its end already.
    if (ends.has(next)) return;
    if (next === Object.prototype) break;
    root = next;
  }
  Object.setPrototypeOf(root, missingMembers(shortName));
}

const ends = new WeakSet<object>();

const hasAtGoogle = new Map<string, ReadonlySet<string>>();

/** Whether Google's class, enum or service of this name has that member. */
function isGoogles(shortName: string, member: string): boolean {
  let names = hasAtGoogle.get(shortName);
  if (!names) {
    names = new Set(googleNames[shortName]?.split(' '));
    hasAtGoogle.set(shortName, names);
  }
  return names.has(member);
}

/**
 * The end of a service's prototype chain: a member that Google has throws NotImplemented when it is looked at; one that
 * Google has not is undefined, as there.
 */
export function missingMembers(shortName: string): object {
  return chainEnd(shortName, isGoogles);
}

/** Names that engines, serialisers and promises ask of any object. */
const ASKED_OF_ANYTHING = new Set(['toJSON', 'then', 'length', 'nodeType', 'inspect', 'asymmetricMatch']);

/** The same for what is known by its name only: each member throws. */
export function unknownMembers(name: string): object {
  return chainEnd(name, (_, member) => !ASKED_OF_ANYTHING.has(member));
}

function chainEnd(shortName: string, isThere: (shortName: string, member: string) => boolean): object {
  const end = new Proxy(Object.create(Object.prototype) as object, {
    get(target, key, receiver: object) {
      if (typeof key === 'symbol') return Reflect.get(target, key, receiver) as unknown;
      const fullName = Reflect.get(receiver, path) as string | undefined;
      const name = fullName === undefined ? shortName : fullName.slice(fullName.lastIndexOf('.') + 1);
      if (key === 'toString') return () => name;
      if (key in target || !isThere(name, key)) return Reflect.get(target, key, receiver) as unknown;
      throw outward(new NotImplemented(`${name}.${key}`));
    },
  });
  ends.add(end);
  return end;
}

function callable(method: Method, label: string, fullName: string, signature: string): Method {
  let overloads: Overload[] | null = null;
  const { [label]: wrapped } = {
    [label](this: object, ...args: unknown[]): unknown {
      if (depth > 0) return method.apply(this, args);
      depth++;
      try {
        tick(label);
        gate(label, fullName);
        overloads ??= parseOverloads(signature);
        return method.apply(this, matchArguments(overloads, args, fullName));
      } catch (error) {
        throw outward(error);
      } finally {
        depth--;
      }
    },
  };
  return wrapped!;
}

/** Runs user code that a service calls (a template's scriptlets): its own service calls count again. */
export function callUserCode<T>(code: () => T): T {
  const outer = depth;
  depth = 0;
  try {
    return code();
  } finally {
    depth = outer;
  }
}

/** Runs a step of the services' own outside of any call; its error is the one that a call would have thrown. */
export function asScriptSees(step: () => void): void {
  try {
    step();
  } catch (error) {
    throw outward(error);
  }
}

/** The error as the script sees it: in the user's language, without the services' own lines in its stack. */
function outward(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const exception: boolean = error instanceof Exception;
  const missing: boolean = error instanceof NotImplemented;
  if (exception && config.translates) error.message = ask<string>('translate', { message: error.message });
  if (exception || missing) {
    error.stack = [`${error.name}: ${error.message}`, ...stackLines(error)].join('\n');
  }
  return error;
}

function stackLines(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return lines.filter((line) => !/services\.js|node:|worker\.cjs/.test(line));
}

/** An uncaught error as it leaves the context. */
export function describeError(error: unknown): { name: string; message: string; stack: string } {
  if (error instanceof Error) {
    const { name, message } = error;
    return {
      name: String(name),
      message: String(message),
      stack: [`${name}: ${message}`, ...stackLines(error)].join('\n'),
    };
  }
  if (typeof error === 'object' && error !== null && 'message' in error) {
    const { name, message } = error as { name?: unknown; message: unknown };
    return { name: String(name ?? 'Error'), message: String(message), stack: '' };
  }
  return { name: 'Uncaught', message: String(error), stack: '' };
}

export function define(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: false });
}

/** Whether the value is one of the services' own objects. */
export function isServiceObject(value: object): boolean {
  return typeof Reflect.get(value, path) === 'string';
}
