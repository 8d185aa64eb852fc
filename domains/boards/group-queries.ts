import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { joinSql, limitTo, sql } from '#platform/sql.ts';
import * as api from './group-api.ts';

const kept = sql`coalesce(g.district_id = any((select gate.districts_of_boards())::uuid[]), false)`;
/** Own groups as they are, and others' as far as they may be read here. */
const readable = sql`(select g.id, g.name, g.district_id, g.works, g.what, g.days, g.helpers, g.insurance, g.charge, g.charge_words,
    g.public_contact, g.shown, g.stage, g.stage_since, g.version from helping_groups g
  union all
  select o.* from gate.groups_shown() o where not coalesce(o.district_id = any((select gate.districts_of_boards())::uuid[]), false))`;
const listed = sql`g.id, g.name, g.district_id, d.name as district_name, g.works, g.what, g.days, g.helpers, g.stage, g.stage_since,
  g.shown, ${kept} as kept`;

/** The newest first. */
export async function listHelpingGroups(
  db: Db,
  input: ParsedInputOf<typeof api.listHelpingGroups>,
  _act: Act,
): Promise<OutputOf<typeof api.listHelpingGroups>> {
  const where = [sql`true`];
  if (input.district) where.push(sql`g.district_id = ${input.district}::uuid`);
  if (input.work) where.push(sql`${input.work} = any(g.works)`);
  if (input.stage) where.push(sql`g.stage = ${input.stage}`);
  if (input.after) where.push(sql`g.id < ${input.after}::uuid`);
  const found = await db.all(
    api.listHelpingGroups.output.shape.groups.element,
    sql`select ${listed} from ${readable} g join districts d on d.id = g.district_id
      where ${joinSql(where, sql` and `)} order by g.id desc ${limitTo(input.limit + 1)}`,
  );
  const groups = found.slice(0, input.limit);
  return { groups, next: found.length > input.limit ? (groups.at(-1)?.id ?? null) : null };
}

/** @throws Refusal `not_found` */
export async function readHelpingGroup(
  db: Db,
  { id }: ParsedInputOf<typeof api.readHelpingGroup>,
  _act: Act,
): Promise<OutputOf<typeof api.readHelpingGroup>> {
  const group = await db.maybe(
    api.readHelpingGroup.output.omit({ steps: true, inside: true }),
    sql`select ${listed}, g.insurance, g.charge, g.charge_words, g.public_contact, g.version
      from ${readable} g join districts d on d.id = g.district_id where g.id = ${id}::uuid`,
  );
  if (!group) throw refuseNotFound();
  const steps = await db.all(
    api.readHelpingGroup.output.shape.steps.element,
    // What was said of a step stays with the group.
    group.kept
      ? sql`select s.id, s.stage, s.since_on, s.words from helping_group_stages s where s.group_id = ${id}::uuid
          order by s.since_on, s.written_at, s.id`
      : sql`select s.id, s.stage, s.since_on, null::text as words from gate.steps_shown(${id}::uuid) s order by s.since_on, s.id`,
  );
  return { ...group, steps, inside: group.kept ? await readInside(db, id) : null };
}

async function readInside(db: Db, id: string) {
  const shape = api.readHelpingGroup.output.shape.inside.unwrap().shape;
  const { contact, promise } = await db.one(
    z.object({ contact: shape.contact, promise: shape.promise }),
    sql`select g.contact, case when p.id is not null then jsonb_build_object('id', p.id, 'what', p.what, 'meeting_id', p.meeting_id) end
        as promise
      from helping_groups g left join board_promises p on p.id = g.promise_id where g.id = ${id}::uuid`,
  );
  const income = await db.all(
    shape.income.element,
    sql`select i.id, to_char(i.month, 'YYYY-MM') as month, i.kind, i.amount, i.words from helping_group_income i
      where i.group_id = ${id}::uuid and i.withdrawn_at is null order by i.month desc, i.written_at desc, i.id`,
  );
  const links = await db.all(
    shape.links.element,
    sql`select k.id, k.measure_id, s.number, s.name as measure, k.words from board_links k join measures s on s.id = k.measure_id
      where k.group_id = ${id}::uuid and k.ended_at is null order by s.number, k.id`,
  );
  return { contact, promise, income, links };
}
