/** A script project: the files that run together in one global scope, and what the manifest says. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isPublicName, topLevelFunctions } from './function-names';
import type { PageReading } from './served-page';

export type ProjectFileType = 'server_js' | 'html' | 'json';

/** One file. `name` has no extension; a folder is part of it ('ui/sidebar'), as clasp names it (facts §7). */
export interface ProjectFile {
  name: string;
  source: string;
  type: ProjectFileType;
}

export interface Project {
  /** As the add-on's menu shows it. */
  name: string;
  files: ProjectFile[];
  /** The script's own zone: what `new Date().getHours()` means (facts §5.1). */
  timeZone: string;
  /** From the manifest; null when it names none, and then everything is granted. */
  oauthScopes: string[] | null;
  /** Advanced services (`Sheets`) and libraries that the manifest enables: without that their names mean nothing. */
  enabledNames: string[];
  /** How its sidebars and dialogs are served. */
  pages: PageReading;
}

const TYPES: Record<string, ProjectFileType> = {
  '.js': 'server_js',
  '.gs': 'server_js',
  '.html': 'html',
  '.json': 'json',
};

/** Files as one project without a manifest: everything granted, the script's zone is UTC, pages served as reported. */
export function projectOfFiles(files: ProjectFile[], name = 'Untitled project'): Project {
  return { name, files, timeZone: 'Etc/UTC', oauthScopes: null, enabledNames: [], pages: 'reported' };
}

/** What kind of file a name on disk stands for; null for one that is no part of a script project. */
export function projectFileType(fileName: string): ProjectFileType | null {
  return TYPES[path.extname(fileName).toLowerCase()] ?? null;
}

/**
 * Reads a folder with an appsscript.json, sub-folders too, files by name as clasp pushes them. Its pages are served the
 * strict way, as this repository's own always are, unless told otherwise.
 * Throws when the manifest is missing or is no JSON.
 */
export async function loadProject(
  folder: string,
  name = path.basename(path.resolve(folder)),
  pages: PageReading = 'strict',
): Promise<Project> {
  const manifestPath = path.join(folder, 'appsscript.json');
  const manifestText = await readFile(manifestPath, 'utf8').catch(() => {
    throw new Error(`${folder} has no appsscript.json, so it is no script project`);
  });
  const manifest = readManifest(manifestText, manifestPath);
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/(^|[\\/])(node_modules|\.git)[\\/]/.test(file) && file !== 'appsscript.json')
    .filter((file) => ['server_js', 'html'].includes(projectFileType(file) ?? ''))
    .sort();
  const files = await Promise.all(
    found.map(async (file): Promise<ProjectFile> => {
      const type = projectFileType(file)!;
      const bare = file.slice(0, -path.extname(file).length).split(path.sep).join('/');
      return { name: bare, source: await readFile(path.join(folder, file), 'utf8'), type };
    }),
  );
  return { name, files, pages, ...manifest };
}

interface Manifest {
  timeZone?: unknown;
  oauthScopes?: unknown;
  dependencies?: { enabledAdvancedServices?: Dependency[]; libraries?: Dependency[] };
}

interface Dependency {
  userSymbol?: unknown;
}

/** What the manifest of this text says; throws when it is no JSON. `where` names it in the message. */
export function readManifest(text: string, where: string): Pick<Project, 'timeZone' | 'oauthScopes' | 'enabledNames'> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(text) as Manifest;
  } catch (error) {
    throw new Error(`${where} is no JSON: ${(error as Error).message}`);
  }
  const { enabledAdvancedServices = [], libraries = [] } = manifest.dependencies ?? {};
  return {
    enabledNames: [...enabledAdvancedServices, ...libraries].map(({ userSymbol }) => String(userSymbol)),
    timeZone: typeof manifest.timeZone === 'string' ? manifest.timeZone : 'Etc/UTC',
    oauthScopes: Array.isArray(manifest.oauthScopes) ? manifest.oauthScopes.map(String) : null,
  };
}

/** The project's scripts in load order. */
export function scriptsOf(project: Project): { name: string; source: string }[] {
  return project.files.filter((file) => file.type === 'server_js').map(({ name, source }) => ({ name, source }));
}

/** The names a page's google.script.run has: public top-level functions, later files first on a clash (facts §2.3). */
export function clientFunctionNames(project: Project): string[] {
  const names = scriptsOf(project).flatMap((script) => topLevelFunctions(script.source));
  return [...new Set(names)].filter(isPublicName);
}
