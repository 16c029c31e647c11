import type { Problem } from '../../core/problems';
import type { Rep } from '../../core/roster';
import type { IsoDate } from '../../core/shared/dates';
import { readHead } from '../grid/tab-head';
import type { Tracker } from '../setup/tracker';
import { findFigures } from '../team/figures';
import { findTeam } from '../team/tab';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Protections made here are known by how their description begins; all others are people's own and stay. */
const MARK = '1:1 tracker:';

/** Tabs of the managers alone. */
export const MANAGERS_TABS = ['setup', 'team', 'figures'] as const;

/**
 * Protects tabs, one after the other as it is told to: each salesperson's for that person and the managers; Setup, Team and
 * Figures, and tabs of people who have left, for the managers. A tab that cannot be protected stays as it is and is named.
 * Google keeps the owner of the file and the one who runs this as editors, whatever is asked.
 */
export class Protector {
  /** Names of the tabs that are protected now. */
  readonly done: string[] = [];
  private readonly problems: Problem[] = [];
  private readonly managers: string[];
  private readonly refused = new Set<string>();

  constructor(
    private readonly tracker: Tracker,
    private readonly today: IsoDate,
  ) {
    const { managers } = tracker.setup();
    this.managers = managers.map((manager) => manager.email).filter((email) => email !== '');
  }

  /** Tabs that stay as they are, and addresses that Google has not taken. */
  get left(): Problem[] {
    return [
      ...this.problems,
      ...[...this.refused].map((email): Problem => ({ code: 'addressRefused', about: { email } })),
    ];
  }

  /** Names managers who cannot be told apart, and people on the roster who have never had a tab. */
  nameUnknown(): void {
    const { managers, roster } = this.tracker.setup();
    for (const { name, email } of managers)
      if (email === '') this.problems.push({ code: 'managerNoEmail', about: { name } });
    for (const { id, name } of roster) if (id === '') this.problems.push({ code: 'noTab', about: { name } });
  }

  protectTabOf(repId: string): void {
    const rep = this.tracker.setup().roster.find((one) => one.id === repId);
    if (!rep) return;
    const sheet = tabOf(this.tracker, rep);
    const gone = rep.end !== '' && rep.end < this.today;
    if (!sheet) this.problems.push({ code: 'noTab', about: { name: rep.name } });
    else if (rep.email === '' && !gone)
      this.problems.push({ code: 'repNoEmail', place: { tab: sheet.getName() }, about: { name: rep.name } });
    else this.protect(sheet, gone ? '' : rep.email);
  }

  protectManagersTab(which: string): void {
    const { tracker } = this;
    const sheet =
      which === 'setup' ? tracker.setupSheet().sheet : which === 'team' ? findTeam(tracker) : findFigures(tracker);
    if (sheet) this.protect(sheet, '');
  }

  private protect(sheet: Sheet, rep: string): void {
    const problem = protectTab(sheet, rep, this.managers, this.refused);
    if (problem) this.problems.push(problem);
    else this.done.push(sheet.getName());
  }
}

function tabOf(tracker: Tracker, rep: Rep): Sheet | null {
  const sheet = rep.sheetId === null ? null : tracker.sheetById(rep.sheetId);
  return sheet && readHead(sheet).repId === rep.id ? sheet : null;
}

/** Protects one tab; returns why not, with the tab as it was before. */
function protectTab(sheet: Sheet, rep: string, managers: readonly string[], refused: Set<string>): Problem | null {
  const place = { tab: sheet.getName() };
  const existing = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0];
  if (existing && !existing.getDescription().startsWith(MARK) && !keepsNobodyOut(sheet, existing))
    return { code: 'protectedByPeople', place };
  if (existing && !existing.canEdit()) return { code: 'protectionNotYours', place };
  const description = `${MARK} ${rep === '' ? 'managers' : `${rep} and managers`}`;
  if (existing?.getDescription() === description && isAsWished(existing, [rep, ...managers])) return null;
  let made: Protection | null = null;
  try {
    if (!existing) made = sheet.protect().setDescription(description);
    const protection = existing ?? (made as Protection);
    if (!admit(protection, rep, managers, refused)) {
      takeBack(made);
      return { code: 'repRefused', place, about: { email: rep } };
    }
    removeOthers(protection, [rep, ...managers]);
    if (existing) existing.setDescription(description);
    return null;
  } catch (error) {
    takeBack(made);
    if (!sheet.getRange(1, 1).canEdit()) return { code: 'mayNotEdit', place };
    const detail = error instanceof Error ? error.message : String(error);
    return { code: 'protectionRefused', place, about: { detail } };
  }
}

/** Was this tab protected before, and nothing has come up since? */
function isAsWished(protection: Protection, wished: readonly string[]): boolean {
  const admitted = protection.getEditors().map((user) => user.getEmail().toLowerCase());
  const missing = wished.some((email) => email !== '' && !admitted.includes(email));
  const strange = admitted.some((email) => ![...wished, myEmail()].includes(email));
  return !missing && !strange && !protection.canDomainEdit() && !protection.isWarningOnly();
}

/** As a protection is right after it was made, without the owner on its list: a run that was cut off may have left it so. */
function keepsNobodyOut(sheet: Sheet, protection: Protection): boolean {
  if (protection.getDescription() !== '') return false;
  const admitted = protection.getEditors().map((user) => user.getEmail());
  const book = sheet.getParent();
  const owner = book.getOwner()?.getEmail();
  const others = book.getEditors().map((user) => user.getEmail());
  return others.every((email) => email === owner || admitted.includes(email));
}

/** A protection that was begun and not finished. While its list is untouched it keeps nobody out. */
function takeBack(made: Protection | null): void {
  try {
    made?.remove();
  } catch (error) {
    console.error(`taking a protection back: ${error}`);
  }
}

/**
 * Puts people on the list, one call if Google takes all addresses. False when it does not take the salesperson's, and
 * nobody else was added then. Who runs this goes along, since Google refuses to remove the group of somebody not listed.
 */
function admit(protection: Protection, rep: string, managers: readonly string[], refused: Set<string>): boolean {
  const taken = managers.filter((email) => !refused.has(email));
  const all = [rep, ...taken, myEmail()].filter((email) => email !== '');
  if (added(protection, all)) return true;
  if (rep !== '' && !added(protection, [rep])) return false;
  for (const email of taken) if (!added(protection, [email])) refused.add(email);
  return true;
}

/** False when Google does not take one of the addresses; its words are in the user's language, so any error counts. */
function added(protection: Protection, emails: string[]): boolean {
  try {
    protection.addEditors(emails);
    return true;
  } catch (error) {
    console.warn(`addEditors ${emails.join(', ')}: ${error}`);
    return false;
  }
}

function removeOthers(protection: Protection, emails: readonly string[]): void {
  const stays = [...emails, myEmail()];
  const others = protection
    .getEditors()
    .map((user) => user.getEmail())
    .filter((email) => !stays.includes(email.toLowerCase()));
  if (others.length > 0) protection.removeEditors(others);
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
  if (protection.isWarningOnly()) protection.setWarningOnly(false);
}

function myEmail(): string {
  return Session.getEffectiveUser().getEmail().toLowerCase();
}
