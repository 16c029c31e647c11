import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The import arrows of the house: which room may look into which. */
const ALLOWED: Record<string, { types: string[]; values: string[] }> = {
  core: { types: [], values: [] },
  contract: { types: ['core'], values: [] },
  sheet: { types: ['core'], values: ['core'] },
  addon: { types: ['core', 'sheet', 'contract'], values: ['core', 'sheet'] },
  sidebar: { types: ['core', 'contract'], values: ['core'] },
  'main.ts': { types: ['addon'], values: ['addon'] },
};

/** The parts of core that the sidebar runs as well. */
const SIDEBAR_MAY_RUN = ['core/shared', 'core/deal', 'core/import'];

/** Rooms within core and sheet, the ground floor first: each looks only into those before it. */
const FLOORS: Record<string, string[]> = {
  core: ['shared', 'deal', 'import', 'actuals'],
  sheet: ['grid', 'month', 'setup', 'tab', 'team', 'acts', 'repair'],
};

/** Arrows that run up and are still to be cut. */
const STILL_UP = ['src/sheet/setup/tracker.ts → ../team/figures'];

const root = path.join(__dirname, '../..');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(full);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [full] : [];
  });
}

interface Arrow {
  file: string;
  to: string;
  typeOnly: boolean;
}

function arrowsOf(file: string): Arrow[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement): Arrow[] => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    return [{ file, to: statement.moduleSpecifier.text, typeOnly: isTypeOnly(statement) }];
  });
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    !clause.name && names !== undefined && ts.isNamedImports(names) && names.elements.every((name) => name.isTypeOnly)
  );
}

function roomOf(file: string): string {
  return path.relative(path.join(root, 'src'), file).split(path.sep)[0] as string;
}

/** The room within a part of the house that has floors; the part itself for a file that lies on none. */
function innerRoomOf(file: string): string {
  const [part = '', inner = ''] = path.relative(path.join(root, 'src'), file).split(path.sep);
  return FLOORS[part]?.includes(inner) ? `${part}/${inner}` : part;
}

function runsUp(from: string, to: string): boolean {
  const [part = '', inner = ''] = from.split('/');
  const [, target = ''] = to.split('/');
  const floors = FLOORS[part] ?? [];
  if (part === 'core' && inner === '') return false;
  if (part === 'core' && target === '') return inner === 'shared' || inner === 'deal';
  return floors.indexOf(target) > floors.indexOf(inner);
}

function wrong(arrow: Arrow): string | null {
  const from = roomOf(arrow.file);
  const label = `${path.relative(root, arrow.file)} → ${arrow.to}`;
  if (!arrow.to.startsWith('.')) {
    if (from === 'core' || from === 'contract') return `${label}: ${from} imports nothing from outside`;
    return null;
  }
  const target = path.resolve(path.dirname(arrow.file), arrow.to);
  if (!target.startsWith(path.join(root, 'src') + path.sep)) return `${label}: out of src`;
  const to = roomOf(target);
  if (to === from) {
    const up = runsUp(innerRoomOf(arrow.file), innerRoomOf(target));
    return up && !STILL_UP.includes(label) ? `${label}: runs up` : null;
  }
  const allowed = ALLOWED[from];
  if (!allowed) return `${label}: no such room ${from}`;
  if (!(arrow.typeOnly ? [...allowed.types, ...allowed.values] : allowed.values).includes(to))
    return `${label}: not allowed`;
  if (from === 'sidebar' && to === 'core' && !arrow.typeOnly && !SIDEBAR_MAY_RUN.includes(innerRoomOf(target)))
    return `${label}: the sidebar runs only what it shares`;
  return null;
}

describe('the rooms of the house', () => {
  const arrows = filesBelow(path.join(root, 'src')).flatMap(arrowsOf);

  test('imports are found at all', () => {
    expect(arrows.length).toBeGreaterThan(50);
  });

  test('every import follows the arrows', () => {
    expect(arrows.map(wrong).filter((problem) => problem !== null)).toEqual([]);
  });

  test('the check sees a forbidden import', () => {
    const file = path.join(root, 'src/core/shared/month.ts');
    expect(wrong({ file, to: '../../sheet/grid/grid', typeOnly: true })).toMatch(/not allowed/);
    expect(wrong({ file: path.join(root, 'src/sidebar/x.tsx'), to: '../core/kpi', typeOnly: false })).toMatch(
      /what it shares/,
    );
    expect(
      wrong({ file: path.join(root, 'src/sheet/acts/x.ts'), to: '../../../workbench/engine/engine', typeOnly: true }),
    ).toMatch(/out of src/);
    const up = { file: path.join(root, 'src/sheet/grid/x.ts'), to: '../month/read', typeOnly: true };
    expect(wrong(up)).toMatch(/runs up/);
  });

  test('nothing in src names Google services outside of sheet, addon and main', () => {
    const services = /\b(SpreadsheetApp|PropertiesService|LockService|HtmlService|Session|Utilities)\./;
    const found = filesBelow(path.join(root, 'src'))
      .filter((file) => ['core', 'contract', 'sidebar'].includes(roomOf(file)))
      .filter((file) => services.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });
});
