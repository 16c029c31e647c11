/**
 * Which members an execution may call: by its authorisation mode, the manifest's scopes and the user's consent.
 * Sources: facts §4.2 (modes), §4.3 (scopes and texts);
 * https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
 */
import { Exception } from './exception';
import { config } from './host';

const CURRENT = 'https://www.googleapis.com/auth/spreadsheets.currentonly';
const ALL_SHEETS = 'https://www.googleapis.com/auth/spreadsheets';
const CONTAINER_UI = 'https://www.googleapis.com/auth/script.container.ui';

type Need = 'nothing' | 'document' | 'otherDocument' | 'store' | 'screen' | 'menu';

/** What needs no authorisation: work in memory, logs, and what describes the script itself. */
const FREE_CLASSES = new Set([
  'Logger',
  'console',
  'Utilities',
  'HtmlService',
  'HtmlOutput',
  'HtmlTemplate',
  'HtmlOutputMetaTag',
  'Menu',
  'PromptResponse',
  'Blob',
  'Session',
  'User',
  'ScriptApp',
  'AuthorizationInfo',
  'DataValidationBuilder',
  'ConditionalFormatRuleBuilder',
  'TextStyle',
  'TextStyleBuilder',
  'RichTextValueBuilder',
  'CellImage',
  'CellImageBuilder',
  'FilterCriteria',
  'FilterCriteriaBuilder',
  'BooleanCondition',
  'Color',
  'RgbColor',
  'ColorBuilder',
  'GradientCondition',
]);
const SCREEN = new Set([
  'alert',
  'prompt',
  'showSidebar',
  'showModalDialog',
  'showModelessDialog',
  'showDialog',
  'msgBox',
  'inputBox',
]);
const STORES = new Set(['PropertiesService', 'Properties', 'CacheService', 'Cache', 'LockService', 'Lock']);

function needOf(label: string): Need {
  const dot = label.indexOf('.');
  const owner = label.slice(0, dot);
  const member = label.slice(dot + 1);
  if (owner === 'Ui' || owner === 'Browser') return SCREEN.has(member) ? 'screen' : 'menu';
  if (label === 'SpreadsheetApp.getUi') return 'menu';
  if (owner === 'SpreadsheetApp' && /^new[A-Z]/.test(member)) return 'nothing';
  if (label === 'SpreadsheetApp.openById' || label === 'SpreadsheetApp.openByUrl') return 'otherDocument';
  if (STORES.has(owner)) return 'store';
  return FREE_CLASSES.has(owner) ? 'nothing' : 'document';
}

const needs = new Map<string, Need>();

/** Throws when this execution may not call the member. */
export function gate(label: string, fullName: string): void {
  let need = needs.get(label);
  if (!need) {
    need = needOf(label);
    needs.set(label, need);
  }
  if (need === 'nothing' || need === 'menu') return;
  const { authMode, scopes, granted } = config;
  const required = scopesOf(need);
  const called = fullName.replace(/^SpreadsheetApp\.(?=\w+\.)|^Base\./, '');
  if (authMode === 'NONE' || (authMode !== 'FULL' && (need === 'screen' || need === 'otherDocument'))) {
    const permissions = required.length > 0 ? ` Required permissions: ${say(required)}` : '';
    throw new Exception(`You do not have permission to call ${called}.${permissions}`);
  }
  if (scopes && required.length > 0 && !required.some((scope) => scopes.includes(scope))) {
    throw new Exception(
      `Specified permissions are not sufficient to call ${called}. Required permissions: ${say(required)}`,
    );
  }
  if (granted && required.length > 0 && !required.some((scope) => granted.includes(scope)))
    throw new Exception(`You do not have permission to call ${called}. Required permissions: ${say(required)}`);
}

function scopesOf(need: Need): string[] {
  if (need === 'document') return [CURRENT, ALL_SHEETS];
  if (need === 'otherDocument') return [ALL_SHEETS];
  return need === 'screen' ? [CONTAINER_UI] : [];
}

function say(scopes: readonly string[]): string {
  return scopes.length === 1 ? scopes[0]! : `(${scopes.join(' || ')})`;
}
