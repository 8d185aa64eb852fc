import * as z from 'zod';
import { writeEncounter } from '#domains/encounters/record.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { mintId } from '#platform/uuid.ts';
import type * as api from './meeting-api.ts';
import { forgetAfter } from './model.ts';
import { openMeeting, refuseField, requireBoard } from './writing.ts';

/** Calls a meeting, with what is to be talked about. @throws Refusal `not_found`; `invalid` */
export async function callMeeting(db: Db, input: ParsedInputOf<typeof api.callMeeting>, act: Act) {
  const board = await requireBoard(db, input.board_id);
  refuseWrongTimes(input);
  await db.run(
    sql`with lock as (select pg_advisory_xact_lock(hashtextextended(${board.id}, 717275))),
        turn as (select coalesce(max(t.number), 0) + 1 as number from lock left join board_meetings t on t.board_id = ${board.id}::uuid)
      insert into board_meetings (id, board_id, number, held_on, from_time, until_time, place, planned_by, planned_at, district_id, holder_id)
      select ${input.id}::uuid, ${board.id}::uuid, turn.number, ${input.held_on}::date, ${input.from}::time, ${input.until ?? null}::time,
        ${input.place}, (select gate.actor_post()), ${act.now}, ${board.district_id}::uuid, ${board.holder_id}::uuid
      from turn`,
  );
  const rows = input.agenda.map((words) => ({ id: mintId(), words }));
  if (rows.length > 0)
    await db.run(
      sql`insert into board_items (id, board_id, meeting_id, kind, words, written_by, written_at, forget_after, district_id, holder_id)
        select r.id, ${board.id}::uuid, ${input.id}::uuid, 'agenda', r.words, (select gate.actor_post()), ${act.now},
          ${forgetAfter(act.today)}::date, ${board.district_id}::uuid, ${board.holder_id}::uuid
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, words text)`,
    );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `invalid`; `refused` once it took place, or when somebody else has written meanwhile */
export async function changeMeeting(db: Db, input: ParsedInputOf<typeof api.changeMeeting>, _act: Act) {
  const { version } = await openMeeting(db, input.id, 'change');
  if (version !== input.version) throw new Refusal('refused', m.boards_refused_version());
  refuseWrongTimes(input);
  await db.run(
    sql`update board_meetings set held_on = ${input.held_on}::date, from_time = ${input.from}::time,
        until_time = ${input.until ?? null}::time, place = ${input.place}, version = version + 1 where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` once it took place */
export async function cancelMeeting(db: Db, { id }: ParsedInputOf<typeof api.cancelMeeting>, _act: Act) {
  await openMeeting(db, id, 'cancel');
  await db.run(
    sql`update board_meetings set state = 'cancelled', version = version + 1 where id = ${id}::uuid`,
  );
  return { id };
}

/**
 * It took place: one encounter, of nobody by name.
 *
 * @throws Refusal `not_found`; `refused` when it is held already; `invalid` before its day, for people from nowhere, and for a day of a
 *   year that is fixed without a reason
 */
export async function holdMeeting(db: Db, input: ParsedInputOf<typeof api.holdMeeting>, act: Act) {
  const meeting = await openMeeting(db, input.id, 'hold');
  if (meeting.held_on > act.today) throw new Refusal('refused', m.boards_refused_early());
  const there = input.attendance.filter(({ belongs, n }) => belongs !== null || n !== undefined);
  const half = there.find(({ belongs, n }) => belongs === null || n === undefined);
  if (half) {
    const row = input.attendance.indexOf(half);
    throw half.belongs === null
      ? refuseField(`attendance.${row}.belongs`, m.boards_field_from_where())
      : refuseField(`attendance.${row}.n`, m.boards_field_n());
  }
  const encounter = mintId();
  const { counted } = await db.one(
    z.object({ counted: z.int() }),
    sql`with place as (select district_id, holder_id, (select gate.actor_post()) as post_id, (select gate.actor_role()) as role,
          holder_id as group_id, null::uuid as party_id
        from board_meetings where id = ${meeting.id}::uuid),
      ${writeEncounter({
        id: encounter,
        kind: 'meeting',
        occurredOn: meeting.held_on,
        channel: null,
        contact: null,
        parties: sql`(1, a.party_id, null::uuid, true, true)`,
        recordedAt: act.now,
        lateReason: input.late_reason,
      })}
      select count(*)::int as counted from allowed`,
  );
  if (counted === 0) throw refuseField('late_reason', m.boards_field_late());
  await db.run(
    sql`update board_meetings set state = 'held', attendance = ${JSON.stringify(there)}::jsonb, photos_ok = ${input.photos_ok},
        encounter_id = ${encounter}::uuid, version = version + 1 where id = ${meeting.id}::uuid`,
  );
  return { id: meeting.id };
}

/** @throws Refusal `not_found`; `refused` */
export async function draftMinutes(db: Db, input: ParsedInputOf<typeof api.draftMinutes>, _act: Act) {
  const { held_on } = await openMeeting(db, input.id, 'draft');
  if (input.next_on && input.next_on <= held_on) throw refuseField('next_on', m.boards_field_next());
  await db.run(
    sql`update board_meetings set state = 'drafted', next_on = ${input.next_on ?? null}::date, version = version + 1
      where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

/** @throws Refusal `not_found`; `refused` */
export async function confirmMinutes(db: Db, { id }: ParsedInputOf<typeof api.confirmMinutes>, act: Act) {
  await openMeeting(db, id, 'confirm');
  await db.run(
    sql`update board_meetings set state = 'confirmed', confirmed_by = (select gate.actor_post()), confirmed_at = ${act.now},
        version = version + 1 where id = ${id}::uuid`,
  );
  return { id };
}

/**
 * What others may read, line by line; a line of another meeting is passed over. May be chosen anew at any time.
 *
 * @throws Refusal `not_found`; `refused` before the minutes were confirmed, or when somebody else has chosen meanwhile
 */
export async function shareMinutes(db: Db, input: ParsedInputOf<typeof api.shareMinutes>, act: Act) {
  const { version } = await openMeeting(db, input.id, 'share');
  if (version !== input.version) throw new Refusal('refused', m.boards_refused_version());
  const lines = JSON.stringify(Object.entries(input.lines).map(([id, shown]) => ({ id, shown })));
  const chosen = sql`jsonb_to_recordset(${lines}::jsonb) r(id uuid, shown text)`;
  await db.run(
    sql`update board_items i set shown = coalesce((select r.shown from ${chosen} where r.id = i.id), 'board')
      where i.meeting_id = ${input.id}::uuid`,
  );
  await db.run(
    sql`update board_promises p set shown = coalesce((select r.shown from ${chosen} where r.id = p.id), 'board')
      where p.meeting_id = ${input.id}::uuid`,
  );
  await db.run(
    sql`update board_meetings set state = 'shared', shown = ${input.meeting}, shared_by = (select gate.actor_post()),
        shared_at = ${act.now}, version = version + 1 where id = ${input.id}::uuid`,
  );
  return { id: input.id };
}

function refuseWrongTimes({ from, until }: { from: string; until?: string | undefined }): void {
  if (until !== undefined && until <= from) throw refuseField('until', m.boards_field_until());
}
