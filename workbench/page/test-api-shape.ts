/** What browser tests may ask of the page: `window.workbench`. Reading and moving the cursor; edits are typed, as a person would. */

export interface TestApi {
  /** Whether a workbook is shown. */
  readonly isReady: boolean;
  /** Opens the tab and selects, e.g. select('Team', 'B2'). The keyboard is then in the sheet. */
  select(sheetName: string, a1: string): void;
  /** What is selected on the tab that is looked at, e.g. 'B2' or 'A1:C9'; '' when nothing is. */
  selection(): string;
  /** What a cell shows. */
  text(sheetName: string, a1: string): string;
  /** The formula of a cell as Univer has it, '' when there is none. */
  formula(sheetName: string, a1: string): string;
  /** The first row (from 1) one of whose cells has this text; 0 when there is none. */
  findRow(sheetName: string, key: string): number;
  sheetNames(): string[];
  activeSheet(): string;
  /** Whether a row (from 1) is shown. */
  isRowShown(sheetName: string, row: number): boolean;
  rowHeight(sheetName: string, row: number): number;
  /** The colour behind a cell as it is seen, conditional formats included; '' when there is none. */
  background(sheetName: string, a1: string): string;
}

declare global {
  interface Window {
    workbench: TestApi;
  }
}
