import { sampleDistricts } from '../districts/fixtures.ts';
import type { Planting } from '../planting.ts';
import * as api from './api.ts';
import type { BodyKind } from './bodies.ts';
import { type Role, rolesWithSecondFactor } from './model.ts';
import { sampleAuthenticator, samplePassword } from './sample.ts';

export { sampleAuthenticator, samplePassword };

interface Body {
  readonly key: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly kana: string;
}

const bodies: readonly Body[] = [
  { key: '地域福祉課', kind: 'city_section', name: '久留米市 地域福祉課', kana: 'くるめし ちいきふくしか' },
  {
    key: '社協',
    kind: 'council',
    name: '久留米市社会福祉協議会',
    kana: 'くるめししゃかいふくしきょうぎかい',
  },
  {
    key: '生活自立支援センター',
    kind: 'window',
    name: '生活自立支援センター',
    kana: 'せいかつじりつしえんせんたー',
  },
  {
    key: '地域包括支援センター',
    kind: 'window',
    name: '地域包括支援センター（見本）',
    kana: 'ちいきほうかつしえんせんたー みほん',
  },
  {
    key: '民児協',
    kind: 'commissioner_council',
    name: '久留米市民生委員児童委員協議会',
    kana: 'くるめしみんせいいいんじどういいんきょうぎかい',
  },
];

/** Sections that own projects, all invented. */
export const sampleSections: readonly Body[] = [
  ['つながり支援課', 'つながりしえんか'],
  ['いきいき長寿課', 'いきいきちょうじゅか'],
  ['くらし相談課', 'くらしそうだんか'],
  ['こども応援課', 'こどもおうえんか'],
  ['まちの防災課', 'まちのぼうさいか'],
  ['協働まなび課', 'きょうどうまなびか'],
].map(([name = '', kana = '']) => ({
  key: name,
  kind: 'city_section',
  name: `久留米市 ${name}（見本）`,
  kana: `くるめし ${kana} みほん`,
}));

interface Held {
  /** The cast's key of the post. */
  readonly who: string;
  readonly role: Role;
  /** The key of the body. */
  readonly body: string;
  readonly district?: string;
  readonly until?: string;
}

interface Member {
  readonly signInName: string;
  readonly name: string;
  readonly kana: string;
  readonly posts: readonly Held[];
}

/** The invented people of the sample town (people.md), and a second set in 草野 for what 鳥飼 must not see. */
const cast: readonly Member[] = [
  member('koga', '古賀', 'こが', { role: 'visitor', body: '鳥飼', district: '鳥飼' }),
  member('furukawa', '古川', 'ふるかわ', { role: 'gatherer', body: '鳥飼', district: '鳥飼' }),
  member(
    'tanaka',
    '田中',
    'たなか',
    { role: 'commissioner', body: '民児協', district: '鳥飼', until: '2025-11-30' },
    { who: 'tanaka-visitor', role: 'visitor', body: '鳥飼', district: '鳥飼' },
  ),
  member('matsuo', '松尾', 'まつお', { role: 'commissioner', body: '民児協', district: '鳥飼' }),
  member('ishii', '石井', 'いしい', { role: 'commissioner', body: '民児協', district: '鳥飼' }),
  member('hirata', '平田', 'ひらた', { role: 'commissioner', body: '民児協', district: '鳥飼' }),
  member('yoshida', '吉田', 'よしだ', { role: 'commissioner', body: '民児協', district: '草野' }),
  member(
    'ogata',
    '緒方',
    'おがた',
    { role: 'council_officer', body: '社協' },
    { who: 'ogata-coordinator', role: 'community_coordinator', body: '社協' },
  ),
  member('nakajima', '中島', 'なかじま', { role: 'intake_worker', body: '生活自立支援センター' }),
  member('nakano', '中野', 'なかの', { role: 'records_officer', body: '生活自立支援センター' }),
  member('nagata', '永田', 'ながた', { role: 'intake_worker', body: '地域包括支援センター' }),
  member(
    'eguchi',
    '江口',
    'えぐち',
    { who: 'eguchi-coordinator', role: 'case_coordinator', body: '社協' },
    { role: 'intake_worker', body: '社協' },
  ),
  member('mori', '森', 'もり', { role: 'records_officer', body: '社協' }),
  member('kakihara', '柿原', 'かきはら', { role: 'convener', body: '地域福祉課' }),
  member('tsutsumi', '堤', 'つつみ', { role: 'planner', body: '地域福祉課' }),
  member('akiyama', '秋山', 'あきやま', { role: 'section_worker', body: 'つながり支援課' }),
  member(
    'noda',
    '野田',
    'のだ',
    { role: 'evaluator', body: '地域福祉課' },
    { who: 'noda-chair', role: 'board_chair', body: '鳥飼', district: '鳥飼' },
  ),
  member('sakai', '坂井', 'さかい', { role: 'visitor', body: '草野', district: '草野' }),
  member('hara', '原', 'はら', { role: 'place_host', body: '社協', district: '鳥飼' }),
  member('kusano-lead', '樋口', 'ひぐち', { role: 'gatherer', body: '草野', district: '草野' }),
];

/** Whom one can sign in as in the sample town, the 44 other gatherers left out. */
export function listSampleCast(): { signInName: string; name: string; roles: Role[] }[] {
  const roles: Role[] = ['administrator', 'auditor'];
  return [
    ...cast.map(({ signInName, name, posts }) => ({
      signInName,
      name,
      roles: posts.map(({ role }) => role),
    })),
    { signInName: 'shiraishi', name: '白石（見本）', roles },
  ];
}

const gatherers: Record<string, string> = { 鳥飼: 'furukawa', 草野: 'kusano-lead' };

/** The key of the post that hands in a district's tally sheets. */
export function gathererOf(district: string): string {
  return gatherers[district] ?? `gatherer:${district}`;
}

const firstDay = '2024-04-01';

/** The town is founded by its first administrator, 白石, who also audits it under a post of its own. */
export async function plantTown(planting: Planting): Promise<void> {
  const { id } = planting;
  const section = { name: '久留米市 情報政策課', kana: 'くるめし じょうほうせいさくか' };
  await planting.call('founder', `${firstDay}T09:00:00+09:00`, api.foundTown, {
    code: '402036',
    name: '久留米市',
    sample_day: '2026-02-02',
    body_id: id('body:情報政策課'),
    account_id: id('account:shiraishi'),
    post_id: id('post:shiraishi'),
    body: section,
    administrator: {
      sign_in_name: 'shiraishi',
      name: '白石（見本）',
      kana: 'しらいし',
      password: samplePassword,
      authenticator: sampleAuthenticator,
    },
  });
}

/** Bodies, people and posts, given by 白石. Every district has somebody who hands in its sheets. */
export async function plantPosts(planting: Planting): Promise<void> {
  await plantBodies(planting);
  const audit: Held = { who: 'shiraishi-audit', role: 'auditor', body: '情報政策課' };
  await givePost(planting, 'account:shiraishi', audit);
  for (const person of [...cast, ...otherGatherers()]) await plantMember(planting, person);
  await planting.call('shiraishi', '2025-11-10T10:00:00+09:00', api.reappoint, {
    id: planting.id('post:tanaka'),
    ends_on: '2028-11-30',
  });
}

async function plantBodies({ call, id }: Planting): Promise<void> {
  const at = `${firstDay}T09:20:00+09:00`;
  for (const [i, { key, ...body }] of [...bodies, ...sampleSections].entries()) {
    await call('shiraishi', at, api.addBody, { ...body, id: id(`body:${key}`), sort: i + 1 });
  }
  for (const district of sampleDistricts) {
    await call('shiraishi', at, api.addBody, {
      id: id(`body:${district.name}`),
      kind: 'district_council',
      name: `${district.name}校区社会福祉協議会`,
      kana: `${district.kana}こうくしゃかいふくしきょうぎかい`,
      district_id: id(`district:${district.name}`),
      sort: 100 + district.sort,
    });
  }
}

async function plantMember(planting: Planting, { signInName, name, kana, posts }: Member): Promise<void> {
  const own = posts.find(({ who }) => who === signInName) ?? posts[0];
  const account = `account:${own?.who}`;
  const at = `${firstDay}T09:30:00+09:00`;
  const staff = posts.some(({ role }) => rolesWithSecondFactor.includes(role));
  const { secret_code } = await planting.call('shiraishi', at, api.inviteAccount, {
    id: planting.id(account),
    sign_in_name: signInName,
    name,
    kana,
    authenticator: staff ? sampleAuthenticator : null,
  });
  for (const [i, held] of posts.entries()) await givePost(planting, account, held, i);
  const accepted = { code: secret_code ?? '', password: samplePassword };
  await planting.call('founder', `${firstDay}T12:00:00+09:00`, api.acceptInvitation, accepted);
}

/** Who signs in wears the hat that was given first. */
async function givePost({ call, id }: Planting, account: string, held: Held, nth = 0): Promise<void> {
  await call('shiraishi', `${firstDay}T09:4${nth}:00+09:00`, api.givePost, {
    id: id(`post:${held.who}`),
    account_id: id(account),
    role: held.role,
    body_id: id(`body:${held.body}`),
    district_id: held.district ? id(`district:${held.district}`) : null,
    starts_on: firstDay,
    ends_on: held.until ?? null,
  });
}

function otherGatherers(): Member[] {
  return sampleDistricts
    .filter(({ name }) => !(name in gatherers))
    .map(({ name, kana, code }) => ({
      signInName: `matome-${code}`,
      name: `${name} まとめ役（見本）`,
      kana: `${kana} まとめやく`,
      posts: [{ who: gathererOf(name), role: 'gatherer', body: name, district: name }],
    }));
}

function member(
  who: string,
  surname: string,
  kana: string,
  ...posts: (Omit<Held, 'who'> & { who?: string })[]
): Member {
  return {
    signInName: who,
    name: `${surname}（見本）`,
    kana,
    posts: posts.map((post) => ({ who, ...post })),
  };
}
