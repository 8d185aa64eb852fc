import { Link, useLoaderData, useSearchParams } from 'react-router';
import { readDutyNow, readEscalationOfVisit } from '#domains/escalations/api.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call, request } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import type { Me } from '#ui/me.ts';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { readVisit } from '../api.ts';
import { AwayAtDoor } from './shown/AwayAtDoor.tsx';
import { listColleagues } from './shown/colleagues.ts';
import { Cautions } from './shown/HouseholdCard.tsx';
import { type Door, loadDoor } from './shown/load-door.ts';
import { loadRound } from './shown/load-round.ts';
import { useIsKeeper } from './shown/may.ts';
import { RecordAtDoor } from './shown/RecordAtDoor.tsx';
import { Recorded } from './shown/Recorded.tsx';
import { RoundFilter } from './shown/RoundFilter.tsx';
import { RoundList, RoundLists } from './shown/RoundList.tsx';
import { writeWish } from './shown/wish.ts';
import { writeName, writeShortDay, writeVisit } from './shown/wording.ts';

/** Two steps at one address: which household, then what happened there (`?household=`). */
export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const { household, recorded, as: _, ...asked } = queryOf(args);
  const me = await request<Me>('/api/me', { signal });
  if (household) return { door: await loadDoor(me, household, signal), choice: null };
  const [round, colleagues, visit] = await Promise.all([
    loadRound(me, asked, signal),
    listColleagues(me, me.current?.district?.id ?? asked.district, signal),
    recorded ? call(readVisit, { id: recorded }, { signal }) : null,
  ]);
  return { door: null, choice: { round, colleagues, visit, raised: await loadRaised(visit, signal) } };
}

/** What was raised with a visit that has just been recorded, and whom to call meanwhile. */
async function loadRaised(visit: OutputOf<typeof readVisit> | null, signal: AbortSignal) {
  if (visit?.condition !== 'alarm' && visit?.condition !== 'concern') return null;
  const [{ escalation }, duty] = await Promise.all([
    call(readEscalationOfVisit, { visit: visit.id }, { signal }),
    call(readDutyNow, {}, { signal }),
  ]);
  return { escalation, duty };
}

type Loaded = Awaited<ReturnType<typeof loader>>;

export function Component() {
  const { door, choice } = useLoaderData<Loaded>();
  return door ? <AtHousehold key={door.household.id} door={door} /> : <Choosing choice={choice} />;
}

function Choosing({
  choice: { round, colleagues, visit, raised },
}: {
  choice: NonNullable<Loaded['choice']>;
}) {
  const [search] = useSearchParams();
  const keeps = useIsKeeper();
  const { finishing } = useMe();
  const post = search.get('post') ?? undefined;
  const { waiting, met, listed, next } = round;
  // One that was taken back already is no news, when one comes back to this page.
  const stands = visit !== null && !visit.withdrawn;
  const narrowed = ['text', 'district', 'post'].some((name) => search.has(name));
  return (
    <>
      <PageHeader
        title={
          stands ? m.visits_recorded({ household: writeName(visit.household_name) }) : m.visits_record_title()
        }
        lead={stands ? m.visits_record_next_lead() : sayLead(keeps && !post, finishing)}
      />
      {stands && <Recorded visit={visit} post={post} raised={raised} />}
      {keeps && <RoundFilter colleagues={colleagues} />}
      <RoundLists waiting={waiting} met={met} post={post} />
      <RoundList heading={m.visits_round_all()} entries={listed} post={post} />
      {waiting.length + met.length + listed.length === 0 && (
        <EmptyState says={sayEmpty({ keeps, narrowed, finishing })} action={keeps && toRegister} />
      )}
      <Pagination next={next} />
    </>
  );
}

function sayLead(listsAll: boolean, finishing: boolean): string {
  if (finishing) return m.visits_record_lead_finishing();
  return listsAll ? m.visits_record_lead_keeper() : m.visits_record_lead();
}

function sayEmpty({ keeps, narrowed, finishing }: { keeps: boolean; narrowed: boolean; finishing: boolean }) {
  if (finishing) return m.visits_round_empty_finishing();
  if (!keeps) return m.visits_round_empty();
  return narrowed ? m.visits_round_nothing_found() : m.visits_round_empty_keeper();
}

const toRegister = <ButtonLink to="/households">{m.visits_to_households()}</ButtonLink>;

function AtHousehold({ door }: { door: Door }) {
  const { household, visits, wish, absences } = door;
  const [last] = visits;
  return (
    <>
      <PageHeader
        title={m.visits_record_at({ household: household.name })}
        trail={[{ label: m.visits_record_title(), to: '/visits/new' }]}
      />
      <div className="mb-6 grid max-w-176 gap-1 rounded-8 bg-solid-gray-50 p-4">
        {household.address && <p>{household.address}</p>}
        <Cautions cautions={household.cautions} />
        {last && <p className="text-solid-gray-700">{writeLast(last)}</p>}
        {wish !== undefined && (
          <p>
            {writeWish(wish)} <Link to={`/households/${household.id}/wish`}>{m.visits_wish_write()}</Link>
          </p>
        )}
        {absences && <AwayAtDoor household={household.id} absences={absences} />}
        {household.phone && (
          <a href={`tel:${household.phone}`} className="w-fit py-2.5">
            {m.visits_call({ phone: household.phone })}
          </a>
        )}
      </div>
      <div className="max-w-176">
        <RecordAtDoor door={door} />
      </div>
    </>
  );
}

function writeLast(visit: Door['visits'][number]): string {
  return m.visits_last({ when: writeShortDay(visit.visited_on), what: writeVisit(visit) });
}
