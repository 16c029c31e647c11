/** Logger and console. Sources: https://developers.google.com/apps-script/reference/base/logger, …/reference/base/console */

import type { LogEntry } from '../runtime/protocol';
import { formatJavaDate } from '../values/java-date';
import { formatJavaString } from '../values/java-format';
import { javaText } from './cell-input';
import { config, log } from './host';
import { expose } from './members';

let kept: string[] = [];

export class Logger {
  log(...args: unknown[]): Logger {
    const message = loggerText(args);
    const stamp = formatJavaDate(Date.now(), config.scriptTimeZone, 'EEE MMM dd HH:mm:ss zzz yyyy');
    kept.push(`${stamp} INFO: ${message}\n`);
    log({ level: 'INFO', source: 'Logger', message });
    return this;
  }
  getLog(): string {
    return kept.join('');
  }
  clear(): void {
    kept = [];
  }
}

/** One value as Java writes it, or a format with its values. */
function loggerText(args: unknown[]): string {
  const [first, ...rest] = args;
  if (rest.length === 0) return javaText(first);
  try {
    return formatJavaString(
      String(first),
      rest.map((value) => (typeof value === 'object' ? javaText(value) : value)),
    );
  } catch {
    // A format that does not fit its values is logged as it stands.
    return args.map(javaText).join(' ');
  }
}

export class Console {
  log(...args: unknown[]): void {
    say('LOG', args);
  }
  info(...args: unknown[]): void {
    say('INFO', args);
  }
  warn(...args: unknown[]): void {
    say('WARNING', args);
  }
  error(...args: unknown[]): void {
    say('ERROR', args);
  }
  debug(...args: unknown[]): void {
    say('DEBUG', args);
  }
  time(label: string): void {
    timers.set(label, Date.now());
  }
  timeEnd(label: string): void {
    const since = timers.get(label);
    if (since === undefined) return;
    timers.delete(label);
    say('DEBUG', [`${label}: ${Date.now() - since}ms`]);
  }
}

const timers = new Map<string, number>();

function say(level: LogEntry['level'], args: unknown[]): void {
  log({ level, source: 'console', message: consoleText(args) });
}

function consoleText(args: unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(shown).join(' ');
  const left = [...rest];
  const text = first.replace(/%([sdifoOj%])/g, (whole, kind: string) => {
    if (kind === '%') return '%';
    if (left.length === 0) return whole;
    const value = left.shift();
    if (kind === 's') return typeof value === 'object' ? shown(value) : String(value);
    if (kind === 'd' || kind === 'i') return String(kind === 'i' ? Math.trunc(Number(value)) : Number(value));
    return kind === 'f' ? String(Number(value)) : shown(value);
  });
  return [text, ...left.map(shown)].join(' ');
}

/** A value as the execution log shows it. */
function shown(value: unknown, depth = 0): string {
  if (typeof value === 'string') return depth === 0 ? value : `'${value}'`;
  if (value instanceof Error) return String(value.stack ?? value);
  if (value instanceof Date) return value.toString();
  if (typeof value === 'function') return `[Function: ${value.name || 'anonymous'}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > 4) return '…';
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[ ${value.map((item) => shown(item, depth + 1)).join(', ')} ]`;
  if (value instanceof Map) return `Map(${value.size}) ${shown(Object.fromEntries(value), depth)}`;
  if (value instanceof Set) return `Set(${value.size}) ${shown([...value], depth)}`;
  const prototype: unknown = Object.getPrototypeOf(value);
  const entries = Object.entries(value);
  if (entries.length === 0 && prototype !== null && prototype !== Object.prototype) return String(value);
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, member]) => `${key}: ${shown(member, depth + 1)}`).join(', ')} }`;
}

expose(Logger, 'Logger', { log: 'any ...any', getLog: '', clear: '' });
expose(Console, 'console', {
  log: '...any',
  info: '...any',
  warn: '...any',
  error: '...any',
  debug: '...any',
  time: 'text',
  timeEnd: 'text',
});
