/** User and the people of a file. Source: https://developers.google.com/apps-script/reference/base/user */
import { expose } from './members';
import { own } from './objects';

export class User {
  readonly [own]: string;
  constructor(email: string) {
    this[own] = email;
  }
  getEmail(): string {
    return this[own];
  }
}

/** E-mails from what members take: one address, a User, or an array of either. */
export function emailsOf(who: unknown): string[] {
  if (Array.isArray(who)) return who.flatMap(emailsOf);
  return [who instanceof User ? who[own] : String(who)];
}

expose(User, 'Base.User', { getEmail: '' });
