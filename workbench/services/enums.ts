/**
 * Enums: objects whose toString() and toJSON() give the name (facts §1.1).
 * Lists of names: https://developers.google.com/apps-script/reference/spreadsheet and …/reference/base
 */
import { define, missingMembers, path } from './members';

/** One value of an enum. */
export interface EnumValue {
  toString(): string;
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
}

/** An enum's values by name, and each value also has all of them, as at Google. */
export type EnumOf<Name extends string> = Record<Name, EnumValue>;

/** Makes an enum; `fullName` as in messages ('SpreadsheetApp.Dimension'). */
export function makeEnum<Name extends string>(fullName: string, names: readonly Name[]): EnumOf<Name> {
  const shortName = fullName.slice(fullName.lastIndexOf('.') + 1);
  const holder = Object.create(missingMembers(shortName)) as EnumOf<Name>;
  const shared = Object.create(missingMembers(shortName)) as object;
  define(shared, path, fullName);
  for (const [ordinal, name] of names.entries()) {
    const value = Object.create(shared) as EnumValue;
    define(value, 'toString', () => name);
    define(value, 'toJSON', () => name);
    define(value, 'name', () => name);
    define(value, 'ordinal', () => ordinal);
    define(value, 'compareTo', (other: EnumValue) => ordinal - other.ordinal());
    Object.freeze(value);
    Object.defineProperty(holder, name, { value, enumerable: true });
    define(shared, name, value);
  }
  return Object.freeze(holder);
}

/** The name of an enum's value, for ops and messages. */
export function nameOf<Name extends string>(value: EnumValue): Name {
  return value.toString() as Name;
}

const sheetEnum = <Name extends string>(name: string, names: readonly Name[]) =>
  makeEnum(`SpreadsheetApp.${name}`, names);

export const BorderStyle = sheetEnum('BorderStyle', [
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
]);
export const Dimension = sheetEnum('Dimension', ['COLUMNS', 'ROWS']);
export const Direction = sheetEnum('Direction', ['UP', 'DOWN', 'PREVIOUS', 'NEXT']);
export const WrapStrategy = sheetEnum('WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);
export const CopyPasteType = sheetEnum('CopyPasteType', [
  'PASTE_NORMAL',
  'PASTE_NO_BORDERS',
  'PASTE_FORMAT',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_VALUES',
  'PASTE_CONDITIONAL_FORMATTING',
  'PASTE_COLUMN_WIDTHS',
]);
export const ProtectionType = sheetEnum('ProtectionType', ['RANGE', 'SHEET']);
export const DataValidationCriteria = sheetEnum('DataValidationCriteria', [
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'TEXT_IS_VALID_URL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
]);
export const BooleanCriteria = sheetEnum('BooleanCriteria', [
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_EQUAL_TO',
  'DATE_AFTER_RELATIVE',
  'DATE_BEFORE_RELATIVE',
  'DATE_EQUAL_TO_RELATIVE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_ENDS_WITH',
  'TEXT_STARTS_WITH',
  'CUSTOM_FORMULA',
]);
export const InterpolationType = sheetEnum('InterpolationType', ['NUMBER', 'PERCENT', 'PERCENTILE', 'MIN', 'MAX']);
export const RelativeDate = sheetEnum('RelativeDate', [
  'TODAY',
  'TOMORROW',
  'YESTERDAY',
  'PAST_WEEK',
  'PAST_MONTH',
  'PAST_YEAR',
]);
export const DeveloperMetadataVisibility = sheetEnum('DeveloperMetadataVisibility', ['DOCUMENT', 'PROJECT']);
export const DeveloperMetadataLocationType = sheetEnum('DeveloperMetadataLocationType', [
  'SPREADSHEET',
  'SHEET',
  'ROW',
  'COLUMN',
]);
export const GroupControlTogglePosition = sheetEnum('GroupControlTogglePosition', ['BEFORE', 'AFTER']);
export const SheetType = sheetEnum('SheetType', ['GRID', 'OBJECT', 'DATASOURCE']);
export const AutoFillSeries = sheetEnum('AutoFillSeries', ['DEFAULT_SERIES', 'ALTERNATE_SERIES']);
export const BandingTheme = sheetEnum('BandingTheme', [
  'LIGHT_GREY',
  'CYAN',
  'GREEN',
  'YELLOW',
  'ORANGE',
  'BLUE',
  'TEAL',
  'GREY',
  'BROWN',
  'LIGHT_GREEN',
  'INDIGO',
  'PINK',
]);
export const SortOrder = sheetEnum('SortOrder', ['ASCENDING', 'DESCENDING']);
export const TextToColumnsDelimiter = sheetEnum('TextToColumnsDelimiter', ['COMMA', 'SEMICOLON', 'PERIOD', 'SPACE']);
export const ThemeColorType = sheetEnum('ThemeColorType', [
  'UNSUPPORTED',
  'TEXT',
  'BACKGROUND',
  'ACCENT1',
  'ACCENT2',
  'ACCENT3',
  'ACCENT4',
  'ACCENT5',
  'ACCENT6',
  'HYPERLINK',
]);
export const ValueType = sheetEnum('ValueType', ['IMAGE']);
export const TextDirection = sheetEnum('TextDirection', ['LEFT_TO_RIGHT', 'RIGHT_TO_LEFT']);
export const RecalculationInterval = sheetEnum('RecalculationInterval', ['ON_CHANGE', 'MINUTE', 'HOUR']);

const baseEnum = <Name extends string>(name: string, names: readonly Name[]) => makeEnum(`Base.${name}`, names);
export const Button = baseEnum('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
export const ButtonSet = baseEnum('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

const scriptEnum = <Name extends string>(name: string, names: readonly Name[]) => makeEnum(`ScriptApp.${name}`, names);
export const AuthMode = scriptEnum('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
export const AuthorizationStatus = scriptEnum('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
export const InstallationSource = scriptEnum('InstallationSource', [
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
]);
export const EventType = scriptEnum('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);
export const WeekDay = baseEnum('Weekday', [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
]);

const htmlEnum = <Name extends string>(name: string, names: readonly Name[]) => makeEnum(`HtmlService.${name}`, names);
export const SandboxMode = htmlEnum('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);
export const XFrameOptionsMode = htmlEnum('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

const utilityEnum = <Name extends string>(name: string, names: readonly Name[]) => makeEnum(`Utilities.${name}`, names);
export const DigestAlgorithm = utilityEnum('DigestAlgorithm', ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
export const MacAlgorithm = utilityEnum('MacAlgorithm', [
  'HMAC_MD5',
  'HMAC_SHA_1',
  'HMAC_SHA_256',
  'HMAC_SHA_384',
  'HMAC_SHA_512',
]);
export const RsaAlgorithm = utilityEnum('RsaAlgorithm', ['RSA_SHA_1', 'RSA_SHA_256']);
export const Charset = utilityEnum('Charset', ['US_ASCII', 'UTF_8']);
