/** Blob. Source: https://developers.google.com/apps-script/reference/base/blob */
import { decodeText, encodeText, signedByte } from './bytes';
import { expose } from './members';
import { own } from './objects';

export class Blob {
  readonly [own]: { bytes: number[]; contentType: string | null; name: string | null };
  constructor(bytes: number[], contentType: string | null, name: string | null) {
    this[own] = { bytes, contentType, name };
  }
  /** Signed, from -128 to 127, as Java's bytes. */
  getBytes(): number[] {
    return [...this[own].bytes];
  }
  setBytes(bytes: number[]): Blob {
    this[own].bytes = bytes.map(signedByte);
    return this;
  }
  getDataAsString(_charset = 'UTF-8'): string {
    return decodeText(this[own].bytes);
  }
  setDataFromString(text: string, _charset = 'UTF-8'): Blob {
    this[own].bytes = encodeText(text);
    return this;
  }
  getContentType(): string | null {
    return this[own].contentType;
  }
  setContentType(contentType: string | null): Blob {
    this[own].contentType = contentType;
    return this;
  }
  getName(): string | null {
    return this[own].name;
  }
  setName(name: string): Blob {
    this[own].name = name;
    return this;
  }
  copyBlob(): Blob {
    const { bytes, contentType, name } = this[own];
    return new Blob([...bytes], contentType, name);
  }
  isGoogleType(): boolean {
    return false;
  }
}

export function newBlob(data: string | number[], contentType: string | null = null, name: string | null = null): Blob {
  const type = contentType ?? (typeof data === 'string' ? 'text/plain' : null);
  return new Blob(typeof data === 'string' ? encodeText(data) : data.map(signedByte), type, name);
}

expose(Blob, 'Utilities.Blob', {
  getBytes: '',
  setBytes: 'num[]',
  getDataAsString: ' | str',
  setDataFromString: 'text | text str',
  getContentType: '',
  setContentType: 'str?',
  getName: '',
  setName: 'text',
  copyBlob: '',
  isGoogleType: '',
});
