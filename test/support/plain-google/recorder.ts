/** Things of Google's that are built by a chain of calls: rules, text styles, rich texts. What was asked for is written down. */

const SAID = Symbol('said');

interface Recorded {
  [SAID]: string;
}

/** Anything as text: what was recorded of it, a range's address, else JSON. */
export function described(thing: unknown): string {
  if (thing === null || thing === undefined) return '';
  if (typeof thing === 'string') return thing;
  if (Array.isArray(thing)) return `[${thing.map(described).join(', ')}]`;
  if (typeof thing === 'object' && SAID in thing) return (thing as Recorded)[SAID];
  if (typeof thing === 'object' && 'getA1Notation' in thing)
    return (thing as GoogleAppsScript.Spreadsheet.Range).getA1Notation();
  return JSON.stringify(thing);
}

/** A builder that answers every call with itself; `build` gives the same thing, ready. */
export function recorder(what: string, said = what, ranges: unknown = []): unknown {
  let text = '';
  const self: object = new Proxy(
    {},
    {
      has: (_, name) => name === SAID,
      get(_, name) {
        if (name === SAID) return said;
        if (typeof name === 'symbol' || name === 'toJSON') return undefined;
        if (name === 'build') return () => self;
        if (name === 'copy') return () => recorder(what, said, ranges);
        if (name === 'getText') return () => text;
        // They do not follow rows here: a rule holds where it was made for.
        if (name === 'getRanges') return () => ranges;
        if (name === 'getCriteriaType')
          return () => (said.includes('requireValueInList') ? 'VALUE_IN_LIST' : 'VALUE_IN_RANGE');
        if (/^get|^is/.test(name)) throw new Error(`NotImplemented: ${what}.${name}`);
        return (...given: unknown[]) => {
          if (name === 'setText') text = String(given[0]);
          if (name === 'setRanges') [ranges] = given;
          said += `.${name}(${given.map(described).join(', ')})`;
          return self;
        };
      },
    },
  );
  return self;
}

/** An enum of Google's: each name stands for itself. */
export const names = new Proxy({}, { get: (_, name) => (typeof name === 'symbol' ? undefined : name) });

/** An object of which other members throw by name. */
export function strict<T extends object>(what: string, members: T): T {
  return new Proxy(members, {
    get(target, name, self) {
      if (typeof name === 'symbol' || name in target || name === 'toJSON' || name === 'then')
        return Reflect.get(target, name, self);
      throw new Error(`NotImplemented: ${what}.${name}`);
    },
  });
}
