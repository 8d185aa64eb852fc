import { readHousehold } from '#domains/parties/api.ts';
import type { ListedPost } from '#domains/posts/holding-api.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import type { Me } from '#ui/me.ts';
import { listVisits } from '../../api.ts';
import { listAssignments } from '../../assignment-api.ts';
import { listColleagues } from './colleagues.ts';
import type { AtTheDoor } from './HouseholdCard.tsx';

/** One household, with what one needs to record a visit there. */
export interface Door {
  household: AtTheDoor & { id: string; phone: string | null };
  /** The newest visits, the newest first. */
  visits: OutputOf<typeof listVisits>['visits'];
  /** Whose visits the actor may write down, beside the actor's own. */
  colleagues: ListedPost[];
  /** Of these, the posts that look in on the household today. */
  visitors: string[];
}

/** @throws CallRefused `not_found` for a household outside the actor's reach */
export async function loadDoor(me: Me, id: string, signal: AbortSignal): Promise<Door> {
  const readVisits = call(listVisits, { household: id, limit: 3 }, { signal });
  if (me.finishing) return withoutHousehold(id, (await readVisits).visits);
  const household = await call(readHousehold, { id }, { signal });
  const colleagues = await listColleagues(me, household.district.id, signal);
  const visitors = colleagues.length > 0 ? await listWhoLooksIn(household.id, me.today, signal) : [];
  return { household, visits: (await readVisits).visits, colleagues, visitors };
}

/** A post that has ended knows a household by its own visits alone. */
function withoutHousehold(id: string, visits: Door['visits']): Door {
  const name = visits.find(({ household_name }) => household_name !== null)?.household_name ?? '';
  return {
    household: { id, name, address: null, phone: null, cautions: [] },
    visits,
    colleagues: [],
    visitors: [],
  };
}

async function listWhoLooksIn(household: string, today: string, signal: AbortSignal): Promise<string[]> {
  const { assignments } = await call(listAssignments, { household }, { signal });
  return assignments.filter(({ starts_on }) => starts_on <= today).map(({ post_id }) => post_id);
}
