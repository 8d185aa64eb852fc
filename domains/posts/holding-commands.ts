import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { addDays, formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { tell } from '#platform/event.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import type * as api from './api.ts';
import { type BodyKind, bodyKinds } from './bodies.ts';
import { postEnded } from './events.ts';
import { isFactorRuled } from './factor-rule-commands.ts';
import { finishingDays, roleScopes, roles, rolesWithSecondFactor, roleWords } from './model.ts';
import { hasEnding } from './reading.ts';

type NewPost = ParsedInputOf<typeof api.givePost>;

/**
 * Gives a post: a role for a body, in a district or the whole town, for a term.
 *
 * @throws Refusal `invalid` where role, body and district do not go together, for a term that ends before it
 *   begins, and for standing in for a post of another kind or one's own; `refused` when the person holds the same
 *   post already; `not_found` for a person, body, district or post that is not there
 */
export async function givePost(db: Db, input: NewPost, act: Act) {
  refuseTerm(input);
  await refusePlace(db, input);
  await refusePerson(db, input);
  if (input.acting_for !== null) await refuseActing(db, input, input.acting_for);
  await writePost(db, input, act);
  return { id: input.id };
}

/** Writes a post and its first term. Everything has been checked. */
export async function writePost(db: Db, p: NewPost, act: Act): Promise<void> {
  const needs = rolesWithSecondFactor.includes(p.role) || (await isFactorRuled(db, p.role));
  await db.run(sql`insert into posts (id, account_id, role, body_id, district_id, acting_for, starts_on, ends_on,
      needs_second_factor, given_by, given_at)
    values (${p.id}, ${p.account_id}, ${p.role}, ${p.body_id}, ${p.district_id}, ${p.acting_for}, ${p.starts_on},
      ${p.ends_on}, ${needs}, ${act.actor.account}, ${act.now})`);
  await db.run(sql`insert into post_terms (post_id, number, starts_on, ends_on, given_by, given_at)
    values (${p.id}, 1, ${p.starts_on}, ${p.ends_on}, ${act.actor.account}, ${act.now})`);
}

function refuseTerm({ starts_on, ends_on }: NewPost): void {
  if (ends_on !== null && ends_on < starts_on) throw refuseField('ends_on', m.posts_refused_term());
}

async function refusePlace(db: Db, { role, body_id, district_id, starts_on }: NewPost): Promise<void> {
  const scope = roleScopes[role];
  const said = { role: roleWords[role]() };
  if (scope.district === 'one' && district_id === null)
    throw refuseField('district_id', m.posts_refused_district_missing(said));
  if (scope.district === 'whole' && district_id !== null)
    throw refuseField('district_id', m.posts_refused_district_given(said));
  const body = await db.one(
    z.object({ kind: z.enum(bodyKinds), district_id: z.uuid().nullable() }),
    sql`select kind, district_id from bodies where id = ${body_id}`,
  );
  const fits = (scope.bodies as readonly BodyKind[]).includes(body.kind);
  const elsewhere =
    body.kind === 'district_council' && district_id !== null && body.district_id !== district_id;
  if (!fits || elsewhere) throw refuseField('body_id', m.posts_refused_body(said));
  if (district_id === null) return;
  const district = await db.one(
    z.object({ ends_on: z.string().nullable() }),
    sql`select ends_on from districts where id = ${district_id}`,
  );
  if (district.ends_on !== null && district.ends_on < starts_on)
    throw refuseField('district_id', m.posts_refused_district_ended());
}

async function refusePerson(db: Db, p: NewPost): Promise<void> {
  const { held } = await db.one(
    z.object({ held: z.boolean() }),
    sql`select exists (select from posts p where p.account_id = a.id and p.role = ${p.role}
        and p.body_id = ${p.body_id}::uuid and p.district_id is not distinct from ${p.district_id}::uuid
        and p.acting_for is not distinct from ${p.acting_for}::uuid and p.ended_at is null
        and daterange(p.starts_on, p.ends_on, '[]') && daterange(${p.starts_on}::date, ${p.ends_on}::date, '[]'))
        as held
      from accounts a where a.id = ${p.account_id} and a.closed_at is null`,
  );
  if (held) throw new Refusal('refused', m.posts_refused_held());
}

async function refuseActing(db: Db, p: NewPost, acting_for: string): Promise<void> {
  const stood = await db.one(
    z.object({ fits: z.boolean(), own: z.boolean() }),
    sql`select role = ${p.role} and body_id = ${p.body_id}::uuid
        and district_id is not distinct from ${p.district_id}::uuid as fits, account_id = ${p.account_id}::uuid as own
      from posts where id = ${acting_for}`,
  );
  if (!stood.fits) throw refuseField('acting_for', m.posts_refused_acting_other());
  if (stood.own) throw refuseField('acting_for', m.posts_refused_acting_own());
}

const standing = z.object({
  account_id: z.uuid(),
  role: z.enum(roles),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
  decided: z.boolean(),
  terms: z.int(),
});

/** A post as it stands, held until the transaction ends. */
async function holdPost(db: Db, id: string) {
  return db.one(
    standing,
    sql`select p.account_id, p.role, p.starts_on, p.ends_on,
        p.ended_at is not null or ${hasEnding} as decided,
        (select count(*)::int from post_terms t where t.post_id = p.id) as terms
      from posts p where p.id = ${id} for update of p`,
  );
}

/**
 * Re-appoints (再任): the same post for one more term, which starts on the day after the last one ends, so that
 * nothing it opens is closed for a day. Also while the last entries may still be handed in.
 *
 * @throws Refusal `refused` for a post without an end, one that was ended by decision, or one that is over for too
 *   long; `invalid` for a term that ends before it begins
 */
export async function reappoint(db: Db, { id, ends_on }: ParsedInputOf<typeof api.reappoint>, act: Act) {
  const post = await holdPost(db, id);
  if (post.ends_on === null) throw new Refusal('refused', m.posts_refused_no_end());
  if (post.decided || addDays(post.ends_on, finishingDays) < act.today)
    throw new Refusal('refused', m.posts_refused_reappoint_ended());
  const starts_on = addDays(post.ends_on, 1);
  if (ends_on !== null && ends_on < starts_on) {
    throw refuseField('ends_on', m.posts_refused_reappoint_term({ day: formatDay(starts_on) }));
  }
  await db.run(sql`update posts set ends_on = ${ends_on} where id = ${id}`);
  await db.run(sql`insert into post_terms (post_id, number, starts_on, ends_on, given_by, given_at)
    values (${id}, ${post.terms + 1}, ${starts_on}, ${ends_on}, ${act.actor.account}, ${act.now})`);
  return { id, account: post.account_id };
}

/**
 * Ends a post on a day or at once. From then on it opens nothing but the last entries of its holder, and its
 * programs' tokens open nothing at all.
 *
 * @throws Refusal `refused` when it has ended already or nobody else would administer the town; `invalid` for a day
 *   before it began or after its term
 */
export async function endPost(db: Db, input: ParsedInputOf<typeof api.endPost>, act: Act) {
  const post = await holdPost(db, input.id);
  const atOnce = input.how === 'at_once';
  const last = atOnce ? lastDayAtOnce(post, act) : input.ends_on;
  if (last === null) throw refuseField('ends_on', m.posts_field_ends_on());
  if (last < post.starts_on) throw refuseField('ends_on', m.posts_refused_before_start());
  if (post.ends_on !== null && last > post.ends_on) {
    if (post.ends_on < act.today || input.ends_on === null)
      throw new Refusal('refused', m.posts_refused_ended());
    throw refuseField('ends_on', m.posts_refused_after_term({ day: formatDay(post.ends_on) }));
  }
  if (post.role === 'administrator') await refuseLastAdministrator(db, input.id, last);
  await writeEnding(db, { id: input.id, last, atOnce, ...post }, input.reason, act);
  return { id: input.id, account: post.account_id };
}

/** The last day of a post that ends now; one that never began has its first day only. */
export function lastDayAtOnce({ starts_on }: { starts_on: string }, { today }: Act): string {
  if (starts_on > today) return starts_on;
  return today;
}

interface Ending {
  readonly id: string;
  readonly account_id: string;
  readonly last: string;
  readonly atOnce: boolean;
}

/** Ends one post and tells whoever listens. */
export async function writeEnding(db: Db, ending: Ending, reason: string, act: Act): Promise<void> {
  const { id, last } = ending;
  await keepEnding(db, ending, reason, act);
  await db.run(sql`select set_config('app.ending_post', ${id}, true)`);
  await tell(postEnded, db, { post: id, ends_on: last, reason }, act);
  await db.run(sql`select set_config('app.ending_post', '', true)`);
}

/** Ends one post and tells nobody: its round stays with it, for whoever follows or stands in. */
export async function keepEnding(db: Db, ending: Ending, reason: string, act: Act): Promise<void> {
  const { id, account_id, last, atOnce } = ending;
  const ended = await db.run(sql`update posts
    set ends_on = ${last}, ended_at = case when ${atOnce}::boolean then ${act.now}::timestamptz end
    where id = ${id} and ended_at is null`);
  if (ended === 0) throw new Refusal('refused', m.posts_refused_ended());
  await db.run(sql`insert into post_endings (post_id, ends_on, reason, ended_by, ended_at)
    values (${id}, ${last}, ${reason}, ${act.actor.account}, ${act.now})`);
  if (atOnce || last < act.today) await db.run(sql`select gate.end_access(${account_id}, ${id}, ${act.now})`);
}

async function refuseLastAdministrator(db: Db, id: string, last: string): Promise<void> {
  const { others } = await db.one(
    z.object({ others: z.int() }),
    sql`select count(*)::int as others from posts p join accounts a on a.id = p.account_id
      where p.role = 'administrator' and p.id <> ${id} and a.closed_at is null and p.ended_at is null
        and p.starts_on <= ${last}::date + 1 and (p.ends_on is null or p.ends_on > ${last}::date)`,
  );
  if (others === 0) throw new Refusal('refused', m.posts_refused_last_administrator());
}

function refuseField(field: string, sentence: string): Refusal {
  return new Refusal('invalid', m.platform_refused_invalid(), { [field]: sentence });
}
