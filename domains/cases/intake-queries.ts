import { answersOf } from '#domains/items/answering.ts';
import { answeredLike } from '#domains/items/filter.ts';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { joinSql, limitTo, type Sql, sql } from '#platform/sql.ts';
import { contactOf } from './address-reading.ts';
import * as api from './intake-api.ts';
import { type Matter, matters } from './intake-model.ts';

const named: Record<Matter, Sql> = {
  work: sql`work`,
  housing: sql`housing`,
  insurance: sql`insurance`,
  pension: sql`pension`,
};

/** The window's first words, newest first, with those that were withdrawn, and the counts of the time before Kanaeau. */
export async function listIntakes(
  db: Db,
  input: ParsedInputOf<typeof api.listIntakes>,
  _act: Act,
): Promise<OutputOf<typeof api.listIntakes>> {
  const [day, id] = input.after?.split('_') ?? [];
  const where: Sql[] = [
    sql`(e.kind = 'intake' or i.id is not null) and e.holder_id = any((select gate.bodies_worked_for())::uuid[])`,
    ...answeredLike(sql`intake_answers`, sql`a.intake_id = i.id`, input.items ?? []),
  ];
  if (input.counted) where.push(sql`(e.kind = 'intake') = ${input.counted === 'new'}`);
  if (input.from) where.push(sql`e.occurred_on >= ${input.from}::date`);
  if (input.until) where.push(sql`e.occurred_on <= ${input.until}::date`);
  if (input.channel) where.push(sql`e.channel = ${input.channel}`);
  if (day && id) where.push(sql`(e.occurred_on, e.id) < (${day}::date, ${id}::uuid)`);
  const found = await db.all(
    api.listIntakes.output.shape.intakes.element,
    sql`select e.id, e.occurred_on as received_on, e.channel, d.name as district_name,
        e.post_id = (select gate.actor_post()) as own, w.reason as withdrawn_reason, e.late_reason, i.client_id,
        c.name, c.called, i.consent, case when e.kind = 'intake' then 'new' else 'again' end as counted,
        ${answersOf(sql`intake_answers`, sql`a.intake_id = i.id`)} as answers
      from encounters e
      left join intakes i on i.id = e.id
      left join clients c on c.id = i.client_id
      left join districts d on d.id = e.district_id
      left join encounter_withdrawals w on w.encounter_id = e.id
      where ${joinSql(where, sql` and `)}
      order by e.occurred_on desc, e.id desc ${limitTo(input.limit + 1)}`,
  );
  const intakes = found.slice(0, input.limit);
  const last = intakes.at(-1);
  return { intakes, next: found.length > input.limit && last ? `${last.received_on}_${last.id}` : null };
}

/** Whether the first word `i` is of a body the actor works for. Who brought it, and whose paper it was, is that body's to know. */
const ofOwnBody = sql`coalesce(i.holder_id = any((select gate.bodies_worked_for())::uuid[]), false)`;

/**
 * One first word with who it is and how to reach the person, as far as each is the actor's to see.
 *
 * @throws Refusal `not_found`
 */
export async function readIntake(
  db: Db,
  input: ParsedInputOf<typeof api.readIntake>,
  _act: Act,
): Promise<OutputOf<typeof api.readIntake>> {
  return db.one(
    api.readIntake.output,
    sql`select i.id, i.client_id, i.received_on, e.channel, i.route,
        case when ${ofOwnBody} then i.caller_name end as caller_name,
        case when ${ofOwnBody} then i.caller_phone end as caller_phone, i.caller_relation,
        i.trouble, i.wish, i.heard_of, i.consent, case when ${ofOwnBody} then i.entered_for end as entered_for, i.version,
        to_jsonb(i.recorded_at) #>> '{}' as recorded_at,
        ${ofOwnBody} as own,
        w.reason as withdrawn_reason,
        array(select g.code from intake_worries g where g.intake_id = i.id order by g.code) as worries,
        array(select g.code from intake_worries g where g.intake_id = i.id and g.most order by g.code) as worst,
        (select to_jsonb(k) from (select c.name, c.kana, c.called, c.born_on, c.born_about, c.sex, c.version
          from clients c where c.id = i.client_id) k) as identity,
        ${contactOf(sql`i.client_id`, sql`i.holder_id`)} as contact,
        ${joinSql(
          matters.map(
            (matter) => sql`(select s.code from intake_circumstances s where s.intake_id = i.id
              and s.matter = ${matter}) as ${named[matter]}`,
          ),
          sql`, `,
        )},
        case when e.kind is not null then case e.kind when 'intake' then 'new' else 'again' end end as counted,
        ${answersOf(sql`intake_answers`, sql`a.intake_id = i.id`)} as answers
      from intakes i
      left join encounters e on e.id = i.id
      left join encounter_withdrawals w on w.encounter_id = i.id
      where i.id = ${input.id}::uuid and i.client_id = ${input.client_id}::uuid`,
  );
}
