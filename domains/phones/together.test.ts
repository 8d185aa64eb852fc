import { expect, test } from 'vitest';
import { mergeHouseholds } from '#domains/parties/api.ts';
import { mintId } from '#platform/uuid.ts';
import { openShelf, registerTestPhone, type TestPhone } from '../../test/phones.ts';
import { openTown } from '../../test/town.ts';
import { openDeliveries } from './rig.ts';

const town = await openTown('cast');
const { own, strange, keepVisit, count, send } = await openDeliveries(town);

test('each call of a delivery stands or falls by itself, and each leaves its row in the trail', async () => {
  const phone = await registerTestPhone(town, 'koga');
  const shelf = openShelf();
  const kept = [];
  for (const household of [own?.id, strange?.id, own?.id])
    kept.push(await keepVisit(phone, shelf, household));
  const outcomes = ['done', 'refused', 'done'];
  for (const again of [false, true]) {
    const { answer } = await send(phone, shelf, again);
    const said = new Map(answer?.receipts.map(({ call, outcome }) => [call, outcome]));
    if (again) expect([...said]).toEqual([[kept[1]?.call, 'refused']]);
    else expect(kept.map(({ call }) => said.get(call))).toEqual(outcomes);
    expect(await Promise.all(kept.map(({ visit }) => count(visit.id)))).toEqual([1, 0, 1]);
  }
  const trail = await town.look<{ call_id: string; outcome: string }>(
    `select distinct call_id, outcome from audit_inbox where word = 'visit.recorded' and call_id = any($1)`,
    [kept.map(({ call }) => call)],
  );
  const written = new Map(trail.map(({ call_id, outcome }) => [call_id, outcome]));
  expect(kept.map(({ call }) => written.get(call))).toEqual(['done', 'not_found', 'done']);
});

test('two people who bring the same household and day in the same instant meet each other', async () => {
  const [koga, furukawa] = await Promise.all(['koga', 'furukawa'].map((who) => registerTestPhone(town, who)));
  for (let day = 11; day < 21; day++) {
    const said = { visited_on: `2026-01-${day}` };
    const two = await Promise.all(
      [koga, furukawa].map((phone) => keepVisit(phone as TestPhone, openShelf(), own?.id, said)),
    );
    const answers = await Promise.all(
      two.map(({ shelf }, i) => send([koga, furukawa][i] as TestPhone, shelf)),
    );
    const outcomes = answers.map(({ answer }) => answer?.receipts[0]?.outcome).sort();
    expect(outcomes).toEqual(['done', 'kept']);
  }
});

test('nor do they miss each other where the household has two entries that are one', async () => {
  const [alias, kept] = [town.id('household:鳥飼:5'), town.id('household:鳥飼:6')];
  const merge = { id: mintId(), alias_id: alias, kept_id: kept, reason: '見本：同じお宅だった' };
  await town.as('furukawa').call(mergeHouseholds, merge);
  const [koga, furukawa] = await Promise.all(['koga', 'furukawa'].map((who) => registerTestPhone(town, who)));
  for (let day = 11; day < 21; day++) {
    const said = { visited_on: `2026-01-${day}` };
    const phones = [koga, furukawa] as [TestPhone, TestPhone];
    const doors = day % 2 === 0 ? [alias, kept] : [kept, alias];
    const shelves = await Promise.all(
      phones.map((phone, i) => keepVisit(phone, openShelf(), doors[i], said)),
    );
    const answers = await Promise.all(phones.map((phone, i) => send(phone, shelves[i]?.shelf)));
    expect(answers.map(({ answer }) => answer?.receipts[0]?.outcome).sort()).toEqual(['done', 'kept']);
  }
});
