import { describe, expect, test } from 'vitest';
import { addItem, endItem } from '#domains/items/api.ts';
import type { ItemFacet } from '#domains/items/model.ts';
import { readRound } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openItems } from '#test/own-items.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  answerHousehold,
  closeHousehold,
  exportHouseholds,
  listHouseholds,
  listHouseholdVersions,
  readHousehold,
  registerHousehold,
} from './api.ts';

const town = await openTown('cast');
const { add, optionsOf } = openItems(town);
const furukawa = town.as('furukawa');
const household_id = town.id('household:鳥飼:2');

const aids = await add('使っているもの', 'choices', {
  record: 'household',
  facet: 'household',
  options: ['杖', '補聴器'],
});
const since = await add('ひとり暮らしになった日', 'date', { record: 'household', facet: 'watching' });
const { 杖: stick = '', 補聴器: hearing = '' } = await optionsOf(aids);

async function answer(
  facet: 'household' | 'watching',
  version: number,
  answers: Record<string, string | string[]>,
) {
  await furukawa.call(answerHousehold, { household_id, facet, version, answers });
}
const answersFor = async (who: string) =>
  (await town.as(who).call(readHousehold, { id: household_id })).answers;

describe('what a household answers', () => {
  test('is seen by facet: at the door the one, never the other', async () => {
    await answer('household', 0, { [aids]: [stick, hearing] });
    await answer('watching', 0, { [since]: '2025-10-01' });
    expect(await answersFor('furukawa')).toEqual({ [aids]: [stick, hearing], [since]: ['2025-10-01'] });
    expect(await answersFor('ogata')).toEqual({ [aids]: [stick, hearing], [since]: ['2025-10-01'] });
    expect(await answersFor('koga')).toEqual({ [aids]: [stick, hearing] });
    expect((await town.as('koga').call(readHousehold, { id: household_id })).answer_versions).toEqual({
      household: 0,
      watching: 0,
    });
  });

  test('stands on the cards of the round, whoever looks at them, as far as everybody at the door may see it', async () => {
    const ownOf = async (who: string, post?: string) =>
      (await town.as(who).call(readRound, post ? { post } : {})).households.find(
        (one) => one.household_id === household_id,
      )?.own;
    const said = [{ label: '使っているもの', said: '杖、補聴器' }];
    expect(await ownOf('koga')).toEqual(said);
    expect(await ownOf('furukawa', town.id('post:koga'))).toEqual(said);
  });

  test('is answered anew from what stands there, or not at all; what was answered before stays readable', async () => {
    await answer('household', 1, { [aids]: [hearing] });
    const late = await expectRefusal(answer('household', 1, { [aids]: [stick] }), 'refused');
    expect(late.message).toContain('ほかの人');
    expect(await answersFor('koga')).toEqual({ [aids]: [hearing] });
    const { history } = await furukawa.call(listHouseholdVersions, { id: household_id });
    expect(
      history.filter(({ change }) => change === 'answered').map(({ answers }) => answers),
    ).toContainEqual({
      [aids]: [stick, hearing],
    });
  });

  test('keeps what is no longer asked, and is written by nobody but its keepers', async () => {
    const gone = await add('昔の項目', 'line', { record: 'household', facet: 'household' });
    await furukawa.call(answerHousehold, {
      household_id,
      facet: 'household',
      version: 2,
      answers: { [aids]: [hearing], [gone]: '残る（見本）' },
    });
    await town.as('shiraishi').call(endItem, { id: gone, ends_on: '2026-02-01', reason: '見本' });
    await answer('household', 3, { [aids]: [] });
    expect(await answersFor('koga')).toEqual({ [gone]: ['残る（見本）'] });
    const asked = { household_id, facet: 'household' as const, version: 4, answers: { [aids]: [stick] } };
    await expectRefusal(town.as('kusano-lead').call(answerHousehold, asked), 'not_found');
    await expectRefusal(town.as('koga').call(answerHousehold, asked), 'not_allowed');
  });

  test('comes with the registration, and narrows lists and files', async () => {
    const id = mintId();
    await furukawa.call(registerHousehold, {
      id,
      name: '見本 こたえ',
      kana: 'みほん こたえ',
      address: '見本町9-9',
      answers: { [aids]: [stick], [since]: '2024-05-01' },
    });
    const { answers, answer_versions } = await furukawa.call(readHousehold, { id });
    expect(answers).toEqual({ [aids]: [stick], [since]: ['2024-05-01'] });
    expect(answer_versions).toEqual({ household: 1, watching: 1 });
    const found = await furukawa.call(listHouseholds, { items: `${aids}.is=${stick}` });
    expect(found.households.map((one) => one.id)).toEqual([id]);
    const told = await furukawa.call(listHouseholds, { items: `${since}.until=2024-12-31` });
    expect(told.households.map((one) => one.id)).toEqual([id]);
    expect(
      (await town.as('koga').call(listHouseholds, { items: `${since}.from=2000-01-01` })).households,
    ).toEqual([]);
    const file = async (who: string) =>
      new TextDecoder().decode((await town.as(who).call(exportHouseholds, {})) as unknown as Uint8Array);
    expect(await file('furukawa')).toMatch(
      /使っているもの,昔の項目（2026年2月1日まで）,ひとり暮らしになった日/,
    );
    expect(await file('furukawa')).toContain('杖,,2024-05-01');
    expect(await file('koga')).not.toContain('ひとり暮らし');
  });

  test('is not written into an entry that is closed, and says so', async () => {
    const id = mintId();
    await furukawa.call(registerHousehold, { id, name: '見本 とじた', kana: 'みほん', address: '見本町1' });
    await furukawa.call(closeHousehold, { id, closed_on: '2026-02-01', why: 'declined' });
    const refused = await expectRefusal(
      furukawa.call(answerHousehold, {
        household_id: id,
        facet: 'household',
        version: 0,
        answers: { [aids]: [stick] },
      }),
      'refused',
    );
    expect(refused.message).not.toContain('ほかの人');
  });
});

test('an item that has to be answered is insisted on with one’s own group, never for another’s paper', async () => {
  const wanted = await add('連絡のとれる時間', 'line', {
    record: 'household',
    facet: 'household',
    required: true,
  });
  const said = { name: '見本 かみ', kana: 'みほん', address: '見本町2' };
  const refused = await expectRefusal(
    furukawa.call(registerHousehold, { id: mintId(), ...said, answers: {} }),
    'invalid',
  );
  expect(refused.fields).toEqual({ [`answers.${wanted}`]: '「連絡のとれる時間」を記入してください。' });
  await town.as('ogata').call(registerHousehold, {
    id: mintId(),
    ...said,
    holder_id: town.id('body:鳥飼'),
    answers: {},
  });
});

test('an item of the reason has to be one of a household', async () => {
  const facet: ItemFacet = 'watching';
  const asked = { id: mintId(), facet, kind: 'line', label: '見本', starts_on: '2026-02-01' } as const;
  await expectRefusal(town.as('shiraishi').call(addItem, { ...asked, record: 'tally_sheet' }), 'invalid');
});
