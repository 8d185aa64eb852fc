import type { Item } from '#domains/items/model.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import * as m from '#messages';
import type { Month } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CallRefused, call } from '#ui/call.ts';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { readTallyMonth, readTallySheet } from '../../sheet-api.ts';
import type { SheetPlace } from './sheet-address.ts';

/** A group's month as it stands on its pages. */
export type OpenedSheet = OutputOf<typeof readTallySheet> &
  SheetPlace & {
    /** The town's own items of sheets. */
    items: Item[];
  };

/** The sheet of the page's address; the district's first group where `?group=` names none. */
export async function loadSheet(args: PageArgs): Promise<OpenedSheet> {
  const options = { signal: args.request.signal };
  const [district, month] = [partOf(args, 'district'), partOf(args, 'month')];
  const group = queryOf(args).group ?? (await findGroup(district, month, options));
  const [sheet, items] = await Promise.all([
    call(readTallySheet, { district, group, month }, options),
    loadItems('tally_sheet', options.signal),
  ]);
  return { ...sheet, items, district, group, month };
}

async function findGroup(district: string, month: Month, options: { signal: AbortSignal }): Promise<string> {
  const { groups } = await call(readTallyMonth, { month }, options);
  const group = groups.find(({ district_id }) => district_id === district)?.group_id;
  if (!group) throw new CallRefused({ code: 'not_found', message: m.visits_tally_empty() });
  return group;
}
