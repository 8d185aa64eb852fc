import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import { addDays } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './handover-api.ts';
import { monthOf, readRoundOf } from './round.ts';
import { readTallyMonth } from './sheet-queries.ts';

type Promises = readonly api.HandedPromise[];
const promise = api.readPromises.output.shape.promises.element;
const head = api.readPromises.output.omit({ promises: true, words: true });

/** Days back to which a visit that was not followed up still is a promise. */
const lookedBack = 180;

/** A post that is handed over, and who takes over, as far as the actor knows their names. */
export const headOfPost = sql`p.id as post_id, a.name as person, d.name as district, p.role, p.ends_on,
  case when sp.id is not null then jsonb_build_object('post', sp.id, 'name', sa.name, 'starts_on', sp.starts_on) end as successor`;
export const joinedToPost = sql`left join accounts a on a.id = p.account_id
  left join districts d on d.id = p.district_id
  left join lateral (select s.decision, s.successor_id from post_successions s where s.post_id = p.id
    order by s.decided_at desc, s.id desc limit 1) s on true
  left join posts sp on sp.id = s.successor_id and s.decision = 'succeeded'
  left join accounts sa on sa.id = sp.account_id`;

/** What hangs on a post today, with the words of the newest writing. */
export async function readPromises(
  db: Db,
  { post }: ParsedInputOf<typeof api.readPromises>,
  act: Act,
): Promise<OutputOf<typeof api.readPromises>> {
  const found = await db.one(
    head,
    sql`select ${headOfPost} from posts p ${joinedToPost} where p.id = ${post}`,
  );
  const before = await readWordsBefore(db, post);
  const promises = await listPromises(db, post, act);
  return {
    ...found,
    words: before.words,
    promises: promises.map((one) => ({ ...one, words: before.items[one.key] ?? null })),
  };
}

/** The households of the round, the visits that were not followed up and, for who gathers, the sheets that are missing. */
export async function listPromises(db: Db, post: string, act: Act): Promise<Promises> {
  const own = post === act.actor.post;
  const round = await readRoundOf(db, own ? undefined : post, act);
  const households = round.map(({ household_id, name, last, wish }) => ({
    ...empty,
    key: `household_${household_id}`,
    kind: 'household' as const,
    household_id,
    household_name: name,
    wish,
    visited_on: last?.visited_on ?? null,
  }));
  const gathers = own && act.actor.role === 'gatherer' && !act.actor.finishing;
  return [
    ...households,
    ...(await listOpenVisits(db, post, act)),
    ...(gathers ? await listMissing(db, act) : []),
  ];
}

const empty = {
  household_id: null,
  household_name: null,
  wish: null,
  visit_id: null,
  visited_on: null,
  condition: null,
  next_step: null,
  month: null,
  words: null,
};

/** Visits of the post with a next step or something worrying, after which nobody reached that household. */
function listOpenVisits(db: Db, post: string, { today }: Act): Promise<api.HandedPromise[]> {
  return db.all(
    promise,
    sql`select 'visit_' || v.id as key, case when v.condition in ('concern', 'alarm') then 'worry' else 'next_step' end as kind,
        v.household_id, h.name as household_name, null::jsonb as wish, v.id as visit_id, v.visited_on, v.condition, v.next_step,
        null as month, null as words
      from visits v
      left join households h on h.id = v.household_id
      where v.post_id = ${post}::uuid and v.visited_on >= ${addDays(today, -lookedBack)}::date
        and (v.condition in ('concern', 'alarm') or coalesce(v.next_step, 'none') <> 'none')
        and not exists (select from encounter_withdrawals w where w.encounter_id = v.id)
        and not exists (select from visits n where n.household_id = v.household_id
          and (n.visited_on, n.id) > (v.visited_on, v.id) and n.contact in ('met', 'answered')
          and not exists (select from encounter_withdrawals w where w.encounter_id = n.id))
      order by v.visited_on desc, v.id desc limit 200`,
  );
}

/** The last three months whose sheet is not in. */
async function listMissing(db: Db, act: Act): Promise<api.HandedPromise[]> {
  const missing: api.HandedPromise[] = [];
  let month = monthOf(act.today);
  for (let back = 0; back < 3; back++) {
    month = monthOf(addDays(month, -1));
    const { groups } = await readTallyMonth(db, { month: month.slice(0, 7) }, act);
    if (groups.some(({ mode, sheet }) => mode === 'sheet' && sheet === null))
      missing.push({ ...empty, key: `sheet_${month.slice(0, 7)}`, kind: 'sheet', month: month.slice(0, 7) });
  }
  return missing;
}

/** The words of the newest writing, so that whoever goes on with it loses nothing. */
async function readWordsBefore(
  db: Db,
  post: string,
): Promise<{ words: string; items: Record<string, string> }> {
  const newest = await db.maybe(
    z.object({ id: z.uuid(), words: z.string() }),
    sql`select id, words from handovers where post_id = ${post} order by written_at desc, id desc limit 1`,
  );
  if (!newest) return { words: '', items: {} };
  const items = await db.all(
    z.object({ key: z.string(), words: z.string() }),
    sql`select ${keyOfItem} as key, i.words from handover_items i where i.handover_id = ${newest.id} and i.words is not null`,
  );
  return { words: newest.words, items: Object.fromEntries(items.map(({ key, words }) => [key, words])) };
}

/** The key of an item `i`, as `listPromises` names what it was. */
export const keyOfItem = sql`case i.kind when 'household' then 'household_' || i.household_id
  when 'sheet' then 'sheet_' || to_char(i.month, 'YYYY-MM') else 'visit_' || i.visit_id end`;
