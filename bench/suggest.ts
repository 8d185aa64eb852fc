import pg from 'pg';
import { idOf } from '#domains/sample-town.ts';
import { suggestMatches as declared } from '#domains/wishes/api.ts';
import { suggestMatches } from '#domains/wishes/queries.ts';
import { tags } from '#domains/wishes/words/taxonomy.ts';
import { Database } from '#platform/db.ts';
import type { Stage } from './stage.ts';

const body = idOf('body:社協');
const coordinator = idOf('post:ogata-coordinator');
/** How many wishes are asked about; the first ten warm up. */
const asked = 60;

/**
 * W8: three suggestions beside one wish, as the coordinator's page asks for them, with row-level security: in a town of 5,000
 * open wishes and offers, where four in five have both sides and rings are many; then beside 20,000 offers.
 */
export async function suggestBeside(stage: Stage): Promise<string[]> {
  const lines = ['| open wishes / offers | p50 ms | p95 ms | with a ring | aim |', '|---|---|---|---|---|'];
  for (const { wishes, offers, aim } of [
    { wishes: 2_500, offers: 2_500, aim: 200 },
    { wishes: 2_500, offers: 20_000, aim: 100 },
  ]) {
    await fillWishes(stage, 'wish', wishes);
    await fillWishes(stage, 'offer', offers);
    for (const table of ['wishes', 'wish_words', 'participants', 'participant_names'])
      await stage.spy.query(`vacuum analyze ${table}`);
    const { p50, p95, rings } = await timeSuggestions(stage);
    const say = (n: number) => n.toLocaleString('en');
    lines.push(
      `| ${say(wishes)} / ${say(offers)} | **${p50}** | ${p95} | ${rings} of ${asked - 10} | ≤ ${aim} |`,
    );
  }
  return [
    '## W8 Suggestions beside one wish',
    '',
    ...lines,
    '',
    'Server time of the query under the gate, one after the other; tags and words at random from the taxonomy, 46 districts.',
  ];
}

async function timeSuggestions(stage: Stage) {
  const { rows } = await stage.spy.query<{ id: string }>(
    `select id from wishes where side = 'wish' and closed_on is null order by md5(id::text) limit $1`,
    [asked],
  );
  const pool = new pg.Pool({ ...stage.app, max: 1 });
  const database = new Database(pool, () => new Date('2026-02-02T10:00:00+09:00'));
  const took: number[] = [];
  let rings = 0;
  for (const { id } of rows)
    await database.as({ kind: 'post', post: coordinator }, 'bench', async (db, act) => {
      const began = performance.now();
      const { suggestions } = await suggestMatches(db, declared.input.parse({ id }), act);
      took.push(performance.now() - began);
      if (took.length > 10 && suggestions.some(({ shape }) => shape !== 'pair')) rings += 1;
    });
  await database.close();
  took.splice(0, 10);
  took.sort((a, b) => a - b);
  const at = (share: number) => Math.round(took[Math.floor(share * (took.length - 1))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), rings };
}

/** Fills up to so many of one side; every participant has a wish before it has a second offer. */
async function fillWishes({ spy }: Stage, side: 'wish' | 'offer', total: number): Promise<void> {
  await spy.query(
    `with tag as (select array_agg(t.tag order by t.tag) as tags, array_agg(t.label order by t.tag) as labels
        from jsonb_to_recordset($5::jsonb) t(tag text, label text)),
      wanted as (select gen_random_uuid() as id, n, overlay(overlay(md5('bench participant ' || n) placing '4' from 13) placing '8' from 17)::uuid as participant, abs(hashtext($1 || n)) as h
        from generate_series((select count(*)::int from wishes where side = $1 and closed_on is null) + 1, $2) n),
      place as (select array_agg(id order by sort) as ids from districts),
      party as (insert into parties (id, kind, holder_id, retention_class)
        select participant, 'person', $3, 'wish' from wanted on conflict do nothing),
      who as (insert into participants (id, sort, district_id, registered_by, registered_at, holder_id)
        select participant, (array['resident', 'resident', 'resident', 'group', 'company', 'school'])[1 + n % 6],
          ids[1 + n % cardinality(ids)], $4, '2026-01-01', $3 from wanted, place on conflict do nothing),
      named as (insert into participant_names (participant_id, name, kana, kana_key, holder_id)
        select participant, '見本 ' || n, 'みほん', 'みほん', $3 from wanted on conflict do nothing),
      said as (insert into wishes (id, participant_id, side, tags, hints, district_id, reach, days, parts, limits, step, times, way,
          entered_by, entered_at, holder_id)
        select id, participant, $1, array[tags[1 + h % cardinality(tags)]], '{}', ids[1 + n % cardinality(ids)],
          (array['own_district', 'town', 'town', 'remote'])[1 + h % 4], case h % 3 when 0 then '{6,7}' else '{}' end::smallint[], '{}',
          '{}', 'go_on', 1 + h % 5, 'phone', $4, '2026-01-01', $3 from wanted, place, tag)
    insert into wish_words (wish_id, version, words, written_by, written_at, holder_id)
      select id, 1, labels[1 + h % cardinality(labels)] || 'を' || labels[1 + (h / 7) % cardinality(labels)], $4,
        '2026-01-01', $3 from wanted, tag`,
    [
      side,
      total,
      body,
      idOf('account:ogata'),
      JSON.stringify(tags.map(({ tag, label }) => ({ tag, label }))),
    ],
  );
}
