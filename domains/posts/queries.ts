import * as z from 'zod';
import type { Act } from '#platform/act.ts';
import { nameOfSignOn } from '#platform/credentials/sign-on.ts';
import type { Db } from '#platform/db.ts';
import type { OutputOf } from '#platform/operation.ts';
import { sql } from '#platform/sql.ts';
import * as api from './api.ts';
import { readOwnFactors } from './proofs.ts';
import { placeOfPost, stateOfPost } from './reading.ts';

export * from './administration-queries.ts';
export * from './factor-rule-queries.ts';
export * from './log-queries.ts';
export * from './renewal-queries.ts';
export * from './security-queries.ts';
export { listTransfers, readTransfer } from './transfer-queries.ts';
export { exportTransferSheet } from './transfer-sheet.ts';

/** Who is in front of the screen, and where. Answers also before anybody has signed in. */
export async function readMe(db: Db, _input: object, act: Act): Promise<OutputOf<typeof api.readMe>> {
  const shape = api.readMe.output.shape;
  const town = await db.maybe(
    z.object({ code: z.string(), name: z.string(), sample: z.boolean() }),
    sql`select code, name, sample from towns`,
  );
  const common = {
    town: town ? { ...town, empty: false } : { code: '', name: '', sample: false, empty: true },
    today: act.today,
    sign_on: nameOfSignOn(),
  };
  const account =
    (await db.maybe(
      shape.account.unwrap(),
      sql`select id, sign_in_name, name, kana from accounts where id = (select gate.actor_account())`,
    )) ?? null;
  if (account === null) return { ...common, ...nobody };
  const held = await db.all(
    shape.posts.element,
    sql`select p.id, p.role, ${placeOfPost}, p.starts_on, p.ends_on, ${stateOfPost(act)} as state, p.acting_for,
        p.needs_second_factor
      from posts p join bodies b on b.id = p.body_id left join districts d on d.id = p.district_id
      where p.account_id = (select gate.actor_account())
      order by p.starts_on, p.given_at, p.id`,
  );
  const districts = await db.all(
    shape.districts.element,
    sql`select id, name from districts where id = any((select gate.districts_of_actor())::uuid[]) order by sort, code`,
  );
  const posts = held.filter(({ state }) => state === 'current' || state === 'finishing');
  const factors = await readOwnFactors(db);
  const current = posts.find(({ id }) => id === act.actor.post) ?? null;
  return {
    ...common,
    account,
    current,
    role: current?.role ?? null,
    finishing: act.actor.finishing,
    districts,
    posts,
    second_factor: await readFactorState(db, act),
    factors,
  };
}

const nobody = {
  account: null,
  current: null,
  role: null,
  finishing: false,
  districts: [],
  posts: [],
  second_factor: 'none' as const,
  factors: { totp: false, passkeys: 0 },
};

async function readFactorState(db: Db, { actor }: Act): Promise<'none' | 'needed' | 'done'> {
  if (actor.factorNeeded) return 'needed';
  const shown = await db.maybe(
    z.object({ shown: z.boolean() }),
    sql`select second_factor_at is not null as shown from sessions where id = ${actor.session}::uuid`,
  );
  return shown?.shown ? 'done' : 'none';
}
