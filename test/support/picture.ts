/** A workbook as plain lines, for comparing two of them: every cell, its look, row groups, heights, stores. */
import { HIDDEN } from '../../src/sheet/grid/hidden';
import type { Engine } from '../../workbench/engine/engine';
import { a1OfRect } from '../../workbench/values/addresses';

/** Address or aspect → what is there. Ids that the add-on made up since the start are named in their order. */
export type Picture = Map<string, string>;

/** Where keys stand: in Setup, and on people's tabs. */
const KEY_COLUMNS = [2, HIDDEN.key];
const MINUTE_MS = 60_000;

/** Ids of rows and people that are in a workbook now: those that come later are fresh. */
export async function idsOf(engine: Engine): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const { key } of await keysOf(engine)) ids.add(key);
  return ids;
}

/** Takes the picture. `known` are ids that may not be renamed. */
export async function pictureOf(engine: Engine, known: ReadonlySet<string> = new Set()): Promise<Picture> {
  const picture: Picture = new Map();
  const rename = await renaming(engine, known);
  const put = (where: string, what: unknown) => {
    if (what !== null && what !== '' && what !== undefined) picture.set(where, rename(JSON.stringify(what)));
  };
  put(
    'tabs',
    engine.sheets().map((sheet) => sheet.name),
  );
  for (const sheet of engine.sheets()) {
    const { name } = sheet;
    const rect = { row: 1, col: 1, rows: Math.max(1, sheet.lastRow), cols: sheet.maxCols };
    const cells = await engine.read(sheet.id, rect);
    const shown = await engine.displayValues(sheet.id, rect);
    const styles = engine.styles(sheet.id, rect);
    const lists = engine.validations(sheet.id, rect);
    put(`${name} sheet`, [sheet.hidden, sheet.maxRows, sheet.maxCols, sheet.frozenRows, sheet.gridlinesHidden]);
    cells.forEach((line, r) => {
      line.forEach((cell, c) => {
        const at = `${name}!${a1OfRect(r + 1, c + 1, 1, 1)}`;
        put(at, cell.f === '' ? cell.v : [cell.f, cell.v]);
        if (shown[r]![c] !== '' && shown[r]![c] !== String(cell.v)) put(`${at} shows`, shown[r]![c]);
        const { background, numberFormat, fontWeight, fontColor, wrap } = styles[r]![c]!;
        put(`${at} look`, [background, numberFormat, fontWeight, fontColor, wrap].map((part) => part ?? '').join());
        if (lists[r]![c]) put(`${at} list`, lists[r]![c]!.args);
      });
      const { height, hidden } = engine.rowDimensions(sheet.id, r + 1, 1)[0]!;
      put(`${name} row ${r + 1}`, [height, hidden]);
    });
    put(`${name} groups`, engine.rowGroups(sheet.id));
    put(
      `${name} merges`,
      engine
        .merges(sheet.id)
        .map((m) => a1OfRect(m.row, m.col, m.rows, m.cols))
        .sort(),
    );
    put(`${name} colours`, engine.conditionalRules(sheet.id));
  }
  const nameOf = (id: number) => engine.sheets().find((sheet) => sheet.id === id)?.name;
  for (const protection of engine.protections()) {
    const { id: _, sheetId, editors, ...rest } = protection;
    put(`protection of ${nameOf(sheetId)}`, { ...rest, editors: editors && [...editors].sort() });
  }
  for (const [key, value] of Object.entries(engine.properties('document')))
    put(
      rename(`property ${key}`),
      value.replace(/\d+/g, (ms) => String(Math.floor(Number(ms) / MINUTE_MS))),
    );
  return picture;
}

/** What differs, a line each, at most so many. */
export function differences(wanted: Picture, found: Picture, most = 12): string[] {
  const lines: string[] = [];
  for (const where of new Set([...wanted.keys(), ...found.keys()])) {
    const [a, b] = [wanted.get(where), found.get(where)];
    if (a !== b) lines.push(`${where}: ${a ?? 'nothing'} → ${b ?? 'nothing'}`);
  }
  return lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} more`] : lines;
}

async function keysOf(engine: Engine): Promise<{ key: string }[]> {
  const keys: { key: string }[] = [];
  for (const sheet of engine.sheets()) {
    for (const col of KEY_COLUMNS) {
      if (sheet.lastRow === 0 || sheet.maxCols < col) continue;
      for (const [cell] of await engine.read(sheet.id, { row: 1, col, rows: sheet.lastRow, cols: 1 })) {
        const id = /^\w+:(\w+)$/.exec(String(cell?.v ?? ''))?.[1];
        if (id) keys.push({ key: id });
      }
    }
  }
  return keys;
}

/** Names made-up ids and sheet ids by the order in which they stand in the tabs. */
async function renaming(engine: Engine, known: ReadonlySet<string>): Promise<(text: string) => string> {
  const names = new Map<string, string>();
  for (const { key } of await keysOf(engine))
    if (!known.has(key) && /^r?[a-z][a-z0-9]{7}$/.test(key) && !names.has(key)) names.set(key, `id#${names.size + 1}`);
  for (const sheet of engine.sheets()) if (sheet.id > 999) names.set(String(sheet.id), `gid of ${sheet.name}`);
  return (text) => text.replace(/[a-z0-9]{4,}/g, (word) => names.get(word) ?? word);
}
