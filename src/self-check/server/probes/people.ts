/** Who is at the keyboard, what protections and locks do, and what the stores of a file keep. */
import { named, type Plain, probe, untold } from '../../probe';
import type { Scratch } from '../scratch';
import { refusal } from './texts';

const who = probe({
  id: 'who',
  name: 'Who is at the keyboard',
  assume: 'The effective user has an address; the active user is the same person, or blank.',
  where: ['src/addon/who.ts', 'src/sheet/acts/protect.ts'],
  expected: { 'the effective user has an address': true, 'the active one is the same, or blank': true },
  observe() {
    // Addresses are compared and never told: the report may be sent to somebody.
    const active = Session.getActiveUser().getEmail().toLowerCase();
    const effective = Session.getEffectiveUser().getEmail().toLowerCase();
    return {
      facts: {
        'the effective user has an address': effective.includes('@'),
        'the active one is the same, or blank': active === '' || active === effective,
      },
      told: { 'the active user': active === '' ? 'blank' : 'has an address' },
    };
  },
});

const RIGHTS = [
  'a protected range stays one’s own',
  'no other editor is left',
  'its description',
  'removed again',
  'a protected tab stays one’s own',
] as const;

const rights = probe({
  id: 'rights',
  name: 'Protected ranges and tabs',
  assume: 'Whoever protects a range or a tab keeps the right to edit it when all others are removed.',
  where: ['src/sheet/acts/protect.ts', 'src/sheet/grid/edit-rights.ts'],
  expected: named(RIGHTS, [true, 0, 'self-check', 0, true]),
  observe(scratch: Scratch) {
    const { range, sheet } = scratch.area(1, 1);
    const protection = range.protect().setDescription('self-check');
    protection.removeEditors(protection.getEditors());
    const domain = protection.canDomainEdit();
    if (domain) protection.setDomainEdit(false);
    SpreadsheetApp.flush();
    const me = Session.getEffectiveUser().getEmail().toLowerCase();
    const others = protection.getEditors().filter((user) => user.getEmail().toLowerCase() !== me).length;
    const seen: Plain[] = [range.canEdit() && protection.canEdit(), others, protection.getDescription()];
    protection.remove();
    seen.push(sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length);
    const whole = sheet.protect();
    whole.removeEditors(whole.getEditors());
    SpreadsheetApp.flush();
    seen.push(range.canEdit());
    whole.remove();
    return { facts: named(RIGHTS, seen), told: { 'a whole domain could edit it at first': domain } };
  },
});

const STRANGER = 'nobody@example.com';

const stranger = probe({
  id: 'stranger',
  name: 'An address without the file',
  assume: 'A protection takes an address that has no access to the file, and gives it none.',
  where: ['src/sheet/acts/protect.ts'],
  expected: { 'it is taken': true, 'it gets the file': false },
  observe(scratch: Scratch) {
    const { range } = scratch.area(1, 1);
    const protection = range.protect();
    let words = '';
    try {
      protection.addEditors([STRANGER]);
      SpreadsheetApp.flush();
    } catch (error) {
      words = String(error);
    }
    const editors = scratch.book.getEditors().map((user) => user.getEmail().toLowerCase());
    protection.remove();
    return {
      facts: { 'it is taken': words === '', 'it gets the file': editors.includes(STRANGER) },
      told: { 'what was said': words },
    };
  },
});

const lock = probe({
  id: 'lock',
  name: 'One at a time',
  assume: 'There is a lock for the file, it can be had, and asking once more while one has it does no harm.',
  where: ['src/addon/answer.ts'],
  expected: { 'it is had': true, 'and had again': true },
  observe() {
    // The run as a whole holds it already.
    const held = LockService.getDocumentLock();
    return { facts: { 'it is had': held.hasLock(), 'and had again': held.tryLock(1000) } };
  },
});

const KEPT = ['a short text', '9,000 letters', 'after it is deleted'] as const;

const stores = probe({
  id: 'stores',
  name: 'What a file’s properties keep',
  assume: 'The file’s properties keep texts of up to 9,000 letters.',
  where: ['src/addon/clock-store.ts'],
  expected: named(KEPT, ['clock', 9000, null]),
  observe() {
    const properties = PropertiesService.getDocumentProperties();
    const key = 'selfCheck.probe';
    properties.setProperty(key, 'clock');
    const short = properties.getProperty(key);
    properties.setProperty(key, 'x'.repeat(9000));
    const long = properties.getProperty(key)?.length ?? null;
    properties.deleteProperty(key);
    return { facts: named(KEPT, [short, long, properties.getProperty(key)]) };
  },
});

const GRANTED = [
  'nothing is left to grant',
  'requireAllScopes is there',
  'it lets a run go on that has them all',
] as const;

const scopes = probe({
  id: 'scopes',
  name: 'What has been granted',
  assume:
    'Everything that the manifest asks for has been granted, and the script can see that it has; requireAllScopes asks for what is missing, and for nothing else.',
  where: ['appsscript.json', 'src/addon/permissions.ts'],
  expected: named(GRANTED, [true, true, true]),
  observe() {
    const status = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus();
    const isGranted = status === ScriptApp.AuthorizationStatus.NOT_REQUIRED;
    const isThere = typeof ScriptApp.requireAllScopes === 'function';
    // Where something is missing it ends the run with Google's own dialog: that is for a menu item.
    const goesOn = isGranted && isThere ? refusal(() => ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)) : null;
    const why = isThere ? 'something is missing, and asking for it would end the run' : 'it is not there';
    const seen = goesOn === null ? untold(why) : goesOn === '';
    return {
      facts: {
        'nothing is left to grant': isGranted,
        'requireAllScopes is there': isThere,
        'it lets a run go on that has them all': seen,
      },
    };
  },
});

const SOURCES = ['NONE', 'APPS_MARKETPLACE_DOMAIN_ADD_ON', 'WEB_STORE_ADD_ON'];

const installed = probe({
  id: 'installed',
  name: 'A script of the file, or an add-on',
  assume: 'Google tells by one of three words how the script came here: NONE for the script of the file itself.',
  where: ['src/addon/menu.ts'],
  expected: { 'it is one of the three words': true },
  observe() {
    const source = String(ScriptApp.getInstallationSource());
    return { facts: { 'it is one of the three words': SOURCES.includes(source) }, told: { 'the word': source } };
  },
});

export const PEOPLE_PROBES = [who, rights, stranger, lock, stores, scopes, installed];
