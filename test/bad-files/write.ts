import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formsFiles } from './forms-files.ts';
import { householdFiles } from './household-files.ts';
import { rowFiles } from './row-files.ts';
import { sheetFiles } from './sheet-files.ts';
import { textFiles } from './text-files.ts';

/** `node test/bad-files/write.ts FOLDER`: every bad file, to be looked at. */
const folder = process.argv[2];
if (folder === undefined) throw new Error('say where: node test/bad-files/write.ts FOLDER');
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of [...formsFiles, ...textFiles, ...sheetFiles, ...rowFiles, ...householdFiles])
  writeFileSync(join(folder, name), await bytes());
