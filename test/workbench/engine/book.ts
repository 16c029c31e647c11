/** A workbook in few words, for tests: `set`, `text`, `value`, `formula`, `write`. Addresses may name a sheet: `Team!B2`. */

import type {
  CellInput,
  CellStyle,
  Rect,
  Scalar,
  WorkbookFile,
  WriteOp,
  WriteOrigin,
} from '../../../workbench/engine/engine';
import { type OpenOptions, openEngine } from '../../../workbench/engine/open';
import { columnNumber } from '../../../workbench/values/addresses';

export const me: WriteOrigin = { kind: 'script', user: 'owner@example.com' };

const opened: { dispose(): void }[] = [];
afterEach(() => {
  for (const engine of opened.splice(0)) engine.dispose();
});

/** `B2:C4` as a rectangle. */
export function rect(a1: string): Rect {
  const [start, end = start] = a1.split(':');
  const corner = (text: string) => {
    const [, letters, digits] = /^([A-Z]+)([0-9]+)$/.exec(text)!;
    return { row: Number(digits), col: columnNumber(letters!) };
  };
  const from = corner(start!);
  const to = corner(end!);
  return { ...from, rows: to.row - from.row + 1, cols: to.col - from.col + 1 };
}

type Written = Scalar | CellInput;

function input(value: Written): CellInput {
  if (typeof value === 'object' && value !== null) return value;
  return typeof value === 'string' && value.startsWith('=') ? { f: value } : { v: value };
}

export type TestBook = Awaited<ReturnType<typeof openBook>>;

/** Opens a workbook; it is closed after the test. */
export async function openBook(options: OpenOptions & { file?: WorkbookFile } = {}) {
  const engine = await openEngine(options.file, options);
  opened.push(engine);
  const place = (address: string) => {
    const [a1, name] = address.split('!').reverse();
    const sheet = engine.sheets().find((each) => each.name === (name ?? engine.sheets()[0]!.name));
    if (!sheet) throw new Error(`no sheet ${name}`);
    return { sheetId: sheet.id, rect: rect(a1!) };
  };
  const write = (...ops: WriteOp[]) => engine.write(ops, me);
  const block = async (address: string) => {
    const at = place(address);
    return engine.read(at.sheetId, at.rect);
  };
  return {
    engine,
    place,
    write,
    /** Writes values and formulas (texts with `=`) from a cell on; a single value is a block of one. */
    set: (address: string, values: Written | Written[][]) => {
      const { sheetId, rect: at } = place(address);
      const cells = (Array.isArray(values) ? values : [[values]]).map((line) => line.map(input));
      return write({ op: 'cells', sheetId, row: at.row, col: at.col, cells });
    },
    style: (address: string, style: CellStyle) => {
      const at = place(address);
      return write({ op: 'style', sheetId: at.sheetId, ...at.rect, style });
    },
    styleOf: (address: string) => {
      const at = place(address);
      return engine.styles(at.sheetId, at.rect)[0]![0]!;
    },
    values: async (address: string) => (await block(address)).map((line) => line.map(({ v }) => v)),
    value: async (address: string) => (await block(address))[0]![0]!.v,
    formula: async (address: string) => (await block(address))[0]![0]!.f,
    text: async (address: string) => {
      const at = place(address);
      return (await engine.displayValues(at.sheetId, at.rect))[0]![0]!;
    },
    /** Adds a sheet behind the others and returns its id. */
    addSheet: async (name: string, rows = 100, cols = 20) => {
      const sheetId = Math.max(...engine.sheets().map(({ id }) => id)) + 1;
      await write({ op: 'insertSheet', sheetId, name, index: engine.sheets().length, rows, cols });
      return sheetId;
    },
    insertRows: (sheetId: number, before: number, count: number, inherit: 'before' | 'after' | 'none' = 'none') =>
      write({ op: 'insertRows', sheetId, before, count, inherit }),
    deleteRows: (sheetId: number, row: number, count: number) => write({ op: 'deleteRows', sheetId, row, count }),
  };
}

/** The file as it would come back from disk. */
export function throughDisk(file: WorkbookFile): WorkbookFile {
  return JSON.parse(JSON.stringify(file)) as WorkbookFile;
}
