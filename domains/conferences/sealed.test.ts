import { describe, expect, test } from 'vitest';
import { addDays } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import * as api from './api.ts';
import { idOfKind } from './kinds.ts';
import { openRig } from './rig.ts';

const town = await openTown('cast');
const rig = openRig(town);
const words = 'だれにも見せない資料（見本）';

/** A sealed item of 柿原 with 江口 (多機関協働) and 永田 (地域包括) invited, and 江口's confirmation. */
async function openSealed() {
  const sitting = await rig.callSitting('eguchi-coordinator');
  const item = await rig.addItem('kakihara', sitting, 'support', { title: '見守りのこと' });
  const seats = await rig.invite('kakihara', item, ['eguchi-coordinator', 'nagata']);
  await rig.confirm('eguchi-coordinator', seats.get('eguchi-coordinator'));
  const paper = mintId();
  await town
    .as('eguchi-coordinator')
    .call(api.bringPaper, { id: paper, item_id: item, title: '様子', words });
  return { sitting, item, seats, paper };
}

const read = (who: string, id: string) => town.as(who).call(api.readAgendaItem, { id });

describe('a sealed item', () => {
  test('opens to a seat only once the person in it has confirmed the duty of secrecy', async () => {
    const { sitting, item, seats } = await openSealed();
    const seat = seats.get('nagata') ?? '';
    await expectRefusal(read('nagata', item), 'not_found');
    const before = await town.as('nagata').call(api.readConference, { id: sitting });
    expect(before.items).toEqual([]);
    expect(before.invitations.map(({ seat_id }) => seat_id)).toEqual([seat]);
    const { kind_name } = await town.as('nagata').call(api.readInvitation, { id: seat });
    expect(kind_name).toBe('支援会議');
    await rig.confirm('nagata', seat);
    expect((await read('nagata', item)).papers.map((p) => p.words)).toEqual([words]);
    await expectRefusal(rig.confirm('nagata', seat), 'refused');
  });

  test('is not there for whoever called the sitting, has no seat, and leaves no gap in the numbers', async () => {
    const { sitting, item } = await openSealed();
    const client = await rig.know('見本 恵子', 'eguchi', '社協', ['地域包括支援センター']);
    const open = await rig.addItem('eguchi-coordinator', sitting, 'multi_layer', { client_ids: [client] });
    await rig.invite('eguchi-coordinator', open, ['nagata']);
    expect(
      (await town.as('nagata').call(api.readConference, { id: sitting })).items.map(({ id }) => id),
    ).toEqual([open]);
    for (const who of ['nagata', 'nakajima', 'ogata', 'eguchi'])
      await expectRefusal(read(who, item), 'not_found');
    for (const who of ['mori', 'tsutsumi', 'shiraishi']) await expectRefusal(read(who, item), 'not_allowed');
  });

  test('takes a photograph or a PDF as a paper, and shows it to its seats alone', async () => {
    const { item } = await openSealed();
    const eguchi = town.as('eguchi-coordinator');
    const bring = (file: { name: string; base64: string } | null) =>
      eguchi.call(api.bringPaper, { id: mintId(), item_id: item, title: '紙の資料', file });
    expect((await expectRefusal(bring(null), 'invalid')).fields).toHaveProperty('words');
    const page = Buffer.from('<html>見本</html>').toString('base64');
    expect(
      (await expectRefusal(bring({ name: '見本.pdf', base64: page }), 'invalid')).fields?.file,
    ).toContain('見本.pdf');
    const pdf = Buffer.from('%PDF-1.7 見本');
    const { id } = await bring({ name: '見本.pdf', base64: pdf.toString('base64') });
    const brought = (await read('kakihara', item)).papers.find((one) => one.id === id);
    expect(brought?.file).toEqual({ name: '見本.pdf', type: 'application/pdf', size: pdf.length });
    const open = (who: string) => town.as(who).fetch(`/api/conference-papers/${id}/file`);
    expect(Buffer.from(await (await open('kakihara')).arrayBuffer())).toEqual(pdf);
    for (const who of ['nagata', 'nakajima', 'eguchi', 'ogata']) expect((await open(who)).status).toBe(404);
    await eguchi.call(api.correctPaper, { id, version: 1, title: '写しの資料' });
    await eguchi.call(api.takePaperBack, { id });
    expect((await open('kakihara')).status).toBe(404);
  });

  test('names nobody’s record', async () => {
    const sitting = await rig.callSitting('kakihara');
    const client = await rig.know('見本 航', 'eguchi', '社協');
    const adding = town.as('kakihara').call(api.addAgendaItem, {
      id: mintId(),
      conference_id: sitting,
      kind_id: idOfKind('support'),
      title: '見本',
      words: '見本',
      client_ids: [client],
    });
    expect((await expectRefusal(adding, 'invalid')).fields).toHaveProperty('client_ids');
    const { item } = await openSealed();
    await expect(
      town.look(
        'insert into conference_subjects (item_id, client_id, sealed, holder_id) select $1, id, true, holder_id from clients where id = $2',
        [item, client],
      ),
    ).rejects.toThrow(/conference_subjects_sealed_check/);
  });

  test('keeps its words in one table: not in the trail, the encounters, the calls, the jobs', async () => {
    const { item } = await openSealed();
    await town.as('kakihara').call(api.holdItem, { id: item, held_on: '2026-02-02', present: [] });
    await town
      .as('kakihara')
      .call(api.writeMinutes, { item_id: item, id: mintId(), version: 0, words: `記録：${words}` });
    const tables = await town.look<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p')`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const [{ n } = { n: 0 }] = await town.look<{ n: number }>(
        `select count(*)::int as n from ${name} t where t::text like '%' || $1 || '%'`,
        [words],
      );
      if (n > 0) holding.push(name);
    }
    expect(holding).toEqual(['public.conference_papers']);
  });

  test('is counted when it was held, without a word, by the code of its kind', async () => {
    const { item } = await openSealed();
    const hold = { id: item, held_on: '2026-02-02', present: [] };
    await expectRefusal(
      town.as('kakihara').call(api.holdItem, { ...hold, held_on: '2026-02-03' }),
      'invalid',
    );
    await town.as('kakihara').call(api.holdItem, hold);
    await expectRefusal(town.as('kakihara').call(api.holdItem, hold), 'refused');
    const encounters = await town.look(
      'select kind, channel, district_id, contact from encounters where id = $1',
      [item],
    );
    expect(encounters).toEqual([
      { kind: 'conference', channel: 'support', district_id: null, contact: null },
    ]);
  });

  test('shuts its papers when it is closed, and by itself when its days are over; the role sheet stands', async () => {
    for (const closing of [true, false]) {
      const { item, seats } = await openSealed();
      await rig.confirm('nagata', seats.get('nagata'));
      await town.as('kakihara').call(api.holdItem, { id: item, held_on: '2026-02-02', present: [] });
      await town.as('kakihara').call(api.writeRoleLine, {
        id: mintId(),
        item_id: item,
        seat_id: seats.get('nagata') ?? '',
        watches: '新聞がたまっていないか',
        tells: '地域福祉課',
      });
      if (closing) await town.as('kakihara').call(api.closeItem, { id: item });
      else town.clock.now = new Date(`${addDays('2026-02-02', 30)}T10:00:00+09:00`);
      const seen = await read('nagata', item);
      expect(seen).toMatchObject({ open: false, matter: null, papers: [], minutes: null });
      expect(seen.roles.map(({ watches }) => watches)).toEqual(['新聞がたまっていないか']);
      await expectRefusal(
        town.as('nagata').call(api.bringPaper, { id: mintId(), item_id: item, title: '後', words }),
        'refused',
      );
      expect((await read('kakihara', item)).papers).toHaveLength(1);
      town.clock.now = new Date('2026-02-02T10:00:00+09:00');
    }
  });

  test('is gone for its seats when the matter is ended; the confirmation of secrecy stays', async () => {
    const { item, seats } = await openSealed();
    const caller = town.as('kakihara');
    await caller.call(api.holdItem, { id: item, held_on: '2026-02-02', present: [] });
    const seat_id = seats.get('nagata') ?? '';
    const line = mintId();
    await caller.call(api.writeRoleLine, { id: line, item_id: item, seat_id, watches: '様子', tells: '市' });
    // The post that a line names sees that line, though it never confirmed and the item is not there for it.
    await expectRefusal(read('nagata', item), 'not_found');
    const own = async () => (await town.as('nagata').call(api.listOwnRoles, {})).roles.map(({ id }) => id);
    expect(await own()).toContain(line);
    await expectRefusal(caller.call(api.endMatter, { id: item }), 'refused');
    await caller.call(api.closeItem, { id: item });
    await caller.call(api.endMatter, { id: item });
    expect(await own()).not.toContain(line);
    await expectRefusal(read('eguchi-coordinator', item), 'not_found');
    expect(await town.look('select way from secrecy_undertakings where item_id = $1', [item])).toEqual([
      { way: 'screen' },
    ]);
  });

  test('shuts to a seat that is taken back, at once', async () => {
    const { item, seats } = await openSealed();
    await town.as('kakihara').call(api.takeSeatBack, { id: seats.get('eguchi-coordinator') ?? '' });
    await expectRefusal(read('eguchi-coordinator', item), 'not_found');
  });
});
