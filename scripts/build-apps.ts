import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';
import webConfig from '../vite.config.ts';
import fieldConfig from '../vite.field.config.ts';
import serverConfig from '../vite.server.config.ts';

/** Builds `dist/web`, `dist/field` and `dist/server`. What was built before stays whole until the new build is. */
const built = resolve(import.meta.dirname, '../dist');
await mkdir(built, { recursive: true });
const growing = await mkdtemp(join(built, 'growing-'));
try {
  for (const config of [webConfig, fieldConfig, serverConfig]) {
    const finished = config.build.outDir;
    const outDir = join(growing, basename(finished));
    await build({ ...config, build: { ...config.build, outDir } });
    await rm(finished, { recursive: true, force: true });
    await rename(outDir, finished);
  }
} finally {
  await rm(growing, { recursive: true, force: true });
}
