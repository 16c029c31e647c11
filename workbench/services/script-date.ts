/**
 * The script's own Date: local time is the manifest's zone (facts §5.1), and a test may choose what day it is.
 * The class stays the context's Date; only its local members and its clock are put in place.
 */
import { formatJavaDate } from '../values/java-date';
import { instantOfWall, offsetMs } from '../values/zoned-time';
import { config } from './host';
import { define } from './members';

/** The context's own parser, kept before Date is replaced. */
const nativeParse = Date.parse.bind(Date);

type Setter = (this: Date, ...args: number[]) => number;

const PARTS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;

/** Changes Date in this context. Called once, before any user code. */
export function installDate(): void {
  const zone = config.scriptTimeZone;
  const { prototype } = Date;
  const wall = (date: Date) => new Native(date.getTime() + offsetMs(date.getTime(), zone));
  const Native = Date;
  const started = Native.now();
  // A modelled clock stands still between the calls, so that a run is the same on every machine.
  const now = () => (config.modelsWaits > 0 ? started : Native.now()) + config.clockShiftMs;

  for (const part of [...PARTS, 'Day'] as const) {
    const read = prototype[`getUTC${part}`];
    define(prototype, `get${part}`, function (this: Date) {
      return Number.isNaN(this.getTime()) ? Number.NaN : read.call(wall(this));
    });
  }
  for (const part of PARTS) {
    const write = prototype[`setUTC${part}`] as Setter;
    define(prototype, `set${part}`, function (this: Date, ...args: number[]) {
      const shifted = Number.isNaN(this.getTime()) ? new Native(part === 'FullYear' ? 0 : Number.NaN) : wall(this);
      write.apply(shifted, args);
      return this.setTime(instantOfWall(shifted.getTime(), zone));
    });
  }
  define(prototype, 'getTimezoneOffset', function (this: Date) {
    return -offsetMs(this.getTime(), zone) / 60_000;
  });
  const say = (name: string, pattern: string) =>
    define(prototype, name, function (this: Date) {
      return Number.isNaN(this.getTime())
        ? 'Invalid Date'
        : formatJavaDate(this.getTime(), zone, pattern).replace('@', zoneWords(this.getTime(), zone));
    });
  say('toString', "EEE MMM dd yyyy HH:mm:ss 'GMT'Z '(@)'");
  say('toDateString', 'EEE MMM dd yyyy');
  say('toTimeString', "HH:mm:ss 'GMT'Z '(@)'");
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const original = prototype[name] as (this: Date, locale?: string, options?: Intl.DateTimeFormatOptions) => string;
    define(prototype, name, function (this: Date, locale?: string, options?: Intl.DateTimeFormatOptions) {
      return original.call(this, locale ?? 'en-US', { timeZone: zone, ...options });
    });
  }

  const Zoned = new Proxy(Native, {
    construct(target, args: unknown[], newTarget) {
      const made = Reflect.construct(target, argumentsOf(args, now, zone), newTarget) as Date;
      return made;
    },
    apply: () => new Native(now()).toString(),
    get(target, key, receiver) {
      if (key === 'now') return now;
      if (key === 'parse') return (text: unknown) => parseLocal(String(text), zone);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  define(prototype, 'constructor', Zoned);
  define(globalThis, 'Date', Zoned);
  installDefaultZone(zone);
}

/** Intl formats in the script's zone unless told otherwise. */
function installDefaultZone(zone: string): void {
  const Native = Intl.DateTimeFormat;
  const withZone = (args: unknown[]) => [args[0] ?? 'en-US', { timeZone: zone, ...(args[1] as object | undefined) }];
  const Zoned = new Proxy(Native, {
    construct: (target, args: unknown[], newTarget) => Reflect.construct(target, withZone(args), newTarget) as object,
    apply: (target, self, args: unknown[]) => Reflect.apply(target, self, withZone(args) as []),
  });
  define(Intl, 'DateTimeFormat', Zoned);
}

/** The constructor's arguments as one instant. */
function argumentsOf(args: unknown[], now: () => number, zone: string): unknown[] {
  if (args.length === 0) return [now()];
  if (args.length === 1) {
    const [only] = args;
    const primitive = only instanceof Date ? only.getTime() : only;
    return [typeof primitive === 'string' ? parseLocal(primitive, zone) : primitive];
  }
  const utc = Date.UTC(...(args.map(Number) as [number, number]));
  return [Number.isNaN(utc) ? utc : instantOfWall(utc, zone)];
}

/** Texts without a zone mean the script's; an ISO date without a time means UTC, as ECMAScript has it. */
function parseLocal(text: string, zone: string): number {
  const isoDate = /^\s*[+-]?\d{4,6}(-\d\d){0,2}\s*$/.test(text);
  const named = /Z\s*$|[+-]\d\d:?\d\d(\s*\(.*\))?\s*$|\b(GMT|UTC|[ECMP][SD]T)\b/i.test(text);
  if (isoDate || named) return nativeParse(text);
  const asUtc = nativeParse(`${text}${/T\d/.test(text) ? 'Z' : ' UTC'}`);
  return Number.isNaN(asUtc) ? asUtc : instantOfWall(asUtc, zone);
}

function zoneWords(instantMs: number, zone: string): string {
  return formatJavaDate(instantMs, zone, 'zzzz');
}
