/** LockService. Sources: facts §5.14; https://developers.google.com/apps-script/reference/lock/lock */
import { forgetGrid } from './book';
import { Exception } from './exception';
import { ask, config } from './host';
import { expose } from './members';
import { own } from './objects';

export class Lock {
  readonly [own]: { key: string };
  constructor(key: string) {
    this[own] = { key };
  }
  tryLock(timeoutInMillis: number): boolean {
    const got = ask<boolean>('lock', { key: this[own].key, waitMs: timeoutInMillis });
    // Whoever held it has probably changed the sheet.
    forgetGrid();
    return got;
  }
  waitLock(timeoutInMillis: number): void {
    if (!this.tryLock(timeoutInMillis)) {
      throw new Exception('Lock timeout: another process was holding the lock for too long.');
    }
  }
  releaseLock(): void {
    ask('unlock', { key: this[own].key });
  }
  hasLock(): boolean {
    return ask<boolean>('holds', { key: this[own].key });
  }
}

export class LockService {
  getDocumentLock(): Lock {
    return new Lock('document');
  }
  getScriptLock(): Lock {
    return new Lock('script');
  }
  getUserLock(): Lock {
    return new Lock(`user:${config.user}`);
  }
}

expose(Lock, 'LockService.Lock', { tryLock: 'int', waitLock: 'int', releaseLock: '', hasLock: '' });
expose(LockService, 'LockService', { getDocumentLock: '', getScriptLock: '', getUserLock: '' });
