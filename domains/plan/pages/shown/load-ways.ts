import { listCodes } from '#domains/codes/api.ts';
import type { CodeEntry } from '#domains/codes/model.ts';
import { call } from '#ui/call.ts';

/** The town's lists of how a first word reaches a window, and of how a contact is made. */
export async function loadWays(options: { signal: AbortSignal }): Promise<CodeEntry[]> {
  const lists = await Promise.all([
    call(listCodes, { list: 'intake_channel' }, options),
    call(listCodes, { list: 'way' }, options),
  ]);
  return lists.flatMap(({ entries }) => entries);
}
