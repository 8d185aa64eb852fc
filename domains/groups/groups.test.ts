import { describe, expect, test } from 'vitest';
import { changeCountingMode } from '#domains/encounters/api.ts';
import type { InputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import { readTallySheet } from '../visits/api.ts';
import {
  correctGroupMember,
  enrolGroupMembers,
  handInGroupMonth,
  listGroupMembers,
  readGroupMonth,
  readMemberScan,
  writeMemberSheet,
} from './api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata');
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const month = '2026-01';
const placeOf = (district: string) => ({
  group_id: town.id(`body:${district}`),
  district_id: town.id(`district:${district}`),
});
const seen = (district: string) => ({ group: town.id(`body:${district}`) });

async function enrol(district: string, ...names: string[]): Promise<string[]> {
  const members = names.map((name) => ({ id: mintId(), name, kana: name }));
  await ogata.call(enrolGroupMembers, { ...placeOf(district), starts_on: '2025-04-01', members });
  return members.map(({ id }) => id);
}

const paper = (member_id: string, more: Partial<InputOf<typeof writeMemberSheet>> = {}) => ({
  id: mintId(),
  member_id,
  month,
  counts: { face: 3, phone: 1 },
  ...more,
});

const wholeMonth = (district: string, more: Partial<InputOf<typeof handInGroupMonth>> = {}) => ({
  id: mintId(),
  ...placeOf(district),
  month,
  counted_by: `${district}ふれあいの会`,
  ...more,
});

describe('the members of a group', () => {
  test('are numbered in the order of the list, and go on where it ended', async () => {
    await enrol('荒木', 'アルファ', 'ベータ');
    await enrol('荒木', 'ガンマ');
    const { members } = await ogata.call(listGroupMembers, seen('荒木'));
    expect(members.map(({ number, name }) => [number, name])).toEqual([
      [1, 'アルファ'],
      [2, 'ベータ'],
      [3, 'ガンマ'],
    ]);
  });

  test('are not enrolled twice, however the name is spaced', async () => {
    await enrol('安武', '見本 一郎');
    const refused = await expectRefusal(enrol('安武', '見本　一 郎'), 'invalid');
    expect(refused.fields['members.0.name']).toContain('すでに会員です');
  });

  test('are corrected with what was said before kept; a number belongs to one', async () => {
    const [first, second] = await enrol('大善寺', 'デルタ', 'イプシロン');
    const correction = {
      id: second ?? '',
      number: 9,
      name: 'エプシロン',
      kana: 'エプシロン',
      ends_on: '2025-12-31',
    };
    await expectRefusal(ogata.call(correctGroupMember, { ...correction, number: 1 }), 'invalid');
    await expectRefusal(ogata.call(correctGroupMember, { ...correction, ends_on: '2025-03-31' }), 'invalid');
    await ogata.call(correctGroupMember, correction);
    const { members } = await ogata.call(listGroupMembers, seen('大善寺'));
    expect(members.map(({ id }) => id)).toEqual([first]);
    const all = await ogata.call(listGroupMembers, { ...seen('大善寺'), who: 'all' });
    expect(all.members.at(-1)).toMatchObject({ number: 9, name: 'エプシロン' });
    expect(
      await town.look("select said->>'name' as name from group_member_versions where member_id = $1", [
        second,
      ]),
    ).toEqual([{ name: 'イプシロン' }]);
  });

  test('are seen and enrolled by their own group and by whom it entrusted, and by nobody else', async () => {
    await enrol('鳥飼', 'ゼータ');
    await expectRefusal(town.as('kusano-lead').call(listGroupMembers, seen('鳥飼')), 'not_found');
    await expectRefusal(
      town.as('kusano-lead').call(enrolGroupMembers, {
        ...placeOf('鳥飼'),
        starts_on: '2025-04-01',
        members: [{ id: mintId(), name: 'イータ', kana: 'イータ' }],
      }),
      'not_found',
    );
    expect((await town.as('furukawa').call(listGroupMembers, seen('鳥飼'))).members).toHaveLength(1);
  });
});

describe('the grid of a month', () => {
  test('says who is missing; a month of zeros is not missing', async () => {
    const [alpha, beta] = await enrol('宮ノ陣', 'アルファ', 'ベータ', 'ガンマ');
    await ogata.call(writeMemberSheet, paper(alpha ?? ''));
    await ogata.call(writeMemberSheet, paper(beta ?? '', { counts: {} }));
    const { members, sum, may_write } = await ogata.call(readGroupMonth, { ...seen('宮ノ陣'), month });
    expect(members.map(({ sheet }) => sheet?.counts?.face ?? null)).toEqual([3, 0, null]);
    expect(sum).toMatchObject({ face: 3, phone: 1, letter: 0 });
    expect(may_write).toBe(true);
  });

  test('takes the photograph of a paper alone; whoever reads it off later keeps it, and a later one leaves the counts', async () => {
    const [alpha] = await enrol('長門石', 'アルファ');
    const scan = (name: string) => ({ name, base64: png.toString('base64') });
    const nothing = ogata.call(writeMemberSheet, paper(alpha ?? '', { counts: null }));
    expect((await expectRefusal(nothing, 'invalid')).fields.scan).toContain('件数を入れるか');
    await ogata.call(writeMemberSheet, paper(alpha ?? '', { counts: null, scan: scan('一枚目.png') }));
    const read = async () =>
      (await ogata.call(readGroupMonth, { ...seen('長門石'), month })).members[0]?.sheet ?? null;
    expect(await read()).toMatchObject({ version: 1, counts: null, has_scan: true });
    const early = await expectRefusal(
      ogata.call(handInGroupMonth, wholeMonth('長門石', { leaves_out: true })),
      'refused',
    );
    expect(early.message).toContain('1月');
    const stale = await expectRefusal(ogata.call(writeMemberSheet, paper(alpha ?? '')), 'refused');
    expect(stale.message).toContain('紙の写真が付きました');
    await ogata.call(writeMemberSheet, paper(alpha ?? '', { follows: 1 }));
    expect(await read()).toMatchObject({ version: 2, counts: { face: 3, phone: 1 }, has_scan: true });
    const again = { counts: null, scan: scan('二枚目.png'), follows: 2 };
    await ogata.call(writeMemberSheet, paper(alpha ?? '', again));
    expect(await read()).toMatchObject({ version: 3, counts: { face: 3, phone: 1 }, has_scan: true });
    const { sum } = await ogata.call(readGroupMonth, { ...seen('長門石'), month });
    expect(sum).toMatchObject({ face: 3, phone: 1 });
  });

  test('is handed in as its own sum, with the missing named first and noted after', async () => {
    const [alpha] = await enrol('津福', 'アルファ', 'ベータ');
    await ogata.call(writeMemberSheet, paper(alpha ?? '', { counts: { face: 7, letter: 2 } }));
    const refused = await expectRefusal(ogata.call(handInGroupMonth, wholeMonth('津福')), 'refused');
    expect(refused.fields.leaves_out).toContain('ベータ');
    await ogata.call(handInGroupMonth, wholeMonth('津福', { leaves_out: true }));
    const { sheets } = await ogata.call(readTallySheet, {
      ...seen('津福'),
      district: town.id('district:津福'),
      month,
    });
    expect(sheets).toMatchObject([{ total: 9, note: expect.stringContaining('1人分') }]);
  });

  test('a paper that comes late changes the grid; the sheet follows with a reason', async () => {
    const [alpha, beta] = await enrol('南', 'アルファ', 'ベータ');
    await ogata.call(writeMemberSheet, paper(alpha ?? ''));
    await ogata.call(handInGroupMonth, wholeMonth('南', { leaves_out: true }));
    await ogata.call(writeMemberSheet, paper(beta ?? '', { counts: { gathering: 5 } }));
    const late = await ogata.call(readGroupMonth, { ...seen('南'), month });
    expect([late.sum.gathering, late.sheet?.counts.gathering]).toEqual([5, 0]);
    await expectRefusal(ogata.call(handInGroupMonth, wholeMonth('南', { follows: 1 })), 'invalid');
    await ogata.call(handInGroupMonth, wholeMonth('南', { follows: 1, reason: '一人分が後から届いた' }));
    expect((await ogata.call(readGroupMonth, { ...seen('南'), month })).sheet).toMatchObject({ version: 2 });
  });

  test('two people writing one paper: the second is told both values, and nothing is overwritten', async () => {
    const [alpha] = await enrol('合川', 'アルファ');
    await ogata.call(writeMemberSheet, paper(alpha ?? '', { counts: { face: 4 } }));
    const refused = await expectRefusal(
      ogata.call(writeMemberSheet, paper(alpha ?? '', { counts: { face: 6 } })),
      'refused',
    );
    expect(refused.fields['counts.face']).toBe('今の内容: 4　あなたの入力: 6');
    await ogata.call(writeMemberSheet, paper(alpha ?? '', { follows: 1, counts: { face: 6 } }));
    const { members } = await ogata.call(readGroupMonth, { ...seen('合川'), month });
    expect(members[0]?.sheet).toMatchObject({ version: 2, counts: { face: 6 } });
  });

  test('a photograph stays with the paper when its counts are corrected; what is none is refused', async () => {
    const [alpha] = await enrol('山川', 'アルファ');
    const scan = { name: 'kami.png', base64: png.toString('base64') };
    const bad = { name: 'kami.png', base64: Buffer.from('no picture').toString('base64') };
    await expectRefusal(ogata.call(writeMemberSheet, paper(alpha ?? '', { scan: bad })), 'invalid');
    await ogata.call(writeMemberSheet, paper(alpha ?? '', { scan }));
    const corrected = paper(alpha ?? '', { follows: 1, counts: { face: 9 } });
    await ogata.call(writeMemberSheet, corrected);
    const answer = await ogata.fetch(`/api${readMemberScan.route.slice(4).replace(':id', corrected.id)}`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
  });

  test('is closed where visits are recorded one by one, for a month to come, and while nobody is a member', async () => {
    const [zeta] = await enrol('善導寺', 'ゼータ');
    await expectRefusal(ogata.call(writeMemberSheet, paper(zeta ?? '', { month: '2026-03' })), 'invalid');
    await expectRefusal(ogata.call(handInGroupMonth, wholeMonth('山本', { leaves_out: true })), 'refused');
    await ogata.call(changeCountingMode, {
      id: mintId(),
      ...placeOf('善導寺'),
      from_month: '2026-02',
      mode: 'single',
      reason: '巡回を始めた',
    });
    await expectRefusal(ogata.call(writeMemberSheet, paper(zeta ?? '', { month: '2026-02' })), 'refused');
  });
});
