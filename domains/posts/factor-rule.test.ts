import { expect, test } from 'vitest';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';
import { rolesWithSecondFactor, tightenedRoles } from './model.ts';

const town = await openTown('cast');
const administrator = town.as('shiraishi');
const decide = (required: 'yes' | 'no', role: 'gatherer' | 'visitor' = 'gatherer') =>
  administrator.call(api.decideFactorRule, { id: mintId(), role, required, reason: '市の方針' });

test('a role that is tightened asks its posts for a second factor at once, also in sessions that are open', async () => {
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name: 'furukawa', password: samplePassword });
  expect((await browser.call(api.readMe, {})).second_factor).toBe('none');
  expect((await decide('yes')).posts).toBeGreaterThan(1);
  expect((await browser.call(api.readMe, {})).second_factor).toBe('needed');
  await expectRefusal(browser.call(api.listPosts, {}), 'second_factor_needed');
  const { roles } = await administrator.call(api.listFactorRules, {});
  const gatherer = roles.find(({ role }) => role === 'gatherer');
  expect(gatherer).toMatchObject({ required: true, built_in: false });
  expect(gatherer?.decided?.reason).toBe('市の方針');
  expect(gatherer?.without).toBeGreaterThan(0);
  await expectRefusal(decide('yes'), 'refused');
});

test('a post that is given afterwards wants it too', async () => {
  const post = mintId();
  await administrator.call(api.givePost, {
    id: post,
    account_id: town.id('account:koga'),
    role: 'gatherer',
    body_id: town.id('body:鳥飼'),
    district_id: town.id('district:鳥飼'),
    starts_on: '2026-02-02',
  });
  const [given] = await town.look('select needs_second_factor from posts where id = $1', [post]);
  expect(given).toEqual({ needs_second_factor: true });
});

test('what was tightened is taken back, and every decision stays with its day and reason', async () => {
  await decide('no');
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name: 'furukawa', password: samplePassword });
  expect((await browser.call(api.readMe, {})).second_factor).toBe('none');
  const kept = await town.look('select required from second_factor_rules order by decided_at, id');
  expect(kept).toEqual([{ required: true }, { required: false }]);
});

test('what staff always show cannot be taken away, whoever asks', async () => {
  expect(
    tightenedRoles.filter((role) => (rolesWithSecondFactor as readonly string[]).includes(role)),
  ).toEqual([]);
  const input = { id: mintId(), role: 'planner' as never, required: 'no' as const, reason: '見本' };
  await expectRefusal(administrator.call(api.decideFactorRule, input), 'invalid');
  await expectRefusal(
    town.as('furukawa').call(api.decideFactorRule, { ...input, role: 'visitor' }),
    'not_allowed',
  );
});
