import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { projectFolder } from '#platform/house.ts';
import type { PageAssets } from '#ui/public/PublicPage.tsx';

const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
  }),
);

/**
 * Where the build has put a script that a page of the server names, and the styles that come with it.
 *
 * @param entry path of the script below `web/`
 * @returns nothing where the app has not been built: the page is whole without
 */
export function findAssets(entry: string): PageAssets | undefined {
  const list = join(projectFolder, 'dist/web/.vite/manifest.json');
  if (!existsSync(list)) return undefined;
  const built = manifest.parse(JSON.parse(readFileSync(list, 'utf8')));
  const script = built[entry];
  if (!script) return undefined;
  const styles = new Set<string>();
  const seen = new Set<string>();
  const gather = (name: string) => {
    const chunk = built[name];
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    for (const imported of chunk.imports) gather(imported);
    for (const style of chunk.css) styles.add(`/${style}`);
  };
  gather(entry);
  return { script: `/${script.file}`, styles: [...styles] };
}
