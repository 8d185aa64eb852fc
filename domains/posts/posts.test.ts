import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listHouseholds } from '#domains/parties/api.ts';
import { mintId } from '#platform/uuid.ts';
import { type Caller, expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';

const town = await openTown('cast');
const admin = town.as('shiraishi');
const { id } = town;
const day = (on: string) => new Date(`${on}T10:00:00+09:00`);

beforeEach(() => {
  town.clock.now = day('2026-02-02');
});

/** A person with an account, a password and posts; each test makes its own. */
async function invite(name: string): Promise<{ account: string; browser: Caller }> {
  const account = mintId();
  const person = { id: account, sign_in_name: name, name: `${name}（見本）`, kana: 'みほん' };
  const { secret_code } = await admin.call(api.inviteAccount, person);
  const browser = town.browser();
  await browser.call(api.acceptInvitation, { code: secret_code ?? '', password: samplePassword });
  return { account, browser };
}

const visitorIn = (district: string) => ({
  role: 'visitor' as const,
  body_id: id(`body:${district}`),
  district_id: id(`district:${district}`),
});

async function give(
  account_id: string,
  post: Partial<Parameters<typeof admin.call<typeof api.givePost>>[1]>,
) {
  const post_id = mintId();
  const given = { ...visitorIn('鳥飼'), starts_on: '2026-02-02', ...post };
  await admin.call(api.givePost, { id: post_id, account_id, ...given });
  return post_id;
}

describe('a post', () => {
  test('is given for a term, and opens what it covers from its first day', async () => {
    const { account, browser } = await invite('term');
    const post = await give(account, { starts_on: '2026-03-01', ends_on: '2026-03-31' });
    expect((await browser.call(api.readMe, {})).posts).toEqual([]);
    await expectRefusal(browser.call(api.switchPost, { post }), 'not_found');
    town.clock.now = day('2026-03-01');
    const begun = await signIn('term');
    await begun.call(api.switchPost, { post });
    expect(await begun.call(api.readMe, {})).toMatchObject({
      role: 'visitor',
      finishing: false,
      districts: [{ name: '鳥飼' }],
    });
    town.clock.now = day('2026-03-31');
    const later = await signIn('term');
    await later.call(listHouseholds, {});
    town.clock.now = day('2026-04-01');
    expect(await later.call(api.readMe, {})).toMatchObject({
      finishing: true,
      districts: [],
      posts: [{ state: 'finishing' }],
    });
    await expectRefusal(later.call(listHouseholds, {}), 'not_allowed');
    town.clock.now = new Date('2026-05-16T10:00:00+09:00');
    expect((await (await signIn('term')).call(api.readMe, {})).posts).toEqual([]);
  });

  test('that is ended at once opens nothing a moment later, but still finishes its own entries', async () => {
    const { account, browser } = await invite('ended');
    const post = await give(account, {});
    await browser.call(api.switchPost, { post });
    await browser.call(listHouseholds, {});
    const { secret_token } = await browser.call(api.createToken, { id: mintId(), name: 'program', days: 10 });
    const program = bearer(secret_token);
    await program.call(listHouseholds, {});
    await admin.call(api.endPost, { id: post, how: 'at_once', reason: '引っ越しのため' });
    await expectRefusal(browser.call(listHouseholds, {}), 'not_allowed');
    await expectRefusal(program.call(listHouseholds, {}), 'not_signed_in');
    expect((await browser.call(api.readMe, {})).posts).toMatchObject([
      { id: post, state: 'finishing', ends_on: '2026-02-02' },
    ]);
    await expectRefusal(admin.call(api.endPost, { id: post, how: 'at_once', reason: '二度目' }), 'refused');
    const [listed] = (await admin.call(api.listPosts, { account })).posts;
    expect(listed).toMatchObject({
      state: 'finishing',
      ending: { reason: '引っ越しのため', decided_on: '2026-02-02' },
    });
  });

  test('that is to end later can be ended earlier, and not after its term', async () => {
    const { account } = await invite('earlier');
    const post = await give(account, { ends_on: '2026-03-31' });
    const late = await expectRefusal(
      admin.call(api.endPost, { id: post, how: 'on_day', ends_on: '2026-04-30', reason: '延長' }),
      'invalid',
    );
    expect(late.fields.ends_on).toContain('2026年3月31日');
    await admin.call(api.endPost, { id: post, how: 'on_day', ends_on: '2026-02-28', reason: '本人の希望' });
    town.clock.now = new Date('2026-02-02T11:00:00+09:00');
    await admin.call(api.endPost, { id: post, how: 'at_once', reason: '早まりました' });
    const early = await expectRefusal(
      admin.call(api.endPost, {
        id: await give(account, { starts_on: '2026-02-03' }),
        how: 'on_day',
        ends_on: '2026-02-01',
        reason: '誤り',
      }),
      'invalid',
    );
    expect(early.fields).toHaveProperty('ends_on');
  });

  test('goes on without a gap when its holder is re-appointed', async () => {
    const { account, browser } = await invite('again');
    const post = await give(account, { starts_on: '2026-01-01', ends_on: '2026-02-10' });
    await browser.call(api.switchPost, { post });
    await admin.call(api.reappoint, { id: post, ends_on: '2027-02-10' });
    for (const on of ['2026-02-10', '2026-02-11', '2027-02-10']) {
      town.clock.now = day(on);
      expect((await (await signIn('again')).call(api.readMe, {})).current).toMatchObject({
        id: post,
        state: 'current',
      });
    }
    town.clock.now = day('2026-02-02');
    expect(
      await town.look(
        'select number, starts_on::text, ends_on::text from post_terms where post_id = $1 order by number',
        [post],
      ),
    ).toEqual([
      { number: 1, starts_on: '2026-01-01', ends_on: '2026-02-10' },
      { number: 2, starts_on: '2026-02-11', ends_on: '2027-02-10' },
    ]);
    expect((await admin.call(api.listPosts, { account })).posts).toMatchObject([
      { terms: 2, ends_on: '2027-02-10' },
    ]);
  });

  test('is re-appointed only from an end, not after a decision to end it, and not long after', async () => {
    const { account } = await invite('never');
    const endless = await give(account, {});
    await expectRefusal(admin.call(api.reappoint, { id: endless, ends_on: '2027-01-01' }), 'refused');
    await admin.call(api.endPost, {
      id: endless,
      how: 'on_day',
      ends_on: '2026-02-20',
      reason: '本人の希望',
    });
    await expectRefusal(admin.call(api.reappoint, { id: endless, ends_on: '2027-01-01' }), 'refused');
    const old = await give(account, { ...visitorIn('草野'), starts_on: '2025-01-01', ends_on: '2025-12-01' });
    await expectRefusal(admin.call(api.reappoint, { id: old, ends_on: '2027-01-01' }), 'refused');
    const early = await give(account, {
      ...visitorIn('金島'),
      starts_on: '2026-01-01',
      ends_on: '2026-02-28',
    });
    const refused = await expectRefusal(
      admin.call(api.reappoint, { id: early, ends_on: '2026-02-28' }),
      'invalid',
    );
    expect(refused.fields.ends_on).toContain('2026年3月1日');
  });

  test('is stood in for by a post of the same kind, held by somebody else', async () => {
    const { account, browser } = await invite('acting');
    const gatherer = {
      role: 'gatherer' as const,
      body_id: id('body:鳥飼'),
      district_id: id('district:鳥飼'),
    };
    const acting_for = id('post:furukawa');
    const elsewhere = { ...gatherer, body_id: id('body:草野'), district_id: id('district:草野'), acting_for };
    expect((await expectRefusal(give(account, elsewhere), 'invalid')).fields).toHaveProperty('acting_for');
    expect(
      (await expectRefusal(give(id('account:furukawa'), { ...gatherer, acting_for }), 'invalid')).fields,
    ).toHaveProperty('acting_for');
    const post = await give(account, { ...gatherer, acting_for, ends_on: '2026-03-31' });
    await browser.call(api.switchPost, { post });
    const seen = await browser.call(listHouseholds, {});
    expect(seen).toEqual(await town.as('furukawa').call(listHouseholds, {}));
    expect((await admin.call(api.listPosts, { account })).posts).toMatchObject([
      { acting_for: { post: acting_for, name: '古川（見本）' } },
    ]);
  });

  test('of a visitor who is away opens the same round to whoever stands in', async () => {
    const { account, browser } = await invite('round');
    const post = await give(account, { acting_for: id('post:koga'), ends_on: '2026-03-31' });
    await browser.call(api.switchPost, { post });
    const round = (await town.as('koga').call(listHouseholds, {})).households.map(
      (household) => household.id,
    );
    expect(round.length).toBeGreaterThan(0);
    const seen = (await browser.call(listHouseholds, {})).households.map((household) => household.id);
    expect(seen).toEqual(round);
    await admin.call(api.endPost, { id: post, how: 'at_once', reason: '古賀さんが戻ったため' });
    await expectRefusal(browser.call(listHouseholds, {}), 'not_allowed');
    expect(
      (await town.as('koga').call(listHouseholds, {})).households.map((household) => household.id),
    ).toEqual(round);
  });

  test.each([
    ['a visitor without a district', { role: 'visitor', district_id: null }, 'district_id'],
    ['a planner in a district', { role: 'planner', body_id: 'body:地域福祉課' }, 'district_id'],
    ['a visitor of another district’s council', { body_id: 'body:草野' }, 'body_id'],
    ['a commissioner of a district council', { role: 'commissioner' }, 'body_id'],
    ['a term that ends before it begins', { ends_on: '2026-02-01' }, 'ends_on'],
  ] as const)('is not given to %s', async (_, wrong, field) => {
    const { body_id = 'body:鳥飼', ...rest } = wrong as { body_id?: string };
    const refused = await expectRefusal(
      give(id('account:koga'), { ...rest, body_id: id(body_id) }),
      'invalid',
    );
    expect(Object.keys(refused.fields)).toEqual([field]);
  });

  test('is not given twice, to nobody, or for a body that is not there', async () => {
    await expectRefusal(give(id('account:koga'), {}), 'refused');
    await expectRefusal(give(mintId(), {}), 'not_found');
    await expectRefusal(give(id('account:koga'), { body_id: mintId() }), 'not_found');
  });

  test('of the last administrator is not ended', async () => {
    const end = { id: id('post:shiraishi'), how: 'at_once' as const, reason: '異動' };
    expect((await expectRefusal(admin.call(api.endPost, end), 'refused')).message).toContain(
      'システム管理者',
    );
    const { account } = await invite('second-admin');
    const town_wide = { body_id: id('body:情報政策課'), district_id: null };
    const post = await give(account, { ...town_wide, role: 'administrator', ends_on: '2026-02-10' });
    await expectRefusal(admin.call(api.endPost, { ...end, how: 'on_day', ends_on: '2026-02-10' }), 'refused');
    await admin.call(api.endPost, { id: post, how: 'at_once', reason: '取り消し' });
  });
});

describe('two hats on one head', () => {
  let browser: Caller;
  beforeAll(async () => {
    town.clock.now = day('2026-02-02');
    browser = await signIn('tanaka');
  });

  test('are one account, worn one at a time', async () => {
    const me = await browser.call(api.readMe, {});
    expect(me.posts.map((post) => post.role).sort()).toEqual(['commissioner', 'visitor']);
    for (const who of ['tanaka', 'tanaka-visitor']) {
      await browser.call(api.switchPost, { post: id(`post:${who}`) });
      expect((await browser.call(api.readMe, {})).current?.id).toBe(id(`post:${who}`));
    }
    expect((await (await signIn('tanaka')).call(api.readMe, {})).current?.id).toBe(id('post:tanaka-visitor'));
  });

  test('of somebody else cannot be put on', async () => {
    await expectRefusal(browser.call(api.switchPost, { post: id('post:koga') }), 'not_found');
  });
});

describe('a gatherer', () => {
  test('knows the posts of the own district with their names, and no others', async () => {
    const { posts } = await town.as('furukawa').call(api.listPosts, { limit: 200 });
    expect(posts.map((post) => post.account.name)).toContain('古賀（見本）');
    expect(new Set(posts.map((post) => post.district?.name))).toEqual(new Set(['鳥飼']));
    const nothing = await town.as('furukawa').call(api.listPosts, { district: id('district:草野') });
    expect(nothing.posts).toEqual([]);
  });
});

async function signIn(name: string): Promise<Caller> {
  const browser = town.browser();
  await browser.call(api.signIn, { sign_in_name: name, password: samplePassword });
  return browser;
}

function bearer(token: string | null): Caller {
  return town.bearing(token ?? '');
}
