import * as z from 'zod';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { limitTo, sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { channelsOpen, currentChannels } from './channels.ts';
import { isPushAddress } from './push.ts';
import { hashOfToken, tokenOf, tokenOfDevice } from './token.ts';

const told = sql`p.id, to_jsonb(p.published_at) #>> '{}' as published_at, p.told_by, p.themes, p.shown_from, p.shown_until, p.texts,
  array(select d.name from districts d where d.id = any(p.district_ids) order by d.sort, d.id) as district_names`;

/** The newest first. */
export async function listPublishedNotices(
  db: Db,
  { district, theme, after, limit }: ParsedInputOf<typeof api.listPublishedNotices>,
  _act: Act,
): Promise<OutputOf<typeof api.listPublishedNotices>> {
  const { shape } = api.listPublishedNotices.output;
  const found = await db.all(
    shape.notices.element,
    sql`with p as materialized (select * from gate.notices_published())
      select ${told} from p
      where ${district ? sql`(p.district_ids = '{}' or ${district}::uuid = any(p.district_ids))` : sql`true`}
        and ${theme ? sql`${theme} = any(p.themes)` : sql`true`}
        and ${after ? sql`(p.published_at, p.id) < (select a.published_at, a.id from p a where a.id = ${after}::uuid)` : sql`true`}
      order by p.published_at desc, p.id desc ${limitTo(limit + 1)}`,
  );
  const notices = found.slice(0, limit);
  const districts = await db.all(
    shape.districts.element,
    sql`select id, name, kana from districts where ends_on is null or ends_on >= (select gate.today()) order by sort, id`,
  );
  return {
    ...{ notices, districts, by_mail: channelsOpen().mail, by_push: channelsOpen().push },
    next: found.length > limit ? (notices.at(-1)?.id ?? null) : null,
  };
}

export async function readPublishedNotice(
  db: Db,
  { id }: ParsedInputOf<typeof api.readPublishedNotice>,
  _act: Act,
): Promise<OutputOf<typeof api.readPublishedNotice>> {
  const notice = await db.maybe(
    api.listPublishedNotices.output.shape.notices.element,
    sql`select ${told} from gate.notices_published() p where p.id = ${id}::uuid`,
  );
  return { notice: notice ?? null };
}

/** @throws Refusal `refused` while this house writes to nobody */
export async function askForNotices(db: Db, input: ParsedInputOf<typeof api.askForNotices>, _act: Act) {
  if (!channelsOpen().mail) throw new Refusal('refused', m.notices_refused_no_mail());
  await db.run(
    sql`select gate.ask_for_notices(${input.id}::uuid, ${input.address}, ${input.language}, ${input.district_ids}::uuid[],
      ${input.themes}::text[], ${hashOfToken(tokenOf(input.id))})`,
  );
  return { id: input.id };
}

/** @throws Refusal `refused` while this house pushes nothing, or for an address of a service that nobody has named */
export async function askForPush(db: Db, input: ParsedInputOf<typeof api.askForPush>, _act: Act) {
  const { push } = currentChannels();
  if (!push || !isPushAddress(push, input.endpoint))
    throw new Refusal('refused', m.notices_refused_no_push());
  await db.run(
    sql`select gate.ask_for_push(${input.id}::uuid, ${input.endpoint}, ${JSON.stringify(input.keys)}::jsonb, ${input.language},
      ${input.district_ids}::uuid[], ${input.themes}::text[], ${hashOfToken(tokenOfDevice(input.endpoint))})`,
  );
  return { id: input.id };
}

export async function readSubscription(
  db: Db,
  { proof }: ParsedInputOf<typeof api.readSubscription>,
  _act: Act,
): Promise<OutputOf<typeof api.readSubscription>> {
  const found = await db.maybe(
    api.readSubscription.output.shape.subscription.unwrap(),
    sql`select s.language, s.themes, s.confirmed,
        array(select d.name from districts d where d.id = any(s.district_ids) order by d.sort, d.id) as district_names
      from gate.subscription_of_token(${hashOfToken(proof)}) s`,
  );
  return { subscription: found ?? null };
}

const known = z.object({ known: z.boolean() });

export function confirmSubscription(
  db: Db,
  { proof }: ParsedInputOf<typeof api.confirmSubscription>,
  _act: Act,
): Promise<OutputOf<typeof api.confirmSubscription>> {
  return db.one(known, sql`select gate.confirm_subscription(${hashOfToken(proof)}) as known`);
}

export function endSubscription(
  db: Db,
  { proof }: ParsedInputOf<typeof api.endSubscription>,
  _act: Act,
): Promise<OutputOf<typeof api.endSubscription>> {
  return db.one(known, sql`select gate.end_subscription(${hashOfToken(proof)}) as known`);
}
