import * as z from 'zod';
import { listItemsOf } from '#domains/items/answering.ts';
import { answeredLike } from '#domains/items/filter.ts';
import { cellOfAnswer, headItem, itemsToExport } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { encodeCsv } from '#platform/csv.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal, refuseNotFound } from '#platform/refusal.ts';
import { joinSql, type Sql, sql } from '#platform/sql.ts';
import { isUuid } from '#platform/uuid.ts';
import * as api from './api.ts';
import { answersOfHousehold, answerVersionsOfHousehold } from './household-answers.ts';
import { cautionWords, listedHousehold, openedHousehold } from './model.ts';

/** All bodies, in the order they are shown. */
export async function listBodies(
  db: Db,
  _input: ParsedInputOf<typeof api.listBodies>,
  _act: Act,
): Promise<OutputOf<typeof api.listBodies>> {
  const row = api.listBodies.output.shape.bodies.element;
  return {
    bodies: await db.all(
      row,
      sql`select id, kind, name, kana, district_id from bodies order by sort, kana, id`,
    ),
  };
}

/** Households the actor may see, in ふりがな order, by key. Aliases are not listed: they open as the kept entry. */
export async function listHouseholds(
  db: Db,
  input: ParsedInputOf<typeof api.listHouseholds>,
  act: Act,
): Promise<OutputOf<typeof api.listHouseholds>> {
  const [key, id] = readAfter(input.after);
  const after = id ? [sql`(h.kana_key, h.id) > (${key}, ${id}::uuid)`] : [];
  const found = await db.all(
    listedHousehold.extend({ kana_key: z.string() }),
    selectListed(
      pickFirst(await leadTo(db, input, act), [...conditionsOf(input), ...after], input.limit + 1),
    ),
  );
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  return {
    households: page.map(({ kana_key: _, ...h }) => h),
    next: found.length > input.limit && last ? `${last.kana_key}_${last.id}` : null,
  };
}

/**
 * The first households of a list: by what leads to them, or else district by district, each in the order of its
 * index, so that no list is sorted that nobody sees.
 */
function pickFirst(lead: Sql | null, conditions: Sql[], limit: number): Sql {
  const inOrder = (leading: Sql) => sql`select h.id, h.kana_key from households h
    where ${leading} and ${joinSql(conditions, sql` and `)} order by h.kana_key, h.id limit ${limit}`;
  if (lead) return inOrder(lead);
  return sql`select f.* from unnest((select gate.districts_of_actor())::uuid[]) d(id)
    cross join lateral (${inOrder(sql`h.district_id = d.id`)}) f order by f.kana_key, f.id limit ${limit}`;
}

/** The condition that leads to few households by an index; null when only the districts of the actor do. */
async function leadTo(
  db: Db,
  input: ParsedInputOf<typeof api.listHouseholds>,
  { actor }: Act,
): Promise<Sql | null> {
  if (actor.role === 'visitor' || actor.role === 'commissioner')
    return sql`h.id = any((select gate.households_of_actor())::uuid[])`;
  if (input.visitor) return isOfVisitor(input.visitor);
  if (input.district) return sql`h.district_id = ${input.district}::uuid`;
  if (input.unassigned && actor.role === 'council_officer') return sql`true`;
  const words = wordsOf(input.text);
  if (words.length === 0 || actor.role !== 'council_officer') return null;
  const { ids } = await db.one(
    z.object({ ids: z.array(z.uuid()).nullable() }),
    sql`select gate.households_found(array(select search_form(word) from unnest(${words}::text[]) word)) as ids`,
  );
  return ids === null ? null : sql`h.id = any(${ids}::uuid[])`;
}

/** The same list as a CSV file, whole. */
export async function exportHouseholds(db: Db, input: ParsedInputOf<typeof api.exportHouseholds>, act: Act) {
  const found = await db.all(
    listedHousehold,
    selectListed(sql`select h.id from households h where ${joinSql(conditionsOf(input), sql` and `)}`),
  );
  const items = itemsToExport(await listItemsOf(db, 'household'), found, act.today);
  const head = [
    m.parties_export_number(),
    m.parties_export_name(),
    m.parties_export_kana(),
    m.parties_export_address(),
    m.parties_export_phone(),
    m.parties_export_cautions(),
    m.parties_export_district(),
    m.parties_export_visitors(),
    ...items.map((one) => headItem(one, act.today)),
  ];
  const rows = found.map((h) => [
    h.number,
    h.name,
    h.kana,
    h.address,
    h.phone,
    h.cautions.map((c) => cautionWords[c]()).join(m.parties_join()),
    h.district.name,
    h.visitors.flatMap(({ name }) => name ?? []).join(m.parties_join()),
    ...items.map((one) => cellOfAnswer(one, h.answers[one.id])),
  ]);
  return {
    name: m.parties_export_file({ day: act.today }),
    type: 'text/csv',
    bytes: encodeCsv([head, ...rows], input.encoding),
    households: found.map((h) => h.id),
  };
}

/** Whether an assignment `a` holds today. */
const isToday = sql`a.starts_on <= (select gate.today())
  and (a.ends_on is null or a.ends_on >= (select gate.today()))`;

/** An assignment `a` of today, to the household `h` or to an entry that was merged into it. */
const isAssignedToday = sql`a.household_id = any(case when h.aliases = 0 then array[h.id]
      else array(select x.id from households x where x.opens_as = h.id) end)
    and ${isToday}`;

function selectListed(picked: Sql): Sql {
  return sql`with picked as materialized (${picked})
    select h.id, h.number, h.name, h.kana, h.kana_key, h.address, h.phone, h.cautions,
      jsonb_build_object('id', d.id, 'name', d.name) as district,
      jsonb_build_object('id', b.id, 'name', b.name) as holder, h.closed_on,
      (select coalesce(jsonb_agg(jsonb_build_object('post_id', v.post_id, 'name', v.name)
          order by v.kana, v.post_id), '[]')
        from (select distinct a.post_id, c.name, c.kana
          from household_assignments a
          left join posts p on p.id = a.post_id
          left join accounts c on c.id = p.account_id
          where ${isAssignedToday}) v) as visitors, ${answersOfHousehold}
    from picked
    join households h on h.id = picked.id
    join districts d on d.id = h.district_id
    join bodies b on b.id = h.holder_id
    order by h.kana_key, h.id`;
}

type Filter = Omit<ParsedInputOf<typeof api.exportHouseholds>, 'encoding'>;

function conditionsOf(input: Filter): Sql[] {
  const conditions = [
    sql`h.merged_into is null`,
    input.state === 'open' ? sql`h.closed_on is null` : sql`h.closed_on is not null`,
  ];
  if (input.district) conditions.push(sql`h.district_id = ${input.district}::uuid`);
  if (input.visitor) conditions.push(isOfVisitor(input.visitor));
  if (input.unassigned)
    conditions.push(sql`not exists (select from household_assignments a
        where a.household_id = h.id and ${isToday})
      and (h.aliases = 0 or not exists (select from household_assignments a
        join households x on x.id = a.household_id
        where x.opens_as = h.id and ${isToday}))`);
  conditions.push(...answeredLike(sql`household_answers`, sql`a.household_id = h.id`, input.items ?? []));
  for (const word of wordsOf(input.text))
    conditions.push(sql`position((select search_form(${word})) in h.search_text) > 0`);
  return conditions;
}

function isOfVisitor(post: string): Sql {
  return sql`h.id = any(array(select x.opens_as
    from household_assignments a join households x on x.id = a.household_id
    where a.post_id = ${post}::uuid and ${isToday}))`;
}

function wordsOf(text: string | undefined): string[] {
  return text?.split(/\s+/).filter((word) => word !== '') ?? [];
}

/** `next` of a page: the key and id of its last row. */
function readAfter(after: string | undefined): readonly [string, string] | readonly [] {
  if (after === undefined) return [];
  const [key, id] = [after.slice(0, -37), after.slice(-36)];
  if (!isUuid(id) || after.at(-37) !== '_') throw new Refusal('invalid', m.platform_refused_unreadable());
  return [key, id];
}

/**
 * A household with all that the actor may see of it. An alias opens as the entry it was merged into.
 *
 * @throws Refusal `not_found`
 */
export async function readHousehold(
  db: Db,
  input: ParsedInputOf<typeof api.readHousehold>,
  _act: Act,
): Promise<OutputOf<typeof api.readHousehold>> {
  return db.one(
    openedHousehold,
    sql`select h.id, h.number, h.name, h.kana, h.address, h.phone, h.cautions, h.version, h.closed_on,
        jsonb_build_object('id', d.id, 'name', d.name) as district,
        jsonb_build_object('id', b.id, 'name', b.name) as holder,
        h.holder_id = any((select gate.holders_served_by_actor('household'))::uuid[]) as may_write,
        ${answersOfHousehold}, ${answerVersionsOfHousehold},
        (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'kana', p.kana,
            'relation', r.relation, 'starts_on', p.starts_on, 'ends_on', p.ends_on, 'why_left', e.why)
            order by p.ends_on desc nulls first, p.starts_on, r.relation = 'head' desc nulls last, p.kana_key, p.id), '[]')
          from household_members p
          left join household_relations r on r.member_id = p.id
          left join household_member_endings e on e.member_id = p.id
          where p.household_id = h.id) as members,
        (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'reason', w.reason, 'written_by', a.name,
            'written_at', w.written_at) order by w.written_at desc, w.id desc), '[]')
          from household_reasons w left join accounts a on a.id = w.written_by
          where w.household_id = h.id) as reasons,
        (select coalesce(jsonb_agg(jsonb_build_object('merge_id', g.id, 'id', x.id, 'number', x.number,
            'name', x.name, 'address', x.address, 'reason', g.reason, 'merged_at', g.merged_at)
            order by g.merged_at, g.id), '[]')
          from household_merges g join households x on x.id = g.alias_id
          where g.kept_id = h.id
            and not exists (select from household_merge_undoings u where u.merge_id = g.id)) as aliases
      from households h
      join districts d on d.id = h.district_id
      join bodies b on b.id = h.holder_id
      where h.id = (select x.opens_as from households x where x.id = ${input.id}::uuid)`,
  );
}

/** All that happened to an entry, newest first: each version as it was written, closings, merges and their undoing. */
export async function listHouseholdVersions(
  db: Db,
  input: ParsedInputOf<typeof api.listHouseholdVersions>,
  _act: Act,
): Promise<OutputOf<typeof api.listHouseholdVersions>> {
  const row = api.listHouseholdVersions.output.shape.history.element;
  const history = await db.all(
    row,
    sql`with event as (
        select v.change, v.changed_on as day, v.written_at as at, v.written_by as by, v.reason, v.version,
          jsonb_build_object('name', v.name, 'kana', v.kana, 'address', v.address, 'phone', v.phone,
            'cautions', v.cautions) as said, null::jsonb as answers
        from household_versions v where v.household_id = ${input.id}::uuid
        union all
        select 'closed', c.closed_on, c.closed_at, c.closed_by, c.why, null, null, null
        from household_closings c where c.household_id = ${input.id}::uuid
        union all
        select 'reopened', ${onDay(sql`r.reopened_at`)}, r.reopened_at, r.reopened_by, r.reason, null, null, null
        from household_reopenings r where r.household_id = ${input.id}::uuid
        union all
        select 'merged', ${onDay(sql`g.merged_at`)}, g.merged_at, g.merged_by, g.reason, null, null, null
        from household_merges g where ${input.id}::uuid in (g.alias_id, g.kept_id)
        union all
        select 'merge_undone', ${onDay(sql`u.undone_at`)}, u.undone_at, u.undone_by, u.reason, null, null, null
        from household_merges g join household_merge_undoings u on u.merge_id = g.id
        where ${input.id}::uuid in (g.alias_id, g.kept_id)
        union all
        select 'answered', ${onDay(sql`n.written_at`)}, n.written_at, n.written_by, null, null, null, n.said
        from household_answer_versions n where n.household_id = ${input.id}::uuid)
      select e.change, e.day as on, to_jsonb(e.at) #>> '{}' as at, a.name as by, e.reason, e.said, e.answers
      from event e left join accounts a on a.id = e.by
      order by e.at desc, e.version desc nulls first, e.change`,
  );
  if (history.length === 0) throw refuseNotFound();
  return { history };
}

function onDay(at: Sql): Sql {
  return sql`(${at} at time zone 'Asia/Tokyo')::date`;
}
