/** A plain tab as Apps Script's Sheet. */
import { columnNumber } from '../../../src/sheet/grid/columns';
import type { PlainBook } from './book';
import { type Merge, movedRow, PlainCells } from './cells';
import { follow, type Moved } from './formulas';
import { plainRange } from './range';
import { strict } from './recorder';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export class PlainTab {
  readonly cells: PlainCells;
  /** Whatever has been set for the tab as a whole. */
  readonly props: Record<string, unknown> = {};
  readonly protections: Record<string, unknown>[] = [];
  readonly sheet: Sheet;
  /** Counts what may have changed something here. */
  version = 0;

  constructor(
    readonly book: PlainBook,
    readonly id: number,
    public name: string,
  ) {
    this.cells = new PlainCells(1000, 26, book.hasFigures);
    this.sheet = this.asSheet();
  }

  /** All cells and looks as they are now, to be brought back as often as one likes. */
  remember(): () => void {
    const { cells, props } = this;
    const copied = ({ rows, rowLines, colLines, merges, height, width }: typeof cells) => ({
      rows: rows.map((line) => Array.from(line, (cell) => cell && { ...cell })),
      rowLines: rowLines.map((line) => ({ ...line })),
      colLines: colLines.map((line) => ({ ...line })),
      merges: merges.map((one) => ({ ...one })),
      height,
      width,
    });
    const kept = copied(cells);
    const own = { ...props };
    return () => {
      Object.assign(cells, copied(Object.assign(Object.create(cells) as typeof cells, kept)));
      Object.assign(props, own);
    };
  }

  merge(merge: Merge): void {
    const { cells } = this;
    cells.merges = cells.merges.filter(
      (one) =>
        !(one.row < merge.row + merge.rows && merge.row < one.row + one.rows) ||
        !(one.col < merge.col + merge.cols && merge.col < one.col + one.cols),
    );
    cells.merges.push(merge);
    for (let r = 0; r < merge.rows; r++)
      for (let c = 0; c < merge.cols; c++)
        if (r + c > 0) Object.assign(cells.at(merge.row + r, merge.col + c), { value: '', formula: '' });
  }

  /** Formulas of all tabs follow what has moved on this one. */
  private moved(axis: 'row' | 'col', moved: Moved): void {
    for (const tab of this.book.tabs)
      for (const line of tab.cells.rows)
        for (const cell of line)
          if (cell?.formula) {
            const now = follow(cell.formula, tab.name, this.name, axis, moved);
            if (now !== cell.formula) tab.version++;
            cell.formula = now;
          }
  }

  insertRows(at: number, count: number): void {
    this.book.spend();
    this.cells.insertRows(at, count);
    this.moved('row', (n) => (n >= at ? n + count : n));
  }

  deleteRows(at: number, count: number): void {
    this.book.spend();
    this.cells.deleteRows(at, count);
    this.moved('row', (n) => (n < at ? n : n < at + count ? null : n - count));
  }

  insertColumns(at: number, count: number): void {
    this.book.spend();
    this.cells.insertColumns(at, count);
    this.moved('col', (n) => (n >= at ? n + count : n));
  }

  deleteColumns(at: number, count: number): void {
    this.book.spend();
    this.cells.deleteColumns(at, count);
    this.moved('col', (n) => (n < at ? n : n < at + count ? null : n - count));
  }

  private line(axis: 'rowLines' | 'colLines', at: number, count: number, more: object): void {
    const lines = this.cells[axis];
    for (let n = at; n < at + count; n++) lines[n - 1] = { ...lines[n - 1], ...more };
  }

  private asSheet(): Sheet {
    const { cells, book, props } = this;
    const row = (at: number) => cells.rowLines[at - 1] ?? {};
    const own = {
      getName: () => this.name,
      getSheetId: () => this.id,
      getParent: () => book.spreadsheet,
      getIndex: () => book.tabs.indexOf(this) + 1,
      getRange: (first: number | string, ...rest: number[]) =>
        typeof first === 'string' ? this.named(first) : plainRange(this, first, ...(rest as [number])),
      getRangeList: (addresses: string[]) => {
        const each =
          (name: 'setBorder' | 'setNumberFormat') =>
          (...given: unknown[]) => {
            for (const address of addresses)
              (this.named(address) as Record<typeof name, (...given: unknown[]) => void>)[name](...given);
          };
        return { setBorder: each('setBorder'), setNumberFormat: each('setNumberFormat') };
      },
      getLastRow: () => cells.lastRow,
      getLastColumn: () => cells.lastCol,
      getMaxRows: () => cells.height,
      getMaxColumns: () => cells.width,
      insertRowsBefore: (at: number, count: number) => this.insertRows(at, count),
      insertRowsAfter: (at: number, count: number) => this.insertRows(at + 1, count),
      deleteRows: (at: number, count: number) => this.deleteRows(at, count),
      moveRows: (range: { getRow(): number; getNumRows(): number }, before: number) => {
        book.spend();
        const [from, count] = [range.getRow(), range.getNumRows()];
        cells.moveRows(from, count, before);
        this.moved('row', movedRow(from, count, before));
      },
      insertColumnsBefore: (at: number, count: number) => this.insertColumns(at, count),
      insertColumnsAfter: (at: number, count: number) => this.insertColumns(at + 1, count),
      insertColumnAfter: (at: number) => this.insertColumns(at + 1, 1),
      deleteColumns: (at: number, count: number) => this.deleteColumns(at, count),
      deleteColumn: (at: number) => this.deleteColumns(at, 1),
      hideColumns: (at: number, count = 1) => this.line('colLines', at, count, { hidden: true }),
      showColumns: (at: number, count = 1) => this.line('colLines', at, count, { hidden: false }),
      setColumnWidth: (at: number, width: number) => this.line('colLines', at, 1, { width }),
      setRowHeight: (at: number, height: number) => this.line('rowLines', at, 1, { height }),
      setRowHeights: (at: number, count: number, height: number) => this.line('rowLines', at, count, { height }),
      getRowHeight: (at: number) => Number(row(at).height ?? 21),
      getRowGroupDepth: (at: number) => Number(row(at).depth ?? 0),
      getRowGroup: (at: number) => {
        let [first, last] = [at, at];
        while (Number(row(first - 1).depth ?? 0) > 0) first--;
        while (Number(row(last + 1).depth ?? 0) > 0) last++;
        const set = (more: object) => {
          this.line('rowLines', first, last - first + 1, more);
          return self;
        };
        const self: object = strict('Group', {
          collapse: () => set({ folded: true }),
          expand: () => set({ folded: false }),
          remove: () => set({ depth: 0, folded: false }),
          getRange: () => plainRange(this, first, 1, last - first + 1, 1),
        });
        return self;
      },
      hideSheet: () => {
        props.hidden = true;
        return this.sheet;
      },
      setName: (name: string) => {
        this.name = name;
        return this.sheet;
      },
      getConditionalFormatRules: () => props.ConditionalFormatRules ?? [],
      activate: () => book.activate(this),
      getProtections: () => this.protections.map((one) => one.self),
      protect: () => this.protect(),
    };
    return new Proxy(own, {
      get: (target, name) => {
        if (typeof name === 'string' && !name.startsWith('get')) this.version++;
        if (typeof name === 'symbol' || name in target) return Reflect.get(target, name);
        if (/^set[A-Z]/.test(name))
          return (...given: unknown[]) => {
            props[name.slice(3)] = given.length === 1 ? given[0] : given;
          };
        if (name === 'toJSON' || name === 'then') return undefined;
        throw new Error(`NotImplemented: Sheet.${name}`);
      },
    }) as unknown as Sheet;
  }

  /** "A5:H9" */
  private named(address: string): object {
    const [, left = '', top = '', right = left, bottom = top] =
      /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(address) ?? [];
    const [first, last] = [columnNumber(left), columnNumber(right)];
    return plainRange(this, Number(top), first, Number(bottom) - Number(top) + 1, last - first + 1);
  }

  private protect(): object {
    const of: Record<string, unknown> = { editors: [...this.book.editors], domain: false, warning: false, said: '' };
    const emails = () => of.editors as string[];
    const set = (more: object) => {
      this.version++;
      return Object.assign(of, more);
    };
    this.version++;
    const self: object = strict('Protection', {
      getDescription: () => of.said,
      setDescription: (said: string) => set({ said }) && self,
      canEdit: () => true,
      getEditors: () => emails().map((email) => ({ getEmail: () => email })),
      addEditors: (more: string[]) => {
        this.version++;
        for (const email of more) {
          if (!email.includes('@')) throw new Error(`no address: ${email}`);
          if (!emails().includes(email)) emails().push(email);
        }
      },
      removeEditors: (fewer: string[]) => set({ editors: emails().filter((one) => !fewer.includes(one)) }),
      canDomainEdit: () => of.domain,
      setDomainEdit: (domain: boolean) => set({ domain }),
      isWarningOnly: () => of.warning,
      setWarningOnly: (warning: boolean) => set({ warning }),
      remove: () => set({}) && this.protections.splice(this.protections.indexOf(of), 1),
    });
    of.self = self;
    this.protections.push(of);
    return self;
  }
}
