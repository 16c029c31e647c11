/** TextRotation. Source: https://developers.google.com/apps-script/reference/spreadsheet/text-rotation */
import type { CellStyle } from '../engine/engine';
import { Exception } from './exception';
import { expose } from './members';
import { own } from './objects';

type Rotation = NonNullable<CellStyle['rotation']>;

export class TextRotation {
  readonly [own]: Rotation;

  constructor(rotation: Rotation) {
    this[own] = rotation;
  }
  /** 0 for text that is stacked, as documented. */
  getDegrees(): number {
    return this[own].vertical ? 0 : this[own].degrees;
  }
  isVertical(): boolean {
    return this[own].vertical;
  }
}

/** A rotation given as degrees, counterclockwise, or as an object; throws beyond a quarter turn. */
export function rotationFrom(value: unknown): Rotation {
  const rotation = value instanceof TextRotation ? value[own] : { degrees: Number(value), vertical: false };
  if (Math.abs(rotation.degrees) > 90) throw new Exception('Text rotation must be between -90 and 90 degrees.');
  return rotation;
}

expose(TextRotation, 'SpreadsheetApp.TextRotation', { getDegrees: '', isVertical: '' });
