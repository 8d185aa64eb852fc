import pg from 'pg';
import { type Put, plantPeople } from './plant-people.ts';
import type { Row, World } from './world.ts';

const at = '2025-04-01T09:00:00+09:00';
const day = '2025-04-01';

/** Puts an invented world into an empty town, past the gate: what stands there is asked about, not how it came there. */
export async function plantWorld(world: World, owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  const put: Put = async (table, rows) => {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first).join(', ');
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  };
  const by = world.posts[0]?.account;
  const someone = world.posts[0]?.id;
  const { bodies, posts, consents, provisions, protections } = world;

  await put(
    'districts',
    ['a', 'b'].map((code, sort) => ({
      id: bodies[sort]?.id,
      code,
      name: code,
      kana: code,
      area: code,
      sort,
      starts_on: day,
    })),
  );
  await put(
    'bodies',
    bodies.map(({ id, kind }) => ({ id, kind, name: id, kana: id, sort: 0 })),
  );
  await put('district_takeovers', [
    {
      district_id: bodies[1]?.id,
      into_district_id: bodies[0]?.id,
      body_id: world.takeover.from,
      into_body_id: world.takeover.into,
      starts_on: world.takeover.starts,
      reason: '見本',
      decided_by: by,
      decided_at: at,
    },
  ]);
  await put(
    'accounts',
    posts.map(({ account }) => ({
      id: account,
      sign_in_name: account,
      name: account,
      kana: '',
      kana_key: '',
      created_at: at,
    })),
  );
  await put(
    'posts',
    posts.map((p) => ({
      id: p.id,
      account_id: p.account,
      role: p.role,
      body_id: p.body,
      starts_on: p.starts,
      ends_on: p.ends,
      needs_second_factor: false,
      given_at: at,
    })),
  );
  await put(
    'lawful_bases',
    world.bases.map(({ id, ends }) => ({
      id,
      code: id,
      from_kind: 'window',
      to_kind: 'council',
      purpose: 'support',
      ground: 'consent',
      law: '見本',
      told: 'now',
      each_person: true,
      acts_for_holder: false,
      starts_on: day,
      ends_on: ends,
    })),
  );

  await plantPeople(world, put, { at, day, by: by ?? '', someone: someone ?? '' });

  await put(
    'consents',
    consents.map((c) => ({
      id: c.id,
      person_id: c.person,
      decision: c.given ? 'given' : 'refused',
      text_version: '1',
      facets: c.given ? (c.wish ? ['identity', 'wish'] : ['identity']) : [],
      receivers: c.given ? [...new Set(c.receivers)] : [],
      way: 'spoken',
      said_by: 'person',
      capacity: 'clear',
      heard_by: someone,
      given_on: day,
      ends_on: c.ends,
      written_by: by,
      written_at: at,
      holder_id: c.holder,
    })),
  );
  await put(
    'consent_withdrawals',
    consents
      .filter((c) => c.withdrawn)
      .map((c) => ({
        consent_id: c.id,
        way: 'phone',
        heard_by: someone,
        withdrawn_at: at,
        person_id: c.person,
        holder_id: c.holder,
      })),
  );
  await put(
    'person_provisions',
    provisions.map((p) => ({
      id: p.id,
      person_id: p.person,
      receiver_id: p.receiver,
      post_id: p.post,
      facets: p.facets,
      basis_id: p.basis,
      consent_id: p.consent,
      why: '見本',
      starts_on: p.starts,
      ends_on: p.ends,
      decided_by: by,
      decided_at: at,
      holder_id: p.holder,
    })),
  );
  await put(
    'person_provision_withdrawals',
    provisions
      .filter((p) => p.withdrawn)
      .map((p) => ({
        provision_id: p.id,
        reason: '見本',
        withdrawn_by: by,
        withdrawn_at: at,
        holder_id: p.holder,
        receiver_id: p.receiver,
      })),
  );
  await put(
    'emergency_views',
    world.emergencies.map((e) => ({
      id: e.id,
      person_id: e.person,
      post_id: e.post,
      body_id: e.body,
      reason: '見本',
      opened_at: e.opened,
      until: e.until,
      holder_id: e.holder,
    })),
  );
  await put(
    'emergency_reviews',
    world.emergencies
      .filter(({ unjustified }) => unjustified)
      .map((e) => ({
        view_id: e.id,
        justified: false,
        words: '見本',
        reviewed_by: by,
        reviewed_at: at,
        holder_id: e.holder,
        post_id: e.post,
      })),
  );
  await put(
    'protections',
    protections.map((p) => ({
      id: p.id,
      person_id: p.person,
      starts_on: day,
      decided_by: by,
      decided_at: at,
      holder_id: p.holder,
    })),
  );
  await put(
    'protection_endings',
    protections
      .filter(({ ended }) => ended)
      .map((p) => ({
        protection_id: p.id,
        reason: '見本',
        ended_by: by,
        ended_at: at,
        person_id: p.person,
        holder_id: p.holder,
      })),
  );
  await put(
    'protection_keepers',
    protections.flatMap((p) =>
      p.keepers.map((post_id) => ({
        protection_id: p.id,
        post_id,
        person_id: p.person,
        named_by: by,
        named_at: at,
        holder_id: p.holder,
      })),
    ),
  );
  await put(
    'protected_views',
    world.looks.map((l) => ({
      id: l.id,
      person_id: l.person,
      post_id: l.post,
      reason: '見本',
      viewed_at: l.at,
      holder_id: l.holder,
    })),
  );
  await plantRows(world.rows, put);
  await client.end();
}

/** Tables of which a row refers to one that was invented after it wait until everything else stands. */
async function plantRows(rows: readonly Row[], put: Put): Promise<void> {
  const tables = new Map<string, object[]>();
  for (const { table, columns } of rows) {
    const of = tables.get(table) ?? [];
    of.push(columns);
    tables.set(table, of);
  }
  for (const [table, of] of tables) await put(table, of);
}
