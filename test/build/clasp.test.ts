/** What clasp would push, and that every command the docs name is one of the installed clasp's, with its options. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildSelfCheck } from '../support/self-check';

const root = path.join(__dirname, '../..');
const program = path.join(root, 'node_modules/@google/clasp/build/src/index.js');
const run = promisify(execFile);

let folder: string;
beforeAll(() => {
  // As after create-script, but for an id that is none.
  folder = mkdtempSync(path.join(tmpdir(), 'clasp-'));
  writeFileSync(path.join(folder, '.clasp.json'), JSON.stringify({ scriptId: 'no-script', rootDir: 'dist' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The names that would be pushed out of a build, and of what would be left behind. */
async function pushed(build: string): Promise<{ files: string[]; left: string[] }> {
  rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
  cpSync(build, path.join(folder, 'dist'), { recursive: true });
  const { stdout } = await run(process.execPath, [program, 'show-file-status', '--json'], { cwd: folder });
  const status = JSON.parse(stdout) as { filesToPush: string[]; untrackedFiles: string[] };
  const files = status.filesToPush.map((file) => file.split(path.sep).join('/')).sort();
  return { files, left: status.untrackedFiles };
}

test('clasp would push exactly the three built files, and with the self-check its page', async () => {
  expect(await pushed(path.join(root, 'dist'))).toEqual({
    files: ['dist/Code.js', 'dist/appsscript.json', 'dist/sidebar.html'],
    left: [],
  });
  const selfCheck = await buildSelfCheck();
  const { files, left } = await pushed(selfCheck.folder);
  selfCheck.remove();
  expect(files).toEqual(['dist/Code.js', 'dist/appsscript.json', 'dist/self-check.html', 'dist/sidebar.html']);
  expect(left).toEqual([]);
});

test('create-script refuses where a .clasp.json stands, and the one of the project is a placeholder', async () => {
  const args = [program, 'create-script', '--title', 'x', '--rootDir', 'dist'];
  const { stderr } = await run(process.execPath, args, { cwd: folder });
  expect(stderr).toContain('Project file already exists.');
  const ours = JSON.parse(readFileSync(path.join(root, '.clasp.json'), 'utf8')) as unknown;
  expect(ours).toEqual({ scriptId: 'PUT-YOUR-SCRIPT-ID-HERE', rootDir: 'dist' });
  for (const file of ['README.md', 'docs/install.md'])
    expect(readFileSync(path.join(root, file), 'utf8')).toMatch(/[Dd]elete (the placeholder )?`?\.clasp\.json/);
});

test('create-script goes by the parent only where no type is given: what the docs say of a spreadsheet that is there', () => {
  const text = readFileSync(path.join(root, 'node_modules/@google/clasp/build/src/commands/create-script.js'), 'utf8');
  expect(text).toContain('createWithContainer(name, mimeType)');
  expect(text).toContain('createScript(name, parentId)');
});

/** "clasp push -f" → its name and options, as somebody would type them. */
interface Named {
  words: string;
  command: string;
  options: string[];
}

function commandsIn(file: string): Named[] {
  const text = readFileSync(path.join(root, file), 'utf8').replace(/\n\s*/g, ' ');
  return [...text.matchAll(/npx clasp ([a-z-]+)((?:(?!npx)[^`&#])*)/g)].map(([words, command = '', rest = '']) => ({
    words: words.trim(),
    command,
    options: [...rest.split(/ npm /)[0]!.matchAll(/(?:^|\s)(--?[a-zA-Z]+(?:-[a-z]+)*)/g)].map(([, option]) => option!),
  }));
}

/** Every command of clasp with the flags that it takes, its own and those of all commands. */
async function known(): Promise<Record<string, string[]>> {
  const script = `
    const { makeProgram } = await import(process.argv[1]);
    const program = makeProgram();
    const flags = (command) => command.options.flatMap(({ short, long }) => [short, long]).filter(Boolean);
    const all = program.commands.flatMap((command) =>
      [command.name(), ...command.aliases()].map((name) => [name, [...flags(program), ...flags(command)]]));
    console.log(JSON.stringify(Object.fromEntries(all)));
  `;
  const file = path.join(root, 'node_modules/@google/clasp/build/src/commands/program.js');
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, file], { cwd: root });
  return JSON.parse(stdout) as Record<string, string[]>;
}

test('every clasp command that the docs name is there, with its options', async () => {
  const all = await known();
  const named = ['README.md', 'docs/install.md', 'docs/google.md'].flatMap(commandsIn);
  expect(new Set(named.map(({ command }) => command)).size).toBeGreaterThan(7);
  const unknown = named.flatMap(({ words, command, options }) =>
    all[command] === undefined || options.some((option) => !all[command]?.includes(option)) ? [words] : [],
  );
  expect(unknown).toEqual([]);
});
