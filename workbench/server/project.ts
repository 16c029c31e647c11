/** The script project that the workbench runs: read anew for each run, so that a rebuilt file counts at once. */
import path from 'node:path';
import { loadProject, type Project } from '../runtime';
import { PlainError } from './plain-error';

export interface ProjectSource {
  name: string;
  folder: string;
  /** Whether it is this repository's own add-on. */
  isOwn: boolean;
  load(): Promise<Project>;
}

/** Throws PlainError when the folder holds no script project. */
export async function openProject(folder: string, ownName: string | null): Promise<ProjectSource> {
  const name = ownName ?? nameOf(folder);
  const load = async () => {
    try {
      return await loadProject(folder, name, ownName === null ? 'reported' : 'strict');
    } catch (error) {
      const hint = ownName
        ? 'Build the add-on first: npm run build.'
        : 'Give a folder that has one with --project DIR.';
      throw new PlainError(`${(error as Error).message}\n${hint}`);
    }
  };
  await load();
  return { name, folder, isOwn: ownName !== null, load };
}

/** The folder's name, or its parent's when it is only called dist, src or build. */
function nameOf(folder: string): string {
  const full = path.resolve(folder);
  const base = path.basename(full);
  return /^(dist|src|build|out)$/i.test(base) ? path.basename(path.dirname(full)) : base;
}
