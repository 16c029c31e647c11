/** What travels in the self-check’s page. */
import type { ProbeText } from './probe';

/** What the page of the self-check is given when it opens. */
export interface SelfCheckState {
  /** The portions that run on the server, in their order. */
  portions: { title: string; probes: ProbeText[] }[];
  isAtGoogle: boolean;
  /** SHA-256 of the page's own script as it was built, as hexadecimal digits. */
  scriptSha256: string;
  /** A text with all that has been reported to be cut or garbled, and its letters as numbers. */
  canary: string;
  canaryCodes: number[];
}

/** One edit as onEdit was told of it: of the texts no more than kind and first letters. */
export interface NotedEdit {
  /** UTC, "20:15:03". */
  at: string;
  cells: string;
  /** "none" where the event has none. */
  value: string;
  oldValue: string;
  authMode: string;
  user: 'blank' | 'has an address' | 'none';
}
