import { globSync, readFileSync } from 'node:fs';
import { permissions } from 'virtual:permissions';
import { describe, expect, it } from 'vitest';
import { navigation } from './navigation.ts';
import { hasPage } from './pages.ts';
import { type PageName, routes } from './routes.ts';

describe('the URL tree', () => {
  it('has a page for every address', () => {
    expect(Object.values(routes).filter((name) => !hasPage(name))).toEqual([]);
  });

  it('has an address for every page', () => {
    const names = globSync('domains/*/pages/*.tsx').filter(isPage).map(nameOf);
    const known: readonly string[] = Object.values(routes);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the main menu', () => {
  it('asks only for operations that are declared', () => {
    const needed = navigation.flatMap(({ items }) => items.flatMap(({ needs }) => needs ?? []));
    expect(needed.filter((name) => !(name in permissions))).toEqual([]);
  });
});

// What only helps to draw pages stands beside them and exports no `Component`.
function isPage(file: string): boolean {
  return /^export function Component\b/m.test(readFileSync(file, 'utf8'));
}

function nameOf(file: string): PageName {
  const [, domain, , page] = file.split('/');
  return `${domain}/${page?.replace('.tsx', '')}`;
}
