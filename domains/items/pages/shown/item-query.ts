import { columnParameter } from './columns.ts';

const prefix = 'i.';

/** The name under which the address of a page keeps a condition on an item. */
export function conditionName(item: string, how: 'is' | 'from' | 'until' | 'has'): string {
  return `${prefix}${item}.${how}`;
}

/** What the address asks of own items, as the input `items` of a list; and the rest of the address as it is. */
export function readItemQuery(request: Request): { items?: string; asked: Record<string, string> } {
  const items = new URLSearchParams();
  const asked: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    if (value === '' || name === columnParameter) continue;
    if (name.startsWith(prefix)) items.append(name.slice(prefix.length), value);
    else asked[name] = value;
  }
  return { asked, ...(items.size > 0 && { items: items.toString() }) };
}
