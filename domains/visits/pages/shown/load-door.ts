import { readDutyNow } from '#domains/escalations/api.ts';
import type { Duty } from '#domains/escalations/pages/shown/DutyNow.tsx';
import type { Item } from '#domains/items/model.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import { readHousehold } from '#domains/parties/api.ts';
import type { ListedPost } from '#domains/posts/holding-api.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { CallRefused, call } from '#ui/call.ts';
import type { Me } from '#ui/me.ts';
import { listAbsences, listVisits, listVisitWishes } from '../../api.ts';
import { listAssignments } from '../../assignment-api.ts';
import type { VisitWish } from '../../model.ts';
import { readRound } from '../../today-api.ts';
import { listColleagues } from './colleagues.ts';
import type { AtTheDoor } from './HouseholdCard.tsx';

/** One household, with what one needs to record a visit there. */
export interface Door extends Standing {
  /** The newest visits, the newest first. */
  visits: OutputOf<typeof listVisits>['visits'];
  /** The town's own items of visits. */
  items: Item[];
  /** Whom to call at this hour. */
  duty: Duty;
}

interface Standing {
  household: AtTheDoor & { id: string; phone: string | null };
  /** Whose visits the actor may write down, beside the actor's own. */
  colleagues: ListedPost[];
  /** Of these, the posts that look in on the household today. */
  visitors: string[];
  /** How it wishes to be looked in on; left out for a post that has ended. */
  wish?: VisitWish | null;
  /** When it is away, said beforehand; left out for a post that has ended. */
  absences?: OutputOf<typeof listAbsences>['absences'];
}

/** @throws CallRefused `not_found` for a household outside the actor's reach */
export async function loadDoor(me: Me, id: string, signal: AbortSignal): Promise<Door> {
  const [{ visits }, items, standing, duty] = await Promise.all([
    call(listVisits, { household: id, limit: 3 }, { signal }),
    loadItems('visit', signal),
    me.finishing ? loadFinishing(id, signal) : loadStanding(me, id, signal),
    call(readDutyNow, {}, { signal }),
  ]);
  return { ...standing, visits, items, duty };
}

async function loadStanding(me: Me, id: string, signal: AbortSignal): Promise<Standing> {
  const household = await call(readHousehold, { id }, { signal });
  const [{ wishes }, { absences }] = await Promise.all([
    call(listVisitWishes, { household: household.id }, { signal }),
    call(listAbsences, { household: household.id }, { signal }),
  ]);
  const colleagues = await listColleagues(me, household.district.id, signal);
  const visitors = colleagues.length > 0 ? await listWhoLooksIn(household.id, me.today, signal) : [];
  return { household, colleagues, visitors, wish: wishes[0] ?? null, absences };
}

/** A post that has ended knows the households of its last round by name alone. */
async function loadFinishing(id: string, signal: AbortSignal): Promise<Standing> {
  const { households } = await call(readRound, {}, { signal });
  const entry = households.find(({ household_id }) => household_id === id);
  if (!entry) throw new CallRefused({ code: 'not_found', message: m.visits_round_empty_finishing() });
  const household = { id, name: entry.name, address: null, phone: null, cautions: [] };
  return { household, colleagues: [], visitors: [] };
}

async function listWhoLooksIn(household: string, today: string, signal: AbortSignal): Promise<string[]> {
  const { assignments } = await call(listAssignments, { household }, { signal });
  return assignments.filter(({ starts_on }) => starts_on <= today).map(({ post_id }) => post_id);
}
