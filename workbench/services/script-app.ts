/** ScriptApp: what concerns authorisation and the script's identity. Source: https://developers.google.com/apps-script/reference/script/script-app */
import { AuthMode, AuthorizationStatus, type EnumValue, EventType, WeekDay } from './enums';
import { Exception } from './exception';
import { config } from './host';
import { expose } from './members';

export class AuthorizationInfo {
  getAuthorizationStatus(): EnumValue {
    return AuthorizationStatus.NOT_REQUIRED;
  }
  getAuthorizationUrl(): string | null {
    return null;
  }
  getAuthorizedScopes(): string[] {
    return [...(config.scopes ?? [])];
  }
}

export class ScriptApp {
  getAuthorizationInfo(_mode: EnumValue, scopes?: string[]): AuthorizationInfo {
    checkScopes(scopes);
    return new AuthorizationInfo();
  }
  /** Everything that the manifest names is granted here; a scope it does not name is an error, as documented. */
  requireScopes(_mode: EnumValue, scopes: string[]): void {
    checkScopes(scopes);
  }
  requireAllScopes(_mode: EnumValue): void {
    // Granted already.
  }
  getScriptId(): string {
    return config.scriptId;
  }
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
  getScriptId: '',
});

/** The enums that are members of ScriptApp. */
export const scriptEnums = { AuthMode, AuthorizationStatus, EventType, WeekDay };
