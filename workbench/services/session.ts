/** Session. Sources: facts §4.4; https://developers.google.com/apps-script/reference/base/session */
import { config } from './host';
import { expose } from './members';
import { User } from './user';

const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';

export class Session {
  getActiveUser(): User {
    return new User(mayTellEmail() ? config.visibleEmail : '');
  }
  /** In menus and sidebars this is the clicker too, never the owner. */
  getEffectiveUser(): User {
    return new User(mayTellEmail() ? config.user : '');
  }
  getActiveUserLocale(): string {
    return config.userLocale;
  }
  getScriptTimeZone(): string {
    return config.scriptTimeZone;
  }
  getTimeZone(): string {
    return config.scriptTimeZone;
  }
  /** The same for a user and script within the run; at Google it changes every thirty days. */
  getTemporaryActiveUserKey(): string {
    let hash = 7;
    for (const char of `${config.scriptId}/${config.user}`) hash = (hash * 31 + char.charCodeAt(0)) % 2 ** 40;
    return `key-${hash.toString(36)}`;
  }
}

/** Blank without the scope and where a run may know nothing of its user. */
function mayTellEmail(): boolean {
  if (config.authMode !== 'FULL') return false;
  return [config.scopes, config.granted].every((scopes) => scopes === null || scopes.includes(EMAIL_SCOPE));
}

expose(Session, 'Base.Session', {
  getActiveUser: '',
  getEffectiveUser: '',
  getActiveUserLocale: '',
  getScriptTimeZone: '',
  getTimeZone: '',
  getTemporaryActiveUserKey: '',
});
