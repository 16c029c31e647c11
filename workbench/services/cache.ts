/** CacheService. Sources: facts §1.4; https://developers.google.com/apps-script/reference/cache/cache */
import { encodeText } from './bytes';
import { Exception } from './exception';
import { ask, config } from './host';
import { expose } from './members';
import { own } from './objects';

const MAX_KEY = 250;
const MAX_VALUE_BYTES = 100 * 1024;
const MAX_SECONDS = 21_600;
const DEFAULT_SECONDS = 600;

export class Cache {
  readonly [own]: { store: string };
  constructor(store: string) {
    this[own] = { store };
  }
  get(key: string): string | null {
    return this.#load([key])[0]!;
  }
  getAll(keys: string[]): Record<string, string> {
    const values = this.#load(keys);
    return Object.fromEntries(
      keys.map((key, at) => [key, values[at]] as const).filter((entry): entry is [string, string] => entry[1] !== null),
    );
  }
  put(key: string, value: string, expirationInSeconds = DEFAULT_SECONDS): void {
    this.putAll({ [key]: value }, expirationInSeconds);
  }
  putAll(values: Record<string, unknown>, expirationInSeconds = DEFAULT_SECONDS): void {
    const entries = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
    for (const [key, value] of Object.entries(entries)) {
      checkKey(key);
      if (encodeText(value).length > MAX_VALUE_BYTES) throw new Exception('Argument too large: value');
    }
    if (expirationInSeconds > MAX_SECONDS) throw new Exception('Argument too large: expirationInSeconds');
    if (expirationInSeconds < 1) throw new Exception('Invalid argument: expirationInSeconds');
    ask('cachePut', { store: this[own].store, entries, seconds: expirationInSeconds });
  }
  remove(key: string): void {
    this.removeAll([key]);
  }
  removeAll(keys: string[]): void {
    ask('cacheRemove', { store: this[own].store, keys });
  }
  #load(keys: string[]): (string | null)[] {
    keys.forEach(checkKey);
    return ask<(string | null)[]>('cacheGet', { store: this[own].store, keys });
  }
}

function checkKey(key: string): void {
  if (key.length > MAX_KEY) throw new Exception('Argument too large: key');
}

export class CacheService {
  getDocumentCache(): Cache {
    return new Cache('document');
  }
  getScriptCache(): Cache {
    return new Cache('script');
  }
  getUserCache(): Cache {
    return new Cache(`user:${config.user}`);
  }
}

expose(Cache, 'CacheService.Cache', {
  get: 'text',
  getAll: 'str[]',
  put: 'text text | text text int',
  putAll: 'obj | obj int',
  remove: 'text',
  removeAll: 'str[]',
});
expose(CacheService, 'CacheService', { getDocumentCache: '', getScriptCache: '', getUserCache: '' });
