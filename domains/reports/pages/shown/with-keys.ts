/** Parts that only ever stand in the order they came in: their place is their key. */
export function withKeys<Item>(items: readonly Item[]): { key: number; item: Item }[] {
  return items.map((item, key) => ({ key, item }));
}
