import type { Problem } from './problems';
import { monthTitle } from './shared/month';

const month = (value: unknown): string => (typeof value === 'number' ? monthTitle(value) : String(value));

/** Before Google asks again for permissions that are missing: each in words, as far as they are known. */
export function permissionAsked(missing: readonly string[]): string {
  const what = missing.length === 0 ? '.' : `:\n${missing.map((one) => `• ${one}`).join('\n')}`;
  return `Monthly 1:1 lacks a permission${what}\n\nGoogle asks you for it next. Allow all of it, then choose the same item in the menu once more.`;
}

/** What a damaged month keeps from being read. */
function strandedRows(rows: number, texts: string): string {
  if (rows === 0) return '';
  return rows === 1 ? ` One row cannot be placed: ${texts}.` : ` ${rows} rows cannot be placed, like ${texts}.`;
}

/** One plain sentence or two for a problem: where it is, and what to do. Texts of the add-on's server side live here. */
export function problemText(problem: Problem): string {
  const a = problem.about ?? {};
  const where = problem.place?.cell ? `${problem.place.tab}!${problem.place.cell}` : (problem.place?.tab ?? '');
  switch (problem.code) {
    case 'noTracker':
      return 'There is no tracker in this spreadsheet yet. Open 1:1 from the menu and say whom you meet.';
    case 'trackerExists':
      return 'This spreadsheet has a tracker already. New people go into its Setup tab, or use “Add people”.';
    case 'noPeople':
      return 'Not a single name there yet. Write one name per line.';
    case 'duplicatePerson':
      return `${a.name} stands there twice${where ? ` (${where})` : ''}. Two people of one name need something to tell them apart, like a second initial.`;
    case 'nameTooOdd':
      return `“${a.name}” cannot be a name. A name needs at least one letter or digit, and at most ${a.max} characters.`;
    case 'oddAddress':
      return `${where ? `${where} says “${a.text}”, which` : `“${a.text}”`} cannot be an e-mail address. Write it whole, like mira@example.com, or leave it out.`;
    case 'setupUnreadable':
      return `${where} in Setup cannot be read: “${a.text}”. ${a.expected} Nothing was written.`;
    case 'setupCopies':
      return `${where} in Setup is a copy of another line, or that of it, and neither has the name that stands on the tab (“${a.name}”). Give the right one its name back; the other one gets a tab of its own then. Nothing was written.`;
    case 'setupLineTwice':
      return `“${a.name}” stands in Setup twice (${where}). Delete one of the two lines, or give it another name. Nothing was written.`;
    case 'setupTableMissing':
      return `The table “${a.table}” is missing in the tab ${where}. Bring back its title row, with exactly this word in column A. Nothing was written.`;
    case 'setupFormula':
      return `${where} is a formula and stays. Change it there, or leave this goal as it is. Nothing was written.`;
    case 'badDate':
      return `${where} should be a date but says “${a.text}”. Type a day like 3 Nov 2026. Nothing was written.`;
    case 'badMinutes':
      return `${where} should be a number of minutes from 1 to 120 but says “${a.text}”. Nothing was written.`;
    case 'badMonth':
      return `“${a.text}” is not a month. Write it like November 2026 or 2026-11.`;
    case 'monthTooFar':
      return `${month(a.month)} is more than a year ahead. Check the year.`;
    case 'monthBeforeNewest':
      return `${a.name} already has ${month(a.newest)}. Months are added on top, so ${month(a.month)} cannot come after it.`;
    case 'notARepTab':
      return `“${where}” is not a 1:1 tab. Pick a person and their tab opens.`;
    case 'tabGone':
      return `The tab of ${a.name ?? 'this person'} is no longer in the spreadsheet. What you typed is still here; bring the tab back with Ctrl+Z or from the version history.`;
    case 'notOnRoster':
      return `${a.name} is no longer on the roster in Setup. Put the name back there, then try again. Nothing was written.`;
    case 'tabOfSomeoneElse':
      return `The tab “${where}” now belongs to somebody else than before. Open the sidebar anew. Nothing was written.`;
    case 'blockGone':
      return `${month(a.month)} is no longer on the tab “${where}”. Bring it back with Ctrl+Z, or start it again. Nothing was written.`;
    case 'monthTouched':
      return `Something has been typed into ${month(a.month)}${where ? ` (${where}${a.text ? `: “${a.text}”` : ''})` : ''}, so it stays. Delete its rows by hand if it really must go.`;
    case 'monthNotNewest':
      return `Only the newest month can be taken back, and that is not ${month(a.month)}.`;
    case 'tooLong':
      return `That text has ${a.length} characters; a cell holds 50,000. Nothing was cut: shorten it and it saves itself.`;
    case 'badRequest':
      return `The sidebar sent something unreadable (${a.what}). Close it and open it again; what is in the sheet is safe.`;
    case 'managersOnly':
      return 'Only a manager can do this for everyone. Your own tab is yours to edit.';
    case 'notYourTab':
      return `The tab “${where}” is not yours. You can edit your own tab only.`;
    case 'mayNotEdit':
      return `You may read “${where}” but not edit it. Ask the owner of the spreadsheet for the right to edit.`;
    case 'alreadyHeld':
      return `${month(a.month)} has been held, so its day stays. The next day goes under “Next 1:1” in the Conclusion.`;
    case 'noTab':
      return `${a.name} has no tab in this spreadsheet. Bring the tab back from the version history, or take the line out of the roster in Setup.`;
    case 'repNoEmail':
      return `“${where}” stays as it is: ${a.name} has no e-mail on the roster in Setup. Add it there, then protect the tabs again.`;
    case 'repRefused':
      return `“${where}” stays as it is: Google does not take ${a.email} as an editor. Check the address in Setup and share the spreadsheet with it first.`;
    case 'managerNoEmail':
      return `${a.name} has no e-mail among the managers in Setup, so protected tabs cannot be opened to ${a.name}. Add it there, then protect the tabs again.`;
    case 'addressRefused':
      return `Google does not take the manager’s address ${a.email}. Check it in Setup and share the spreadsheet with it, then protect the tabs again.`;
    case 'protectedByPeople':
      return `“${where}” stays as it is: somebody has protected it by hand. Remove that under Data ▸ Protect sheets and ranges if the tracker is to do it.`;
    case 'protectionNotYours':
      return `“${where}” stays as it is: you may not change its protection. The owner of the spreadsheet can.`;
    case 'protectionRefused':
      return `“${where}” stays as it is: Google did not let you protect it (${a.detail})`;
    case 'columnsMoved':
      return `Columns have been moved on “${problem.place?.tab}”${problem.place?.cell ? ` (${problem.place.cell})` : ''}. Run Check and repair, then try again. Nothing was written.`;
    case 'columnGone':
      return `The column “${a.column}” is missing on “${problem.place?.tab}”. Bring it back with Ctrl+Z, or run Check and repair: it puts an empty one in its place. Nothing was written.`;
    case 'frameDamaged':
      return `${a.what} in ${month(a.month)} (${where}).${strandedRows(Number(a.rows), String(a.texts))} Run Check and repair first: it puts the month in order and loses nothing.`;
    case 'repairFirst':
      return `“${where}” has something to repair: run Check and repair first.`;
    case 'meetingRuns':
      return `“${where}”: the meeting is running.`;
    case 'monthLost':
      return `${a.month === undefined ? 'A month' : month(a.month)} is on “${problem.place?.tab}” but no longer whole: its rows stand apart from its heading, or what tells them is gone (${where}). Run Check and repair first.`;
    case 'textStranded':
      return `“${a.text}” stands where nothing is read (${where}), so it would not come along. Check and repair moves it into a row.`;
    case 'keysUnsure':
      return `Names have changed places in the rows ${a.rows} while other cells stayed, or two rows fit one name (${where}). Which story belongs to which is not guessed: put the names back, or leave them if this is meant.`;
    case 'headLost':
      return `The hidden cells at the top of “${where}” are gone. Check and repair puts them back.`;
    case 'copiedTab':
      return `“${where}” is a copy. ${a.name}’s own tab is “${a.own}”; this one is left alone.`;
    case 'tabTooNew':
      return `“${where}” was made by a newer version of this add-on. Reload the spreadsheet, so that the newest version runs here too. Nothing was written.`;
    case 'importEdited':
      return `Somebody has edited what came in with this import: ${a.title} (${where}). It stays as it is.`;
    case 'importMonthBegun':
      return `On “${problem.place?.tab}” a new month has begun since this import. It stays as it is.`;
    case 'busy':
      return 'Somebody else is saving right now. Nothing was written; try again in a moment.';
    case 'permissionMissing':
      return `Google says that this add-on lacks a permission${a.what ? `: ${a.what}` : ''}. Close this panel and choose “Open 1:1” in the menu again: Google asks for it there. What is in the sheet is safe.`;
    case 'storeRefused':
      return 'Google does not keep the meeting’s clock just now: most likely your account has used up today’s allowance, which comes back within a day. All notes are saved as always; write the minutes into the month’s band yourself.';
    case 'noteRefused':
      return 'Google does not keep the note just now: most likely your account has used up today’s allowance, which comes back within a day. The text stays in this browser.';
    case 'sheetsSlow':
      return 'Google Sheets took too long to answer. That passes: try again in a moment. What is in the sheet is safe.';
    case 'unexpected':
      return `Something unexpected happened${a.doing ? ` while ${a.doing}` : ''}. What is in the sheet is safe. Try again; if it comes back, pass on what Google says to whoever looks after this add-on.`;
  }
}
