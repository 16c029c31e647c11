/** Utilities. Source: https://developers.google.com/apps-script/reference/utilities/utilities */
import { parseCsv } from '../values/csv';
import { formatJavaDate } from '../values/java-date';
import { formatJavaString } from '../values/java-format';
import { type Blob, newBlob } from './blob';
import { forgetGrid } from './book';
import { encodeText, fromBase64, signedByte, toBase64 } from './bytes';
import { javaText } from './cell-input';
import { Charset, DigestAlgorithm, type EnumValue, MacAlgorithm, nameOf, RsaAlgorithm } from './enums';
import { Exception, NotImplemented } from './exception';
import { ask, pass } from './host';
import { expose } from './members';

const MAX_SLEEP_MS = 300_000;

export class Utilities {
  /** Blocks this run only; others go on meanwhile. */
  sleep(milliseconds: number): void {
    if (milliseconds < 0 || milliseconds > MAX_SLEEP_MS) throw new Exception('Invalid argument: milliseconds');
    ask('sleep', { ms: milliseconds });
    pass(milliseconds);
    forgetGrid();
  }
  formatDate(date: Date, timeZone: string, format: string): string {
    if (Number.isNaN(date.getTime())) throw new Exception('Invalid argument: date. Should be of type: Date');
    try {
      return formatJavaDate(date.getTime(), timeZone, format);
    } catch (error) {
      if (error instanceof RangeError) throw new Exception('Invalid argument: format');
      throw error;
    }
  }
  /** Numbers in %s are written as Java's doubles unless they are whole. */
  formatString(template: string, ...args: unknown[]): string {
    try {
      return formatJavaString(
        template,
        args.map((arg) => (typeof arg === 'object' ? javaText(arg) : arg)),
      );
    } catch (error) {
      if (error instanceof RangeError) throw new Exception(error.message);
      throw error;
    }
  }
  getUuid(): string {
    return ask<string>('uuid', {});
  }

  base64Encode(data: string | number[], _charset?: EnumValue): string {
    return toBase64(bytesOf(data), false);
  }
  base64EncodeWebSafe(data: string | number[], _charset?: EnumValue): string {
    return toBase64(bytesOf(data), true);
  }
  base64Decode(encoded: string, _charset?: EnumValue): number[] {
    const bytes = fromBase64(encoded);
    if (!bytes) throw new Exception('Could not decode string.');
    return bytes;
  }
  base64DecodeWebSafe(encoded: string, charset?: EnumValue): number[] {
    return this.base64Decode(encoded, charset);
  }

  computeDigest(algorithm: EnumValue, data: string | number[], _charset?: EnumValue): number[] {
    return digest(nameOf(algorithm), bytesOf(data), null);
  }
  computeHmacSignature(
    algorithm: EnumValue,
    data: string | number[],
    key: string | number[],
    _charset?: EnumValue,
  ): number[] {
    return digest(nameOf(algorithm), bytesOf(data), bytesOf(key));
  }
  computeHmacSha256Signature(data: string | number[], key: string | number[], _charset?: EnumValue): number[] {
    return digest('HMAC_SHA_256', bytesOf(data), bytesOf(key));
  }

  newBlob(data: string | number[], contentType: string | null = null, name: string | null = null): Blob {
    return newBlob(data, contentType, name);
  }
  parseCsv(csv: string, delimiter = ','): string[][] {
    try {
      return parseCsv(csv, delimiter);
    } catch (error) {
      throw new Exception((error as Error).message);
    }
  }
}

const NODE_NAMES: Record<string, string> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

function digest(algorithm: string, bytes: number[], key: number[] | null): number[] {
  const name = NODE_NAMES[algorithm.replace(/^HMAC_/, '')];
  if (!name) throw new NotImplemented(`Utilities.computeDigest(${algorithm})`);
  return ask<number[]>('digest', {
    algorithm: name,
    bytes: bytes.map((byte) => byte & 0xff),
    key: key?.map((byte) => byte & 0xff) ?? null,
  }).map(signedByte);
}

function bytesOf(data: string | number[]): number[] {
  return typeof data === 'string' ? encodeText(data) : data;
}

const textOrBytes = (rest: string) => `text${rest} | num[]${rest}`;

expose(Utilities, 'Utilities', {
  sleep: 'int',
  formatDate: 'date str str',
  formatString: 'text ...any',
  getUuid: '',
  base64Encode: `${textOrBytes('')} | text Charset`,
  base64EncodeWebSafe: `${textOrBytes('')} | text Charset`,
  base64Decode: 'str | str Charset',
  base64DecodeWebSafe: 'str | str Charset',
  computeDigest: 'DigestAlgorithm text | DigestAlgorithm num[] | DigestAlgorithm text Charset',
  computeHmacSignature: 'MacAlgorithm text text | MacAlgorithm num[] num[] | MacAlgorithm text text Charset',
  computeHmacSha256Signature: 'text text | num[] num[] | text text Charset',
  newBlob: `${textOrBytes('')} | ${textOrBytes(' str?')} | ${textOrBytes(' str? text?')}`,
  parseCsv: 'text | text str',
});

/** The enums that are members of Utilities. */
export const utilitiesEnums = { Charset, DigestAlgorithm, MacAlgorithm, RsaAlgorithm };
