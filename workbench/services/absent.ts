/** Services that Google has and the workbench lacks: each member throws by name. Source: https://developers.google.com/apps-script/reference */
import { missingMembers, unknownMembers } from './members';

const ABSENT = [
  'CalendarApp',
  'CardService',
  'Charts',
  'ConferenceDataService',
  'ContactsApp',
  'ContentService',
  'DataStudioApp',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'MailApp',
  'Maps',
  'MimeType',
  'ScriptProperties',
  'SitesApp',
  'SlidesApp',
  'UrlFetchApp',
  'UserProperties',
  'XmlService',
];

/** By name; `enabled` are the advanced services and libraries that the manifest enables: others are no names at all. */
export function absentServices(enabled: readonly string[]): Record<string, object> {
  const lacking = ABSENT.map((name) => [name, Object.create(missingMembers(name)) as object]);
  const unknown = enabled.map((name) => [name, Object.create(unknownMembers(name)) as object]);
  return Object.fromEntries([...unknown, ...lacking]) as Record<string, object>;
}
