/** What Google's services have, by the pinned types: for the build, which tells it to services/members.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/** The pinned types' folder. */
export const types = path.dirname(createRequire(import.meta.url).resolve('@types/google-apps-script/package.json'));

/** The parts whose classes and enums scripts meet here; of the others only the services themselves. */
const WHOLE = ['Spreadsheet', 'HTML', 'Base', 'Cache', 'Lock', 'Properties', 'Script', 'Utilities'];

/** 'Spreadsheet.Range' → its declarations: an interface may come in several pieces. */
const declared = new Map();
/** Global name → the type it has, 'GoogleAppsScript.Spreadsheet.SpreadsheetApp'. */
const services = new Map();

function collect(node, space) {
  if (ts.isModuleDeclaration(node) && node.body) {
    const inner = node.name.text === 'GoogleAppsScript' ? space : [...space, node.name.text];
    for (const statement of node.body.statements) collect(statement, inner);
  } else if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node)) {
    const name = [...space, node.name.text].join('.');
    declared.set(name, [...(declared.get(name) ?? []), node]);
  } else if (ts.isVariableStatement(node) && space.length === 0) {
    for (const { name, type } of node.declarationList.declarations)
      if (type) services.set(name.getText(), type.getText().replace(/^GoogleAppsScript\./, ''));
  }
}

/** The names of all members, those of what it extends included. */
function membersOf(name) {
  const space = name.split('.').slice(0, -1);
  const names = (declared.get(name) ?? []).flatMap((node) => [
    ...node.members.flatMap((member) => (member.name ? [member.name.getText().replace(/^['"]|['"]$/g, '')] : [])),
    ...(node.heritageClauses ?? []).flatMap(({ types: bases }) =>
      bases.flatMap((base) => {
        const text = base.expression.getText();
        return membersOf(declared.has(text) ? text : [...space, text].join('.'));
      }),
    ),
  ]);
  return [...new Set(names)].sort();
}

/** Class, enum or service → the names of its members, with blanks between. */
export function googleNames() {
  for (const file of readdirSync(types).filter((name) => name.endsWith('.d.ts') && name !== 'index.d.ts')) {
    const text = readFileSync(path.join(types, file), 'utf8');
    for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true).statements)
      collect(statement, []);
  }
  const names = {};
  for (const part of WHOLE)
    for (const name of declared.keys())
      if (name.startsWith(`${part}.`)) names[name.slice(part.length + 1)] ??= membersOf(name).join(' ');
  // What a script can call by itself. The types give some enums a global name too, which Google does not.
  for (const [service, type] of services)
    if (/(App|Service|Maps|Charts|Jdbc|Properties|MimeType|Logger|Session|Browser|Utilities|console)$/.test(service))
      names[service] = membersOf(type).join(' ');
  return names;
}
