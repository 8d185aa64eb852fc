import { describe, expect, test } from 'vitest';
import { listEncounters, takeOverIntakes } from '#domains/encounters/api.ts';
import { countEncounters } from '#domains/encounters/queries.ts';
import { fixPeriod } from '#domains/plan/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { listClients, readClient } from './client-api.ts';
import { correctIntake, listIntakes, readIntake, receiveIntake, withdrawIntake } from './intake-api.ts';

const town = await openTown('cast');
const nakajima = town.as('nakajima');
const ids = () => ({ id: mintId(), client_id: mintId() });
const rule = {
  kinds: ['intake'],
  roles: null,
  channels: null,
  contacts: null,
  sources: ['single', 'sheet'],
} as const;

async function receive(more: Partial<InputOf<typeof receiveIntake>> = {}, who = 'nakajima') {
  const first = ids();
  await town.as(who).call(receiveIntake, { ...first, ...more });
  return first;
}

function countAs(who: string): Promise<number> {
  const post = { kind: 'post', post: town.id(`post:${who}`) } as const;
  return town.database.as(post, 'test', async (db) => {
    const [cell] = await countEncounters(db, rule, { from: '2024-04', until: '2026-03' });
    return cell?.n ?? 0;
  });
}

describe('a first word at any door', () => {
  test('needs no more than what was heard: without a name the person is spoken of by day and way', async () => {
    const first = await receive({ trouble: '眠れない' });
    expect(await nakajima.call(readClient, { id: first.client_id })).toMatchObject({
      name: null,
      called: '2月2日の相談（電話）',
      own: true,
      intakes: [{ id: first.id, trouble: '眠れない', channel: 'phone' }],
    });
  });

  test('is one record of one window: another finds neither the person nor the word', async () => {
    const list = async (who: string) =>
      (await town.as(who).call(listClients, {})).clients.map(({ id }) => id);
    expect(await list('nakajima')).toEqual(
      expect.arrayContaining(['ishibashi', 'keiko', 'wataru', 'min'].map((key) => town.id(`client:${key}`))),
    );
    expect(await list('nagata')).toEqual([town.id('client:ishibashi-nagata')]);
    const id = town.id('client:ishibashi');
    await expectRefusal(town.as('nagata').call(readClient, { id }), 'not_found');
    const first = await receive();
    await expectRefusal(town.as('nagata').call(readIntake, first), 'not_found');
    await expectRefusal(town.as('nagata').call(withdrawIntake, { id: first.id, reason: 'x' }), 'not_found');
    await expectRefusal(town.as('ogata').call(receiveIntake, ids()), 'not_allowed');
  });

  test('of somebody who is known adds no second person, and a taken id tells nothing', async () => {
    const again = { id: mintId(), client_id: town.id('client:min'), known: true };
    await nakajima.call(receiveIntake, again);
    const nagata = (more: object) =>
      town.as('nagata').call(receiveIntake, { ...again, id: mintId(), ...more });
    await expectRefusal(nagata({}), 'not_found');
    await expectRefusal(nagata({ known: false }), 'id_taken');
    expect((await nakajima.call(readClient, { id: again.client_id })).intakes).toHaveLength(2);
  });

  test('counts with a district and without one, for the planner alone', async () => {
    const before = await countAs('tsutsumi');
    await receive({ received_on: '2026-01-15' });
    await receive({ received_on: '2026-01-15', district_id: town.id('district:鳥飼') }, 'eguchi');
    expect(await countAs('tsutsumi')).toBe(before + 2);
    for (const who of ['ogata', 'furukawa', 'nakajima']) expect(await countAs(who)).toBe(0);
    const months = { kind: 'intake', from: '2026-01', until: '2026-01' } as const;
    const { encounters } = await town.as('tsutsumi').call(listEncounters, months);
    expect(encounters.map(({ district_name }) => district_name).sort()).toEqual([null, '鳥飼'].sort());
    expect((await town.as('ogata').call(listEncounters, months)).encounters).toEqual([]);
  });

  test('is withdrawn once, with its reason', async () => {
    const before = await countAs('tsutsumi');
    const { id } = await receive({ received_on: '2026-01-21' });
    const tries = [1, 2, 3].map(() => nakajima.call(withdrawIntake, { id, reason: '再来の方だった' }));
    expect((await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await countAs('tsutsumi')).toBe(before);
    const { intakes } = await nakajima.call(listIntakes, { from: '2026-01-21', until: '2026-01-21' });
    expect(intakes).toMatchObject([{ id, withdrawn_reason: '再来の方だった' }]);
  });

  test('pages by key, the newest first, beside the counts of the time before', async () => {
    await receive({ received_on: '2025-09-01' });
    await receive({ received_on: '2025-09-02' });
    const rows = [{ id: mintId(), occurred_on: '2025-09-03', channel: 'mail' as const }];
    await nakajima.call(takeOverIntakes, { rows });
    const until = { until: '2025-09-30', limit: 2 };
    const first = await nakajima.call(listIntakes, until);
    expect(first.intakes.map(({ received_on, client_id }) => [received_on, client_id === null])).toEqual([
      ['2025-09-03', true],
      ['2025-09-02', false],
    ]);
    const second = await nakajima.call(listIntakes, { ...until, after: first.next ?? '' });
    expect(second.intakes.map(({ received_on }) => received_on)).toEqual(['2025-09-01']);
    expect(second.next).toBeNull();
  });

  test('is refused on a day to come, in a district or with a code that does not exist', async () => {
    await expectRefusal(receive({ received_on: '2026-02-03' }), 'invalid');
    await expectRefusal(receive({ district_id: mintId() }), 'invalid');
    const refused = await expectRefusal(receive({ worries: ['99'], route: 'nowhere' }), 'invalid');
    expect(Object.keys(refused.fields).sort()).toEqual(['route', 'worries']);
  });
});

describe('a form that is corrected', () => {
  const form = {
    trouble: '家賃が払えない',
    worries: ['02', '04'],
    worst: ['04'],
    name: '見本 花子',
    kana: 'みほん はなこ',
  };

  test('takes the name that comes later, and the count follows its day with a reason', async () => {
    const first = await receive({ received_on: '2026-01-30' });
    const at = { ...first, version: 1, identity_version: 1, contact_version: 1 };
    await nakajima.call(correctIntake, {
      ...at,
      ...form,
      received_on: '2026-01-30',
      mobile: '090-0000-0001',
    });
    const now = await nakajima.call(readIntake, first);
    expect(now).toMatchObject({
      trouble: '家賃が払えない',
      worries: ['02', '04'],
      worst: ['04'],
      identity: { name: '見本 花子', version: 2 },
      contact: { mobile: '090-0000-0001', version: 2 },
    });
    const on = { received_on: '2025-12-30', version: 2, identity_version: 2, contact_version: 2 };
    const refused = await expectRefusal(
      nakajima.call(correctIntake, { ...first, ...form, ...on }),
      'invalid',
    );
    expect(refused.fields).toHaveProperty('reason');
    await nakajima.call(correctIntake, { ...first, ...form, ...on, worst: ['02'], reason: '日付の書き誤り' });
    expect(await nakajima.call(readIntake, first)).toMatchObject({
      received_on: '2025-12-30',
      worst: ['02'],
    });
    expect(
      await town.look('select version, reason from intake_versions where intake_id = $1 order by version', [
        first.id,
      ]),
    ).toEqual([
      { version: 1, reason: null },
      { version: 2, reason: '日付の書き誤り' },
    ]);
    const [row] = await town.look('select occurred_on from encounters where id = $1', [first.id]);
    expect(row?.occurred_on).toBe('2025-12-30');
  });

  test('by two at the same time tells the second what stands and what was typed', async () => {
    const first = await receive({ received_on: '2026-01-30' });
    const at = { ...first, version: 1, identity_version: 1, contact_version: 1, received_on: '2026-01-30' };
    await nakajima.call(correctIntake, { ...at, trouble: '先の内容' });
    const refused = await expectRefusal(
      nakajima.call(correctIntake, { ...at, trouble: 'あとの内容' }),
      'refused',
    );
    expect(refused.fields.trouble).toBe(
      '先に「先の内容」と直されています。入れた内容は「あとの内容」でした。',
    );
  });
});

test('a first word in a fixed year comes as an addition with its reason', async () => {
  await town.as('tsutsumi').call(fixPeriod, { fiscal_year: 2024, reason: '試験' });
  const late = { received_on: '2025-02-10' };
  const refused = await expectRefusal(receive(late), 'invalid');
  expect(refused.fields).toHaveProperty('late_reason');
  await receive({ ...late, late_reason: '記入もれ' });
  expect(await town.look("select n, reason from later_additions where kind = 'intake'")).toEqual([
    { n: 1, reason: '記入もれ' },
  ]);
});
