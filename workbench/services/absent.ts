/** Services that Google has and the workbench lacks: each member throws by name. Source: https://developers.google.com/apps-script/reference */
import { missingMembers } from './members';

const ABSENT = [
  'AdSense',
  'AdminDirectory',
  'AdminReports',
  'Analytics',
  'AnalyticsData',
  'BigQuery',
  'Calendar',
  'CalendarApp',
  'CardService',
  'Charts',
  'Chat',
  'Classroom',
  'ConferenceDataService',
  'ContactsApp',
  'ContentService',
  'DataStudioApp',
  'Docs',
  'DocumentApp',
  'Drive',
  'DriveApp',
  'Forms',
  'FormApp',
  'Gmail',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'MailApp',
  'Maps',
  'MimeType',
  'People',
  'Sheets',
  'SitesApp',
  'Slides',
  'SlidesApp',
  'Tasks',
  'UrlFetchApp',
  'XmlService',
  'YouTube',
];

/** By name. */
export function absentServices(): Record<string, object> {
  return Object.fromEntries(ABSENT.map((name) => [name, Object.create(missingMembers(name)) as object]));
}
