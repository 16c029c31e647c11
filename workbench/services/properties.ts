/** PropertiesService. Sources: facts §1.4, §5.14; https://developers.google.com/apps-script/reference/properties/properties */
import { encodeText } from './bytes';
import { Exception } from './exception';
import { ask, config } from './host';
import { expose } from './members';
import { own } from './objects';

const MAX_VALUE_BYTES = 9 * 1024;
const MAX_STORE_BYTES = 500 * 1024;

export class Properties {
  readonly [own]: { store: string };
  constructor(store: string) {
    this[own] = { store };
  }
  getProperty(key: string): string | null {
    const all = load(this);
    return Object.hasOwn(all, key) ? all[key]! : null;
  }
  getProperties(): Record<string, string> {
    return load(this);
  }
  getKeys(): string[] {
    return Object.keys(load(this));
  }
  setProperty(key: string, value: string): Properties {
    return save(this, { [key]: value });
  }
  setProperties(properties: Record<string, unknown>, deleteAllOthers = false): Properties {
    const entries: Record<string, string | null> = {};
    if (deleteAllOthers) for (const key of this.getKeys()) entries[key] = null;
    for (const [key, value] of Object.entries(properties)) entries[key] = String(value);
    return save(this, entries);
  }
  deleteProperty(key: string): Properties {
    return save(this, { [key]: null });
  }
  deleteAllProperties(): Properties {
    return save(this, Object.fromEntries(this.getKeys().map((key) => [key, null])));
  }
}

/** Properties do not wait in the buffer of cell writes: they are a service of their own. */
function load(properties: Properties): Record<string, string> {
  const { results } = ask<{ results: unknown[] }>('sync', {
    ops: [],
    reads: [{ get: 'properties', store: properties[own].store }],
  });
  return results[0] as Record<string, string>;
}

function save(properties: Properties, entries: Record<string, string | null>): Properties {
  for (const value of Object.values(entries)) {
    if (value !== null && encodeText(value).length > MAX_VALUE_BYTES) throw new Exception('Argument too large: value');
  }
  const after = { ...load(properties), ...entries };
  const size = Object.entries(after).reduce(
    (sum, [key, value]) => sum + (value === null ? 0 : key.length + encodeText(value).length),
    0,
  );
  if (size > MAX_STORE_BYTES) {
    throw new Exception('You have exceeded the property storage quota. Please remove some properties and try again.');
  }
  ask('sync', { ops: [{ op: 'properties', store: properties[own].store, entries }], reads: [] });
  return properties;
}

export class PropertiesService {
  getDocumentProperties(): Properties {
    return new Properties('document');
  }
  getScriptProperties(): Properties {
    return new Properties('script');
  }
  getUserProperties(): Properties {
    return new Properties(`user:${config.user}`);
  }
}

expose(Properties, 'PropertiesService.Properties', {
  getProperty: 'text',
  getProperties: '',
  getKeys: '',
  setProperty: 'text text',
  setProperties: 'obj | obj bool',
  deleteProperty: 'text',
  deleteAllProperties: '',
});
expose(PropertiesService, 'PropertiesService', {
  getDocumentProperties: '',
  getScriptProperties: '',
  getUserProperties: '',
});
