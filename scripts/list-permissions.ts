import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Operation } from '#platform/operation.ts';

const served = '\0virtual:permissions';

/**
 * Serves `virtual:permissions`: who may try each operation, as the operations themselves declare it. The menu of
 * the staff app needs this before any operation, and their schemas, are loaded.
 */
export function listPermissions(folder: string): Plugin {
  return {
    name: 'list-permissions',
    resolveId: (id) => (id === 'virtual:permissions' ? served : null),
    async load(id) {
      return id === served
        ? `export const permissions = ${JSON.stringify(await readPermissions(folder))};`
        : null;
    },
  };
}

type Permission = Pick<Operation, 'may' | 'finishing'>;

async function readPermissions(folder: string): Promise<Record<string, Permission>> {
  const permissions: Record<string, Permission> = {};
  for (const file of globSync('{domains,platform}/*/*api.ts', { cwd: folder })) {
    const declared: Record<string, unknown> = await import(join(folder, file));
    for (const [name, value] of Object.entries(declared)) {
      if (isOperation(value)) permissions[name] = { may: value.may, finishing: value.finishing };
    }
  }
  return permissions;
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'route' in value && 'may' in value;
}
