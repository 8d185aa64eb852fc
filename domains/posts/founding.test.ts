import { describe, expect, test } from 'vitest';
import { listDistricts, openDistrict, readTown } from '#domains/districts/api.ts';
import { totpAt } from '#platform/credentials/totp.ts';
import { mintId } from '#platform/uuid.ts';
import { expectRefusal, openTown } from '../../test/town.ts';
import * as api from './api.ts';
import { samplePassword } from './fixtures.ts';
import { operatorAccount, operatorPost } from './model.ts';

const town = await openTown('cast');
const empty = await openTown('empty');
const admin = town.as('shiraishi');
const password = 'かき みかん くり なし';

describe('a new town', () => {
  const founding = {
    code: '402036',
    name: '久留米市',
    body_id: mintId(),
    account_id: mintId(),
    post_id: mintId(),
    body: { name: '情報政策課', kana: 'じょうほうせいさくか' },
    administrator: {
      sign_in_name: 'first',
      name: '見本 一郎',
      kana: 'みほん いちろう',
      password,
    },
  };

  test('is founded once, by whoever comes first, even when two come at once', async () => {
    expect(await empty.anonymous.call(readTown, {})).toMatchObject({ town: null });
    expect((await empty.anonymous.call(api.readMe, {})).town.empty).toBe(true);
    const wrong = await expectRefusal(
      empty.anonymous.call(api.foundTown, { ...founding, code: '402037' }),
      'invalid',
    );
    expect(wrong.fields).toHaveProperty('code');
    const weak = { ...founding, administrator: { ...founding.administrator, password: 'short' } };
    expect((await expectRefusal(empty.anonymous.call(api.foundTown, weak), 'invalid')).fields).toHaveProperty(
      'administrator.password',
    );
    const other = {
      ...founding,
      body_id: mintId(),
      account_id: mintId(),
      post_id: mintId(),
      administrator: { ...founding.administrator, sign_in_name: 'second' },
    };
    const outcomes = await Promise.allSettled(
      [founding, other].map((f) => empty.anonymous.call(api.foundTown, f)),
    );
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    const rows = await empty.look(
      'select (select count(*)::int from towns) as towns, (select count(*)::int from accounts) as accounts, (select count(*)::int from lawful_bases) > 0 as bases',
    );
    expect(rows).toEqual([{ towns: 1, accounts: 2, bases: true }]);
    await expectRefusal(empty.anonymous.call(api.foundTown, founding), 'refused');
    expect(await empty.look('select role from posts where id = $1', [operatorPost])).toEqual([
      { role: 'operator' },
    ]);
  });

  test('has a first administrator who sets up a second factor and then opens districts', async () => {
    const sign_in_name =
      (
        await empty.look<{ sign_in_name: string }>(
          "select sign_in_name from accounts where sign_in_name <> 'operator'",
        )
      )[0]?.sign_in_name ?? '';
    const browser = empty.browser();
    await browser.call(api.signIn, { sign_in_name, password });
    const district = {
      id: mintId(),
      code: '01',
      name: '合川',
      kana: 'あいかわ',
      area: '旧久留米',
      sort: 1,
      starts_on: '2026-02-02',
    };
    await expectRefusal(browser.call(openDistrict, district), 'second_factor_needed');
    const { secret_text } = await browser.call(api.beginTotp, {});
    await browser.call(api.confirmTotp, { code: totpAt(secret_text ?? '') });
    await browser.call(openDistrict, district);
    await expectRefusal(browser.call(openDistrict, { ...district, id: mintId() }), 'refused');
    await browser.call(api.addBody, {
      id: mintId(),
      kind: 'district_council',
      name: '合川校区社会福祉協議会',
      kana: 'あいかわ',
      district_id: district.id,
    });
    await expectRefusal(
      browser.call(api.addBody, {
        id: mintId(),
        kind: 'council',
        name: '社協',
        kana: 'しゃきょう',
        district_id: district.id,
      }),
      'invalid',
    );
    expect((await empty.anonymous.call(listDistricts, {})).districts).toMatchObject([{ name: '合川' }]);
  });

  test('lets nobody sign in as the operator of its terminal', async () => {
    for (const typed of ['', 'operator', samplePassword]) {
      await expectRefusal(
        town.anonymous.call(api.signIn, { sign_in_name: 'operator', password: typed }),
        'invalid',
      );
    }
    await expectRefusal(admin.call(api.renewInvitation, { id: operatorAccount }), 'not_found');
  });
});
