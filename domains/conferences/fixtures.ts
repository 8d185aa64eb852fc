import type { Planting } from '../planting.ts';
import * as api from './api.ts';
import { idOfKind } from './kinds.ts';
import { secrecyText } from './model.ts';

/**
 * One sitting of January: a 支援会議 about somebody whom nobody may name, held a fortnight ago, with two seats, a paper, minutes
 * and a role sheet that stands.
 */
export async function plantConferences(planting: Planting): Promise<void> {
  const { call, id } = planting;
  const [sitting, item] = [id('conference:sample'), id('conference-item:sample')];
  const [coordinator, centre] = [id('conference-seat:eguchi'), id('conference-seat:nagata')];
  await call('kakihara', '2026-01-13T10:00:00+09:00', api.callConference, {
    id: sitting,
    held_on: '2026-01-27',
    starts_at: '14:00',
    place: '市役所 3階 小会議室（見本）',
  });
  await call('kakihara', '2026-01-13T10:05:00+09:00', api.addAgendaItem, {
    id: item,
    conference_id: sitting,
    kind_id: idOfKind('support'),
    title: '校区の若い方と家族の見守り（見本）',
    words: '家族から地区の集まりで話があった。本人には会えていない。関わり方と、見守りの分担を話し合いたい。',
  });
  await call('kakihara', '2026-01-13T10:10:00+09:00', api.inviteToItem, {
    item_id: item,
    seats: [
      { id: coordinator, post_id: id('post:eguchi-coordinator') },
      { id: centre, post_id: id('post:nagata') },
    ],
  });
  for (const [who, seat_id] of [
    ['eguchi-coordinator', coordinator],
    ['nagata', centre],
  ] as const)
    await call(who, '2026-01-14T09:00:00+09:00', api.confirmSecrecy, {
      id: id(`secrecy:${who}`),
      seat_id,
      text_version: secrecyText.version,
      understood: true,
    });
  await call('nagata', '2026-01-19T11:00:00+09:00', api.bringPaper, {
    id: id('conference-paper:sample'),
    item_id: item,
    title: '家庭の様子（見本）',
    words: '週に一度、家族の介護のことで訪ねている。夜は部屋に明かりがついている。',
  });
  await call('kakihara', '2026-01-27T16:00:00+09:00', api.holdItem, {
    id: item,
    held_on: '2026-01-27',
    present: [coordinator, centre],
    next_on: '2026-03-10',
  });
  await call('kakihara', '2026-01-27T16:20:00+09:00', api.writeMinutes, {
    item_id: item,
    id: id('conference-minutes:sample'),
    version: 0,
    words: '本人には急がず、家族との関わりを続ける。得意なことから声をかけられないかを、次に持ち寄る。',
  });
  await call('kakihara', '2026-01-27T16:30:00+09:00', api.writeRoleLine, {
    id: id('role-line:sample'),
    item_id: item,
    seat_id: centre,
    watches: '訪ねたときに、家族のようすと部屋の明かりを見る',
    tells: '地域福祉課（柿原）',
    until: '2026-06-30',
  });
}
