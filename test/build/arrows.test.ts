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

/** Pure helpers of core that the sidebar may run. */
const SIDEBAR_MAY_RUN = [
  'clock',
  'month',
  'dates',
  'fields',
  'agenda',
  'record',
  'recap',
  'carry',
  'section-colors',
  'amount',
  'links',
  'import-amounts',
  'import-columns',
  'import-dates',
  'import-deal',
  'import-rows',
  'import-stages',
  'import-words',
];

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
  if (to === from) return null;
  const allowed = ALLOWED[from];
  if (!allowed) return `${label}: no such room ${from}`;
  if (!(arrow.typeOnly ? [...allowed.types, ...allowed.values] : allowed.values).includes(to))
    return `${label}: not allowed`;
  if (from === 'sidebar' && to === 'core' && !arrow.typeOnly && !SIDEBAR_MAY_RUN.includes(path.basename(target)))
    return `${label}: the sidebar runs only pure helpers`;
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
    const file = path.join(root, 'src/core/month.ts');
    expect(wrong({ file, to: '../sheet/grid', typeOnly: true })).toMatch(/not allowed/);
    expect(wrong({ file: path.join(root, 'src/sidebar/x.tsx'), to: '../core/kpi', typeOnly: false })).toMatch(
      /pure helpers/,
    );
    expect(
      wrong({ file: path.join(root, 'src/sheet/x.ts'), to: '../../workbench/engine/engine', typeOnly: true }),
    ).toMatch(/out of src/);
  });

  test('nothing in src names Google services outside of sheet, addon and main', () => {
    const services = /\b(SpreadsheetApp|PropertiesService|LockService|HtmlService|Session|Utilities)\./;
    const found = filesBelow(path.join(root, 'src'))
      .filter((file) => ['core', 'contract', 'sidebar'].includes(roomOf(file)))
      .filter((file) => services.test(readFileSync(file, 'utf8')));
    expect(found).toEqual([]);
  });
});
