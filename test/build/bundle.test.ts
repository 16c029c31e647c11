import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';
import type * as Acts from '../../src/addon/acts';
import type { CallName } from '../../src/contract/calls';
import { ACT_NAMES } from '../support/acts';

const root = path.join(__dirname, '../..');
const file = path.join(root, 'dist/Code.js');
const code = readFileSync(file, 'utf8');

/** Every name that Google or the sidebar calls. */
const NAMES = [
  'onOpen',
  'onEdit',
  'onInstall',
  'openSidebar',
  'makeTabsForNewPeople',
  'makeTeamTab',
  'protectTeamTabs',
  ...ACT_NAMES,
];

/** Is there an act for each call of the contract, and none beside? */
type Lost = Exclude<CallName, keyof typeof Acts> | Exclude<keyof typeof Acts, CallName>;
const noneLost: [Lost] extends [never] ? true : Lost = true;

/** Loads a bundle into a context that has ECMAScript and nothing else; a touched service throws. */
function load(text: string): Record<string, unknown> {
  const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(text, context);
  return context as Record<string, unknown>;
}

/** Names the text uses without declaring them, and that neither ECMAScript nor Apps Script has. */
function unknownNames(text: string): string[] {
  const name = path.join(root, 'build/checked.js');
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    strict: false,
    target: ts.ScriptTarget.ES2020,
    lib: ['lib.es2020.d.ts'],
    types: ['google-apps-script'],
    typeRoots: [path.join(root, 'node_modules/@types')],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (asked, ...rest) =>
    asked === name ? ts.createSourceFile(asked, text, ts.ScriptTarget.ES2020, true) : getSourceFile(asked, ...rest);
  host.fileExists = (asked) => asked === name || ts.sys.fileExists(asked);
  const program = ts.createProgram([name], options, host);
  const cannotFind = new Set([2304, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593, 2662, 2663]);
  return program
    .getSemanticDiagnostics(program.getSourceFile(name))
    .filter((diagnostic) => cannotFind.has(diagnostic.code))
    .map((diagnostic) => text.slice(diagnostic.start ?? 0, (diagnostic.start ?? 0) + (diagnostic.length ?? 0)));
}

const isEmptyStub = (f: unknown) => /^function \w+\(\)\s*\{\s*\}$/.test(String(f));

describe('dist/Code.js', () => {
  test('has an act for each call', () => {
    expect(noneLost).toBe(true);
    expect(ACT_NAMES.length).toBeGreaterThan(20);
  });

  test('declares every name at the top level, and no stub is left empty', () => {
    const context = load(code);
    for (const name of NAMES) {
      expect(code).toMatch(new RegExp(`function ${name}\\(`));
      expect(typeof context[name]).toBe('function');
      expect(isEmptyStub(context[name])).toBe(false);
    }
    const declared = [...(code.split('(()=>')[0] ?? '').matchAll(/function (\w+)\(/g)].map((m) => m[1]);
    expect(declared.sort()).toEqual([...NAMES].sort());
  });

  test('the stub check sees a lost export', () => {
    const broken = load('function onOpen(){}(()=>{})();');
    expect(isEmptyStub(broken.onOpen)).toBe(true);
  });

  test('touches no service while it loads', () => {
    // load() would have thrown: the context has no services at all.
    expect(() => load(`${code};SpreadsheetApp.getUi()`)).toThrow(/SpreadsheetApp is not defined/);
  });

  test('uses no name that Apps Script lacks, not even in lines that do not run', () => {
    expect(unknownNames(code)).toEqual([]);
  });

  test('the name check finds what Apps Script lacks', () => {
    expect(
      unknownNames('function f(){ if (false) { setTimeout(f, 1); new URL("x"); window.x = 1; process.exit(); } }'),
    ).toEqual(['setTimeout', 'URL', 'window', 'process']);
  });

  test('is small, since every call parses it anew', () => {
    expect(statSync(file).size).toBeLessThan(370 * 1024);
    expect(statSync(path.join(root, 'dist/sidebar.html')).size).toBeLessThan(431 * 1024);
  });

  test('the manifest asks for this spreadsheet only', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'dist/appsscript.json'), 'utf8'));
    expect(manifest.runtimeVersion).toBe('V8');
    expect(manifest.oauthScopes.map((scope: string) => scope.split('/auth/')[1]).sort()).toEqual([
      'script.container.ui',
      'spreadsheets.currentonly',
      'userinfo.email',
    ]);
  });
});

test('dist/sidebar.html carries the licences of the packages in it', () => {
  const page = readFileSync(path.join(root, 'dist/sidebar.html'), 'utf8');
  // An element, since a comment would be dropped on the way.
  const notice = page.slice(page.indexOf('<pre id="licences" hidden>'), page.indexOf('</pre>'));
  for (const name of ['preact', '@preact/signals', '@preact/signals-core'])
    expect(notice).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+: Copyright \\(c\\) \\S+`, 'm'));
  expect(notice).toContain('Permission is hereby granted');
});
