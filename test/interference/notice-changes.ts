import { operations } from '#domains/index.ts';
import { askForNotices, confirmSubscription, writeNotice, writeNoticeText } from '#domains/notices/api.ts';
import { openChannels } from '#domains/notices/channels.ts';
import { tokenOf } from '#domains/notices/token.ts';
import type { Operation } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { mintId } from '#platform/uuid.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

const letterbox = { kind: 'system', name: 'letterbox' } as const;

/** A draft is its body's; addresses that want to hear of notices are counted, and read by nobody. */
export function listNoticeChanges(n: number): Change[] {
  const id = (town: Town, name: string) => town.id(`${name}:${n}`);
  return [
    {
      name: 'a section writes a notice that is not published yet',
      seenBy: ['akiyama'],
      about: async (town) => town.id('notice:workshop'),
      make: async (town) => {
        const notice_id = id(town, 'hidden-notice');
        const akiyama = town.as('akiyama');
        await akiyama.call(writeNotice, {
          ...{ id: notice_id, title: `かくれたお知らせ ${n}`, words: '見本の文。', themes: ['help'] },
          shown_from: '2026-02-02',
        });
        await akiyama.call(writeNoticeText, {
          ...{ notice_id, language: 'ja-easy', version: 0, title: `かくれた ${n}`, words: '見本の 文。' },
        });
      },
    },
    {
      name: 'somebody asks to hear of notices, and says yes',
      // Whoever writes notices reads how many there are; nobody reads whom.
      seenBy: ['akiyama', 'hara', 'ogata', 'ogata-coordinator'],
      make: async (town) => {
        const ask = async (declared: Operation, input: object) => {
          const bound = operations.find((one) => one.declared === declared);
          if (bound) await perform(town.database, bound, letterbox, input, mintId());
        };
        const asked = { id: id(town, 'hidden-subscription'), address: `kakure${n}@example.jp` };
        openChannels({ mail: { server: 'smtp://127.0.0.1:1', from: 'a@example.jp' }, line: null });
        await ask(askForNotices, { ...asked, language: 'vi', district_ids: [], themes: [] });
        openChannels({ mail: null, line: null });
        await ask(confirmSubscription, { proof: tokenOf(asked.id) });
      },
    },
  ];
}
