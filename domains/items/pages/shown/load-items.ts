import { call } from '#ui/call.ts';
import { listItems } from '../../api.ts';
import type { Item, ItemRecord } from '../../model.ts';

/** The own items of a record that the reader may know of, those that have ended among them. */
export async function loadItems(record: ItemRecord, signal: AbortSignal): Promise<Item[]> {
  const { items } = await call(listItems, { record }, { signal });
  return items;
}
