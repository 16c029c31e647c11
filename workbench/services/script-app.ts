/** ScriptApp: what concerns authorisation and the script's identity. Source: https://developers.google.com/apps-script/reference/script/script-app */
import { AuthMode, AuthorizationStatus, type EnumValue, EventType, InstallationSource, WeekDay } from './enums';
import { Exception, NotImplemented } from './exception';
import { ask, config } from './host';
import { expose } from './members';
import { own } from './objects';

export class AuthorizationInfo {
  readonly [own]: string[];
  /** The scopes that are missing. */
  constructor(missing: string[]) {
    this[own] = missing;
  }
  getAuthorizationStatus(): EnumValue {
    return this[own].length > 0 ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED;
  }
  getAuthorizationUrl(): string | null {
    if (this[own].length > 0) throw new NotImplemented('AuthorizationInfo.getAuthorizationUrl');
    return null;
  }
  getAuthorizedScopes(): string[] {
    return [...(config.granted ?? config.scopes ?? [])];
  }
}

export class ScriptApp {
  getAuthorizationInfo(_mode: EnumValue, scopes?: string[]): AuthorizationInfo {
    checkScopes(scopes);
    return new AuthorizationInfo(notGranted(scopes));
  }
  /** A scope that the manifest does not name is an error; one that the user has not consented to ends the run. */
  requireScopes(_mode: EnumValue, scopes: string[]): void {
    checkScopes(scopes);
    askForConsent(notGranted(scopes));
  }
  requireAllScopes(_mode: EnumValue): void {
    askForConsent(notGranted());
  }
  getInstallationSource(): EnumValue {
    return InstallationSource[config.installedAs];
  }
  getScriptId(): string {
    return config.scriptId;
  }
}

/** Those of the scopes (all of the manifest's without any) that the user has not consented to. */
function notGranted(scopes: readonly string[] = config.scopes ?? []): string[] {
  const { granted } = config;
  return granted === null ? [] : scopes.filter((scope) => !granted.includes(scope));
}

/** As documented: the run ends here and the user is asked. No try holds it back. */
function askForConsent(missing: string[]): void {
  if (missing.length > 0) ask('authorise', { scopes: missing });
}

function checkScopes(scopes: string[] | undefined): void {
  const missing = scopes?.find((scope) => config.scopes !== null && !config.scopes.includes(scope));
  if (missing) throw new Exception(`The scope ${missing} is not in the manifest of this project.`);
}

expose(AuthorizationInfo, 'ScriptApp.AuthorizationInfo', {
  getAuthorizationStatus: '',
  getAuthorizationUrl: '',
  getAuthorizedScopes: '',
});
expose(ScriptApp, 'ScriptApp', {
  getAuthorizationInfo: 'AuthMode | AuthMode str[]',
  requireScopes: 'AuthMode str[]',
  requireAllScopes: 'AuthMode',
  getInstallationSource: '',
  getScriptId: '',
});

/** The enums that are members of ScriptApp. */
export const scriptEnums = { AuthMode, AuthorizationStatus, EventType, InstallationSource, WeekDay };
