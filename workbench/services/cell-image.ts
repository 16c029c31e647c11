/**
 * CellImage and its builder. The image itself is not fetched: the workbench keeps where it comes from, and shows nothing.
 * Sources: https://developers.google.com/apps-script/reference/spreadsheet/cell-image, …/cell-image-builder
 */
import type { CellImageState } from '../engine/engine';
import { type EnumValue, ValueType } from './enums';
import { Exception } from './exception';
import { define, expose } from './members';
import { own } from './objects';

class ImageReader {
  readonly [own]: CellImageState;
  declare readonly valueType: EnumValue;

  constructor(state: CellImageState) {
    this[own] = state;
  }
  getUrl(): string | null {
    return this[own].url || null;
  }
  getAltTextTitle(): string {
    return this[own].title;
  }
  getAltTextDescription(): string {
    return this[own].description;
  }
  toBuilder(): CellImageBuilder {
    return new CellImageBuilder({ ...this[own] });
  }
}

export class CellImage extends ImageReader {}

export class CellImageBuilder extends ImageReader {
  setSourceUrl(url: string): CellImageBuilder {
    this[own].url = url;
    return this;
  }
  setAltTextTitle(title: string): CellImageBuilder {
    this[own].title = title;
    return this;
  }
  setAltTextDescription(description: string): CellImageBuilder {
    this[own].description = description;
    return this;
  }
  build(): CellImage {
    if (this[own].url === '') throw new Exception('A cell image must have a source URL.');
    return new CellImage({ ...this[own] });
  }
}

/** A builder without a source yet. */
export function newCellImage(): CellImageBuilder {
  return new CellImageBuilder({ url: '', title: '', description: '' });
}

const readerMembers = { getUrl: '', getAltTextTitle: '', getAltTextDescription: '', toBuilder: '' };
expose(CellImage, 'SpreadsheetApp.CellImage', readerMembers);
expose(CellImageBuilder, 'SpreadsheetApp.CellImageBuilder', {
  ...readerMembers,
  setSourceUrl: 'str',
  setAltTextTitle: 'text',
  setAltTextDescription: 'text',
  build: '',
});
for (const { prototype } of [CellImage, CellImageBuilder]) define(prototype, 'valueType', ValueType.IMAGE);
