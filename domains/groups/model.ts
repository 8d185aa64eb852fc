import * as z from 'zod';
import * as m from '#messages';
import type { Channel } from '../visits/model.ts';
import { type SheetCounts, sheetCounts } from '../visits/sheet-model.ts';

/** How a group is asked for its month: on its own screen, or by a letter for those who never go on line. */
export const requestWays = ['screen', 'letter'] as const;
export type RequestWay = (typeof requestWays)[number];
export const requestWayWords: Record<RequestWay, () => string> = {
  screen: m.groups_way_screen,
  letter: m.groups_way_letter,
};

/** Members that can be enrolled in one go: a pasted list. */
export const mostEnrolled = 200;

/** One member's month as the grid shows it; null while the paper is missing. */
export const memberMonth = z.object({
  member_id: z.uuid(),
  number: z.int(),
  name: z.string(),
  sheet: z
    .object({
      id: z.uuid(),
      version: z.int(),
      /** Null while only the photograph of the paper is there, still to be read off. */
      counts: sheetCounts.nullable(),
      entered_by_name: z.string().nullable(),
      entered_on: z.string(),
      has_scan: z.boolean(),
    })
    .nullable(),
});
export type MemberMonth = z.output<typeof memberMonth>;

/** Whose counts are not there: neither written nor, so far, read off the photograph. */
export function isMissing({ sheet }: Pick<MemberMonth, 'sheet'>): boolean {
  return !sheet?.counts;
}

/** The grid's sum by channel. */
export function sumOf(members: readonly MemberMonth[]): SheetCounts {
  const sum = sheetCounts.parse({});
  for (const { sheet } of members) {
    if (!sheet?.counts) continue;
    for (const [channel, n] of Object.entries(sheet.counts)) sum[channel as Channel] += n;
  }
  return sum;
}
