/** The two errors that services throw. */

/** A service's error: `name` is 'Exception', `message` has no prefix (facts §5.3). */
export class Exception extends Error {
  constructor(message: string) {
    super(message);
    Object.defineProperty(this, 'name', { value: 'Exception', configurable: true, writable: true });
  }
}

/** A member that Google has and the workbench lacks. Uncaught it reads `NotImplemented: Sheet.newChart`. */
export class NotImplemented extends Error {
  constructor(member: string) {
    super(member);
    Object.defineProperty(this, 'name', { value: 'NotImplemented', configurable: true, writable: true });
  }
}
