import { keepText, keptText } from '../../sidebar/page/storage';
import { type Assumption, named, type Plain, type Probe, type Seen, untold } from '../probe';
import type { SelfCheckState } from '../state';
import { call, knows } from './google';

/** What only the page can find out: how it arrived, what calls bring back, what the browser lets it do. */

/** What a page's probe is given. */
export interface PageBench {
  state: SelfCheckState;
  /** The page's own script, as it stands in the page. */
  script: string;
}

export type PageProbe = Probe<PageBench, Seen | Promise<Seen>>;

const scriptArrived: PageProbe = {
  id: 'script-arrived',
  name: 'The page’s script arrives whole',
  assume: 'A script without slashes in pairs, backticks and letters other than ASCII is served letter by letter.',
  where: ['src/sidebar/bundle.mjs', 'src/addon/sidebar-page.ts'],
  expected: { 'the same as built': true },
  async observe({ state, script }) {
    const told = { letters: script.length };
    if (!crypto.subtle) return { facts: { 'the same as built': untold('the page may not work out a digest') }, told };
    return { facts: { 'the same as built': (await sha256(script)) === state.scriptSha256 }, told };
  },
};

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const stateArrived: PageProbe = {
  id: 'state-arrived',
  name: 'The first state arrives whole',
  assume: 'Texts of every kind that travel in the page come out as the server has them.',
  where: ['src/addon/sidebar-page.ts'],
  expected: { 'letter by letter': true },
  observe({ state: { canary, canaryCodes } }) {
    const codes = Array.from({ length: canary.length }, (_, index) => canary.charCodeAt(index));
    const same = codes.length === canaryCodes.length && codes.every((code, index) => code === canaryCodes[index]);
    return { facts: { 'letter by letter': same }, told: same ? {} : { 'what arrived': canary } };
  },
};

const FAILURES = [
  'an error reaches the failure handler',
  'its words',
  'an error of Google’s own does, too',
  'a function that is not there',
  'a problem of ours is an answer',
] as const;

const failures: PageProbe = {
  id: 'failures',
  name: 'What arrives of a failure',
  assume: 'A thrown error reaches the failure handler with its words; a function that is not there is not known.',
  where: ['src/sidebar/rpc/client.ts', 'src/addon/answer.ts'],
  expected: named(FAILURES, [true, true, true, 'not known', true]),
  async observe() {
    const thrown = await failureOf('error');
    const service = await failureOf('service');
    const answer = JSON.parse(String(await call('loadScreen', 'no JSON'))) as { ok: boolean };
    const seen: Plain[] = [
      thrown !== null,
      String(thrown?.message).includes('thrown by the self-check'),
      service !== null,
      knows('noSuchFunctionHere') ? 'known' : 'not known',
      answer.ok === false,
    ];
    return {
      facts: named(FAILURES, seen),
      told: {
        ...told('thrown', thrown),
        ...told('Google’s', service),
        'ours, letter by letter': JSON.stringify(answer),
      },
    };
  },
};

/** What the failure handler got; null when the call did not fail. */
async function failureOf(kind: string): Promise<{ name?: unknown; message?: unknown } | null> {
  try {
    await call('selfCheckAnswer', kind);
    return null;
  } catch (error) {
    return typeof error === 'object' && error !== null ? error : { message: error };
  }
}

function told(which: string, error: { name?: unknown; message?: unknown } | null): Record<string, Plain> {
  if (!error) return {};
  return { [`${which}: name`]: String(error.name), [`${which}: message`]: String(error.message) };
}

const CROSSING = ['null', 'a Date anywhere', '500,000 letters'] as const;

const crossing: PageProbe = {
  id: 'crossing',
  name: 'What crosses to the page',
  assume: 'null arrives as null; a Date anywhere makes null of the whole answer; half a million letters arrive.',
  where: ['src/addon/answer.ts', 'src/sidebar/rpc/client.ts'],
  expected: named(CROSSING, ['null', 'null', '500000']),
  async observe() {
    const [nothing, date, large] = [await answer('nothing'), await answer('date'), await answer('large')];
    const length = typeof large === 'string' ? String(large.length) : JSON.stringify(large);
    return { facts: named(CROSSING, [JSON.stringify(nothing), JSON.stringify(date), length]) };
  },
};

const answer = (kind: string) => call('selfCheckAnswer', kind);

/** A usual call takes about a second by published figures; the sidebar says "still working" much later. */
const USUAL_MS = 2500;

const roundTrip: PageProbe = {
  id: 'round-trip',
  name: 'How long a call takes',
  assume: 'A call that does nothing is answered within 2.5 seconds, in the middle of five.',
  where: ['docs/bench.md', 'src/sidebar/rpc/client.ts'],
  onlyAtGoogle: true,
  expected: { 'within 2.5 seconds': true },
  async observe() {
    const ms: number[] = [];
    for (let n = 0; n < 5; n++) {
      const from = performance.now();
      await answer('nothing');
      ms.push(Math.round(performance.now() - from));
    }
    const middle = [...ms].sort((a, b) => a - b)[2] as number;
    return { facts: { 'within 2.5 seconds': middle <= USUAL_MS }, told: { 'five times, ms': ms.join(' ') } };
  },
};

const STORED = ['kept at once', 'kept since the page was opened before'] as const;
const STORAGE_KEY = 'monthly-1on1 self-check';

const storage: PageProbe = {
  id: 'storage',
  name: 'What the browser keeps',
  assume: 'The sidebar may keep texts in the browser, and finds them again when the spreadsheet has been loaded anew.',
  where: ['src/sidebar/page/storage.ts', 'src/sidebar/save/keep.ts'],
  onlyAtGoogle: true,
  expected: named(STORED, [true, true]),
  observe() {
    const before = keptText('local', STORAGE_KEY);
    const now = new Date().toISOString();
    const kept = keepText('local', STORAGE_KEY, now) && keptText('local', STORAGE_KEY) === now;
    const again = before === null ? untold('load the spreadsheet anew and run this once more') : true;
    return {
      facts: { 'kept at once': kept, 'kept since the page was opened before': again },
      told: { 'kept from': before ?? 'nothing yet', 'the page’s origin': location.origin },
    };
  },
};

/** Run by themselves, in this order. */
export const PAGE_PROBES: readonly PageProbe[] = [scriptArrived, stateArrived, failures, crossing, roundTrip, storage];

/** A probe that needs a click, and one for which a person has to say what came of it. */
export interface AskedProbe extends Assumption<'it works'> {
  /** Words of the button, and of the question afterwards; no question where the page finds out by itself. */
  button: string;
  question: string | null;
}

const asked = (text: Omit<AskedProbe, 'expected' | 'onlyAtGoogle'>): AskedProbe => ({
  ...text,
  expected: { 'it works': true },
  onlyAtGoogle: true,
});

export const ASKED_PROBES = {
  clipboard: asked({
    id: 'clipboard',
    name: 'Copying',
    assume: 'A click in the sidebar may copy text, in the modern way or in the old one.',
    where: ['src/sidebar/parts/copy.ts'],
    button: 'Copy',
    question: null,
  }),
  download: asked({
    id: 'download',
    name: 'Downloading',
    assume: 'A link to a file that the page made itself brings the file, and the page stays.',
    where: ['src/sidebar/export/Export.tsx'],
    button: 'Download',
    question: 'Did “self-check.txt” arrive?',
  }),
  sound: asked({
    id: 'sound',
    name: 'The chime',
    assume: 'After a click the sidebar may sound.',
    where: ['src/sidebar/meeting/chime.ts'],
    button: 'Sound',
    question: 'Did you hear two soft tones?',
  }),
} as const;

export type Asked = keyof typeof ASKED_PROBES;
