import { expect, test } from 'vitest';
import { handInTallySheet, readTallyMonth, readTallySheet } from '#domains/visits/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openItems } from '#test/own-items.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import { endItem } from './api.ts';

const town = await openTown('cast');
const { add, optionsOf } = openItems(town);
const ogata = town.as('ogata');
const place = { district_id: town.id('district:合川'), group_id: town.id('body:合川') };
const month = '2026-01';

const [helpers, meal] = [
  await add('手伝った人', 'number', { record: 'tally_sheet', facet: 'tally', unit: '人', required: true }),
  await add('食事会', 'yes_no', { record: 'tally_sheet', facet: 'tally' }),
];

async function handIn(
  follows: number,
  answers: Record<string, string | number> | undefined,
  month = '2026-02',
) {
  const { id } = await ogata.call(handInTallySheet, {
    id: mintId(),
    ...place,
    month,
    follows,
    counts: { face: 10 + follows },
    counted_by: '見本',
    reason: follows > 0 ? '数えまちがい' : null,
    answers,
  });
  return id;
}

const read = async (who: string) =>
  (
    await town.as(who).call(readTallySheet, {
      district: place.district_id,
      group: place.group_id,
      month: '2026-02',
    })
  ).sheets;

test('a sheet answers the items of its month; a correction brings what it does not say along', async () => {
  const { はい: yes = '' } = await optionsOf(meal);
  await handIn(0, { [helpers]: 4, [meal]: yes });
  await handIn(1, undefined);
  await handIn(2, { [helpers]: 5 });
  await town.as('shiraishi').call(endItem, { id: helpers, ends_on: '2026-01-31', reason: '見本' });
  await handIn(3, {});
  expect((await read('ogata')).map(({ answers }) => answers)).toEqual([
    { [helpers]: [5] },
    { [helpers]: [5] },
    { [helpers]: [4], [meal]: [yes] },
    { [helpers]: [4], [meal]: [yes] },
  ]);
  await town.as('shiraishi').call(endItem, { id: helpers, reason: '見本' });
});

test('planners read it too, in the month as in the sheet; another group knows nothing of it', async () => {
  expect((await read('tsutsumi'))[0]?.answers).toEqual({ [helpers]: [5] });
  const of = async (who: string) =>
    (await town.as(who).call(readTallyMonth, { month: '2026-02' })).groups.map(({ sheet }) => sheet?.answers);
  expect(await of('tsutsumi')).toContainEqual({ [helpers]: [5] });
  expect(JSON.stringify(await of('furukawa'))).not.toContain(helpers);
});

test('an item that began later is not asked of an earlier month', async () => {
  const refused = await expectRefusal(handIn(0, { [helpers]: 1 }, month), 'invalid');
  expect(refused.message).toBe('「手伝った人」は、この日には使わない項目です。空にしてください。');
});
