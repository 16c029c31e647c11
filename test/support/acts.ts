/** The acts that the sidebar can ask for, by name: from the one list, without loading them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const LIST = path.join(__dirname, '../../src/addon/acts/index.ts');

export const ACT_NAMES = [...readFileSync(LIST, 'utf8').matchAll(/^export \{([^}]*)\} from/gm)].flatMap(([, names]) =>
  (names ?? '').split(',').flatMap((name) => name.trim() || []),
);
