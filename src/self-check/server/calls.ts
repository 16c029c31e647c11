/** What the menu, the page and the trigger of the self-check call. */
import { problemOf, problemView, underLock } from '../../addon/answer';
import { addonMenu, menuAct, type OpenEvent } from '../../addon/menu';
import { onEdit as helpWithEdit } from '../../addon/on-edit';
import { sidebarPage } from '../../addon/sidebar-page';
import type { Answer } from '../../contract/calls';
import { type Outcome, textOf } from '../probe';
import type { SelfCheckState } from '../state';
import { listen, notedEdits, noteEdit, stopListening } from './edits';
import { isGoogleScript, PORTIONS, runPortion } from './run';

/** SHA-256 of the script in dist/self-check.html, as hexadecimal digits; the build puts it in. */
declare const SELF_CHECK_SHA256: string;

/** All that has been reported to be cut out of a page, or garbled in it. */
const CANARY = 'http://example.com/a//b /* kept */ `tick` </script> <!-- kept --> <? kept ?> Zoë → 東京 \u2028 end';

/** The usual menu with one entry more. */
export function onOpen(event?: OpenEvent): void {
  addonMenu(event).addSeparator().addItem('Self-check', 'openSelfCheck').addToUi();
}

/** Notes what Google tells a simple trigger, while the page listens; the sheet helps as ever. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  noteEdit(event);
  helpWithEdit(event);
}

/** Opens the page; it says what it would do and asks first. */
export function openSelfCheck(): void {
  menuAct('opening the self-check', () => {
    const raw = HtmlService.createTemplateFromFile('self-check').getRawContent();
    const state: SelfCheckState = {
      portions: PORTIONS.map(({ title, probes }) => ({ title, probes: probes.map(textOf) })),
      isAtGoogle: isGoogleScript(ScriptApp.getScriptId()),
      scriptSha256: SELF_CHECK_SHA256,
      canary: CANARY,
      canaryCodes: Array.from({ length: CANARY.length }, (_, index) => CANARY.charCodeAt(index)),
    };
    const page = HtmlService.createHtmlOutput(sidebarPage(raw, state)).setTitle('Self-check');
    SpreadsheetApp.getUi().showSidebar(page);
  });
}

/** Runs one portion of the probes, by its place; JSON of Answer<Outcome[]>. */
export function runSelfCheck(place: unknown): string {
  let answer: Answer<Outcome[]>;
  try {
    const portion = PORTIONS[Number(place)];
    if (!portion) throw new Error(`there is no portion ${String(place)}`);
    const isAtGoogle = isGoogleScript(ScriptApp.getScriptId());
    answer = { ok: true, value: underLock(() => runPortion(portion.probes, isAtGoogle)) };
  } catch (error) {
    answer = { ok: false, problem: problemView(problemOf(error, 'running the self-check')) };
  }
  return JSON.stringify(answer);
}

/** Answers of every kind, for the page to see what arrives of them. */
export function selfCheckAnswer(kind: unknown): unknown {
  if (kind === 'error') throw new TypeError('thrown by the self-check');
  if (kind === 'service') return SpreadsheetApp.getActiveSpreadsheet().getRange('no such place');
  if (kind === 'date') return { day: new Date(0) };
  return kind === 'large' ? 'x'.repeat(500_000) : null;
}

/** 'listen', 'read' or 'stop'; JSON of the edits that were noted. */
export function selfCheckEdits(what: unknown): string {
  if (what === 'listen') listen();
  return JSON.stringify(what === 'stop' ? stopListening() : notedEdits());
}
