import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project: source and built bundle both find SQL, fonts and assets from here. */
export const projectFolder = findUpward(import.meta.dirname, 'project.inlang');

function findUpward(folder: string, mark: string): string {
  if (existsSync(join(folder, mark))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`no folder with ${mark} above ${import.meta.dirname}`);
  return findUpward(parent, mark);
}
