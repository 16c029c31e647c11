/** SpreadsheetApp. Source: https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app */
import type { FileInfo } from '../engine/engine';
import { flush, read } from './book';
import { type CellImageBuilder, newCellImage } from './cell-image';
import { ColorBuilder, ColorType } from './color';
import { type ConditionalFormatRuleBuilder, newConditionalFormatRule } from './conditional-format';
import { type DataValidationBuilder, newDataValidation } from './data-validation';
import * as enums from './enums';
import { Exception } from './exception';
import { type FilterCriteriaBuilder, newFilterCriteria } from './filter-criteria';
import { config } from './host';
import { expose } from './members';
import { theSpreadsheet } from './objects';
import type { Range } from './range';
import type { RangeList } from './range-list';
import { newRichTextValue, type RichTextValueBuilder } from './rich-text';
import { Selection } from './selection';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import { newTextStyle, type TextStyleBuilder } from './text-style';
import { Ui } from './ui';

export class SpreadsheetApp {
  getActive(): Spreadsheet {
    return theSpreadsheet();
  }
  getActiveSpreadsheet(): Spreadsheet {
    return theSpreadsheet();
  }
  getActiveSheet(): Sheet {
    return theSpreadsheet().getActiveSheet();
  }
  getActiveRange(): Range | null {
    return new Selection().getActiveRange();
  }
  getActiveRangeList(): RangeList | null {
    return new Selection().getActiveRangeList();
  }
  getCurrentCell(): Range | null {
    return new Selection().getCurrentCell();
  }
  getSelection(): Selection {
    return new Selection();
  }
  setActiveSpreadsheet(_spreadsheet: Spreadsheet): void {
    // There is one workbook, and it is active already.
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return theSpreadsheet().setActiveSheet(sheet);
  }
  setActiveRange(range: Range): Range {
    return range.getSheet().setActiveRange(range);
  }
  setActiveRangeList(rangeList: RangeList): RangeList {
    return theSpreadsheet().getActiveSheet().setActiveRangeList(rangeList);
  }
  setCurrentCell(cell: Range): Range {
    return cell.getSheet().setCurrentCell(cell);
  }
  /** The one workbook of the workbench; no other file can be opened here. */
  openById(id: string): Spreadsheet {
    const [file] = read<[FileInfo]>({ get: 'file' });
    if (file.id !== id) {
      throw new Exception('Unexpected error while getting the method or property openById on object SpreadsheetApp.');
    }
    return theSpreadsheet();
  }
  openByUrl(url: string): Spreadsheet {
    const id = /\/d\/([^/?#]+)/.exec(url)?.[1];
    if (!id) throw new Exception('Invalid argument: url');
    return this.openById(id);
  }
  getUi(): Ui {
    if (!config.hasUi) throw new Exception('Cannot call SpreadsheetApp.getUi() from this context.');
    return new Ui();
  }
  flush(): void {
    flush();
  }
  newDataValidation(): DataValidationBuilder {
    return newDataValidation();
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return newConditionalFormatRule();
  }
  newFilterCriteria(): FilterCriteriaBuilder {
    return newFilterCriteria();
  }
  newCellImage(): CellImageBuilder {
    return newCellImage();
  }
  newColor(): ColorBuilder {
    return new ColorBuilder();
  }
  newTextStyle(): TextStyleBuilder {
    return newTextStyle();
  }
  newRichTextValue(): RichTextValueBuilder {
    return newRichTextValue();
  }
}

expose(SpreadsheetApp, 'SpreadsheetApp', {
  getActive: '',
  getActiveSpreadsheet: '',
  getActiveSheet: '',
  getActiveRange: '',
  getActiveRangeList: '',
  getCurrentCell: '',
  getSelection: '',
  setActiveSpreadsheet: 'Spreadsheet',
  setActiveSheet: 'Sheet | Sheet bool',
  setActiveRange: 'Range',
  setActiveRangeList: 'RangeList',
  setCurrentCell: 'Range',
  openById: 'str',
  openByUrl: 'str',
  getUi: '',
  flush: '',
  newDataValidation: '',
  newConditionalFormatRule: '',
  newFilterCriteria: '',
  newCellImage: '',
  newColor: '',
  newTextStyle: '',
  newRichTextValue: '',
});

/** The enums that are members of SpreadsheetApp. */
export const spreadsheetEnums = {
  AutoFillSeries: enums.AutoFillSeries,
  BandingTheme: enums.BandingTheme,
  BooleanCriteria: enums.BooleanCriteria,
  BorderStyle: enums.BorderStyle,
  ColorType,
  CopyPasteType: enums.CopyPasteType,
  DataValidationCriteria: enums.DataValidationCriteria,
  DeveloperMetadataLocationType: enums.DeveloperMetadataLocationType,
  DeveloperMetadataVisibility: enums.DeveloperMetadataVisibility,
  Dimension: enums.Dimension,
  Direction: enums.Direction,
  GroupControlTogglePosition: enums.GroupControlTogglePosition,
  InterpolationType: enums.InterpolationType,
  ProtectionType: enums.ProtectionType,
  RecalculationInterval: enums.RecalculationInterval,
  RelativeDate: enums.RelativeDate,
  SheetType: enums.SheetType,
  SortOrder: enums.SortOrder,
  TextDirection: enums.TextDirection,
  TextToColumnsDelimiter: enums.TextToColumnsDelimiter,
  ThemeColorType: enums.ThemeColorType,
  ValueType: enums.ValueType,
  WrapStrategy: enums.WrapStrategy,
};
