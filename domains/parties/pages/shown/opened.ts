import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { type PageArgs, partOf } from '#ui/page.ts';
import { readHousehold } from '../../api.ts';
import { type HouseholdAct, stateOfHousehold, whyNot } from '../../model.ts';

/** A household as it stands on its pages. */
export type Opened = OutputOf<typeof readHousehold>;

/** The household of the page's address; an entry that was merged opens as the one that was kept. */
export function openHousehold(args: PageArgs): Promise<Opened> {
  return call(readHousehold, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** Why an act is not possible with this household as it stands, as a sentence. */
export function whyNotHere(act: HouseholdAct, household: Opened): string | null {
  const { may_write, holder } = household;
  return whyNot(act, { state: stateOfHousehold(household), may_write, holder_name: holder.name });
}
