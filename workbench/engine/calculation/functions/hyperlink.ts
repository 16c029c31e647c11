/** HYPERLINK: a cell shows its label; where it leads is noted beside the cell, for whoever follows it. */
import { BaseFunction, type BaseValueObject } from '../../univer';
import { single } from './cells';

/** Hears where a cell's formula leads, by Univer's name of the sheet, row and column from 0. */
export type NoteLink = (sheetKey: string, row: number, col: number, url: string) => void;

/** `HYPERLINK(url; [label])`, also inside of other functions, as at Google. */
export class HyperLink extends BaseFunction {
  override minParams = 1;
  override maxParams = 2;
  constructor(private readonly note: NoteLink) {
    super('HYPERLINK');
  }
  override calculate(url: BaseValueObject, label?: BaseValueObject): ReturnType<BaseFunction['calculate']> {
    const target = single(url);
    if (target.isError()) return target;
    this.note(this.subUnitId ?? '', this.row, this.column, String(target.getValue()));
    return label ? single(label) : target;
  }
}
