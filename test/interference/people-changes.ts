import { carryOutTransfer, decideRenewal, givePost, inviteAccount } from '#domains/posts/api.ts';
import { handOver } from '#domains/visits/handover-api.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** The term that is decided in both towns' future: the same day as the sample's commissioner. */
const ends_on = '2028-11-30';

/** People come and go where a post may not see it. */
export function listPeopleChanges(n = 0): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  return [
    {
      name: 'a file ends a post of a window and gives another one',
      seenBy: ['shiraishi', 'shiraishi-audit', 'eguchi', 'eguchi-coordinator'],
      make: async (town) => {
        const rows = [
          '異動,サインイン名,氏名,ふりがな,団体,役割,校区,開始日,終了日,理由',
          '終了,eguchi,江口（見本）,えぐち,久留米市社会福祉協議会,相談員,,2024-04-01,2026-03-31,異動',
          `開始,mihon-file-${n},見本 異動${n},みほん いどう,久留米市社会福祉協議会,相談員,,2026-04-01,,`,
        ];
        await town.as('shiraishi').call(carryOutTransfer, {
          id: id(town, 'hidden-transfer'),
          file: { name: `異動${n}.csv`, base64: Buffer.from(rows.join('\r\n')).toString('base64') },
        });
      },
    },
    {
      name: 'a seat of another district falls vacant',
      // The district, and whoever names to whom something is provided.
      seenBy: [
        ...['shiraishi', 'shiraishi-audit', 'kusano-lead', 'ogata'],
        ...['nakajima', 'nakano', 'nagata', 'eguchi', 'eguchi-coordinator', 'kakihara', 'mori'],
      ],
      make: async (town) => {
        const [account, post] = [id(town, 'vacant-account'), id(town, 'vacant-post')];
        const admin = town.as('shiraishi');
        await admin.call(inviteAccount, {
          id: account,
          sign_in_name: `mihon-vacant-${n}`,
          name: `見本 欠員${n}`,
          kana: 'みほん けついん',
        });
        await admin.call(givePost, {
          id: post,
          account_id: account,
          role: 'visitor',
          body_id: town.id('body:草野'),
          district_id: town.id('district:草野'),
          starts_on: '2024-04-01',
          ends_on,
        });
        await admin.call(decideRenewal, {
          role: 'visitor',
          ends_on,
          next_ends_on: '2030-11-30',
          decisions: [{ post_id: post, decision: 'vacant' }],
        });
      },
    },
    {
      name: 'another district’s visitor hands over',
      seenBy: ['sakai', 'kusano-lead', 'ogata'],
      about: async (town) => town.id('post:sakai'),
      make: async (town) => {
        await town.as('sakai').call(handOver, {
          id: id(town, 'hidden-handover'),
          post_id: town.id('post:sakai'),
          words: `見本のことば ${n}`,
        });
      },
    },
  ];
}
