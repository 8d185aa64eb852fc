import type { Planting } from '../planting.ts';
import { closeWish, writeWish } from './api.ts';
import { answerMatch, proposeMatch, recordFulfilment, writeThanks } from './match-api.ts';
import { registerParticipant } from './participant-api.ts';
import { answerStory, draftStory, releaseStory } from './story-api.ts';

const coordinator = 'ogata-coordinator';

/** Two 見本 stories: one that may stand in the report, one that its district may read. */
export async function plantStories({ call, id }: Pick<Planting, 'call' | 'id'>): Promise<void> {
  const at = '2026-01-28T10:00:00+09:00';
  await call(coordinator, at, draftStory, {
    fulfilment_id: id('fulfilment:cooking'),
    id: id('story:cooking'),
    title: '社員食堂が、日曜の台所になった日',
    words:
      '「日曜にだれかと料理がしたい」。②のひとことに、①が昼休みの食堂を貸してくれました。\n②は娘さんとフォーを作り、①の社員も席につきました。次は社員が、母の味の団子汁を教えるそうです。',
  });
  for (const [who, layer, shown_as, heard_how] of [
    ['mihon-works', 'public', '見本製作所（見本）', 'read'],
    ['min', 'report', 'ベトナムから来た親子', 'supporter'],
  ] as const)
    await call(coordinator, at, answerStory, {
      story_id: id('story:cooking'),
      id: id(`story-consent:${who}`),
      participant_id: id(`participant:${who}`),
      version: 1,
      layer,
      shown_as,
      heard_how,
    });
  await call(coordinator, at, releaseStory, {
    story_id: id('story:cooking'),
    id: id('story-release:cooking'),
    layer: 'report',
  });
  await plantDistrictStory({ call, id });
}

/** In 鳥飼 somebody's garden was weeded, and came back as an afternoon of old songs. */
async function plantDistrictStory({ call, id }: Pick<Planting, 'call' | 'id'>): Promise<void> {
  const at = '2025-12-06T10:00:00+09:00';
  const match_id = id('match:garden');
  const fulfilment_id = id('fulfilment:garden');
  const two = [
    { key: 'tane', name: 'タネさん（見本）', kana: 'たね', side: 'wish', words: '庭の草が伸びて困っている' },
    { key: 'jun', name: '淳さん（見本）', kana: 'じゅん', side: 'offer', words: '庭の草取りなら手伝える' },
  ] as const;
  for (const { key, name, kana, side, words } of two) {
    const participant_id = id(`participant:${key}`);
    await call(coordinator, at, registerParticipant, {
      ...{ id: participant_id, name, kana, sort: 'resident', district_id: id('district:鳥飼') },
      reached: '社協の窓口を通して',
    });
    await call(coordinator, at, writeWish, {
      ...{ id: id(`wish:${key}-${side}`), participant_id, side, words, way: 'phone', tags: ['weeding'] },
    });
  }
  await call(coordinator, at, proposeMatch, {
    id: match_id,
    legs: [
      {
        ...{ offer_id: id('wish:jun-offer'), wish_id: id('wish:tane-wish') },
        reasons: ['same_tag', 'same_district'],
      },
    ],
  });
  for (const { key } of two)
    await call(coordinator, at, answerMatch, {
      ...{ match_id, id: id(`answer:garden:${key}`), participant_id: id(`participant:${key}`) },
      answer: 'yes',
    });
  await call(coordinator, '2025-12-14T16:00:00+09:00', recordFulfilment, {
    ...{ match_id, id: fulfilment_id, position: 1, happened_on: '2025-12-13', returned: true },
  });
  await call(coordinator, '2025-12-15T10:00:00+09:00', writeThanks, {
    ...{ agreed_by: '本人', agreed_on: '2025-12-15' },
    ...{ fulfilment_id, id: id('thanks:garden'), tells: 'report' },
    words: '庭が明るくなりました。お茶の時間に、昔の歌をいっしょに歌えたのがうれしかった。',
  });
  for (const { key, side } of two)
    await call(coordinator, '2025-12-15T10:10:00+09:00', closeWish, {
      ...{ id: id(`wish:${key}-${side}`), why: 'fulfilled' },
    });
  await call(coordinator, '2025-12-16T10:00:00+09:00', draftStory, {
    ...{ fulfilment_id, id: id('story:garden'), title: '草取りの庭で、昔の歌を' },
    words:
      '①が②の庭の草を取りました。休みの時間に②が昔の歌をうたうと、①は初めて聞く歌を覚えて帰りました。次の日曜は、②が①に歌を教えます。',
  });
  for (const [who, shown_as] of [
    ['jun', '近くに住む学生'],
    ['tane', 'タネさん'],
  ] as const)
    await call(coordinator, '2025-12-20T10:00:00+09:00', answerStory, {
      ...{ story_id: id('story:garden'), id: id(`story-consent:garden:${who}`), version: 1, layer: 'bodies' },
      ...{ participant_id: id(`participant:${who}`), shown_as, heard_how: 'read_aloud' },
    });
  await call(coordinator, '2025-12-20T11:00:00+09:00', releaseStory, {
    ...{ story_id: id('story:garden'), id: id('story-release:garden'), layer: 'bodies' },
  });
}
