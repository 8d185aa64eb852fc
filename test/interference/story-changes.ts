import {
  answerMatch,
  proposeMatch,
  recordFulfilment,
  registerParticipant,
  writeThanks,
  writeWish,
} from '#domains/wishes/api.ts';
import { answerStory, draftStory, releaseStory } from '#domains/wishes/story-api.ts';
import type { StoryLayer } from '#domains/wishes/story-model.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** What a story goes to, and what a district did for one another, is told there and nowhere else. */
export function listStoryChanges(n: number): Change[] {
  return [
    {
      name: 'a story is written and everybody in it lets it go to anybody, and it is not released',
      seenBy: ['ogata-coordinator'],
      about: async (town) => town.id('fulfilment:garden'),
      make: async (town) => {
        const story = await draftOf(town, n, town.id('fulfilment:cooking'));
        for (const who of ['mihon-works', 'min'])
          await letGo(town, n, story, town.id(`participant:${who}`), 'public');
      },
    },
    {
      name: 'something comes true in another district, with thanks and a story for its bodies',
      // The coordinators, the district itself, and whoever has a post of the whole town.
      seenBy: [
        ...['ogata-coordinator', 'kusano-lead', 'sakai', 'yoshida', 'ogata', 'tsutsumi', 'noda', 'shiraishi'],
        ...['shiraishi-audit', 'nakajima', 'nakano', 'nagata', 'eguchi', 'eguchi-coordinator', 'mori'],
        ...['kakihara', 'akiyama'],
      ],
      about: async (town) => town.id('district:草野'),
      make: async (town) => {
        const { fulfilment_id, people } = await comeTrue(town, n);
        await town.as('ogata-coordinator').call(writeThanks, {
          ...{ agreed_by: '見本', agreed_on: '2026-02-01' },
          fulfilment_id,
          id: town.id(`told-thanks:${n}`),
          words: `かくれたお礼 ${n}`,
          tells: 'report',
        });
        const story = await draftOf(town, n, fulfilment_id);
        for (const who of people) await letGo(town, n, story, who, 'bodies');
        await release(town, n, story, 'bodies');
      },
    },
  ];
}

/** A story whose id both towns know, so that its public page can be asked for before it is there. */
export const hiddenStory = (town: Town, n: number) => town.id(`hidden-story:${n}`);

async function draftOf(town: Town, n: number, fulfilment_id: string): Promise<string> {
  const id = hiddenStory(town, n);
  await town.as('ogata-coordinator').call(draftStory, {
    ...{ fulfilment_id, id, title: `かくれた事例 ${n}`, words: '①が②に見本を渡した' },
  });
  return id;
}

function letGo(town: Town, n: number, story_id: string, participant_id: string, layer: StoryLayer) {
  return town.as('ogata-coordinator').call(answerStory, {
    ...{
      story_id,
      id: town.id(`letting-go:${n}:${participant_id}:${layer}`),
      participant_id,
      version: 1,
      layer,
    },
    ...{ shown_as: `かくれた人 ${n}`, heard_how: 'read' },
  });
}

function release(town: Town, n: number, story_id: string, layer: StoryLayer) {
  return town
    .as('ogata-coordinator')
    .call(releaseStory, { story_id, id: town.id(`hidden-release:${n}:${layer}`), layer });
}

/** Two in 草野, an offer that answers a wish, and the day on which it happened. */
async function comeTrue(town: Town, n: number): Promise<{ fulfilment_id: string; people: string[] }> {
  const ogata = town.as('ogata-coordinator');
  const id = (name: string) => town.id(`${name}:${n}`);
  const people = [id('hidden-giver'), id('hidden-receiver')] as [string, string];
  const [offer_id, wish_id, match_id, fulfilment_id] = [
    ...[id('hidden-offer'), id('hidden-wish'), id('hidden-match'), id('hidden-fulfilment')],
  ] as [string, string, string, string];
  const who = { name: `見本 かくれ${n}`, kana: 'みほん', sort: 'resident' } as const;
  for (const one of people)
    await ogata.call(registerParticipant, { ...who, id: one, district_id: town.id('district:草野') });
  const said = { words: `かくれた願い ${n}`, way: 'phone' } as const;
  await ogata.call(writeWish, { ...said, id: offer_id, participant_id: people[0], side: 'offer' });
  await ogata.call(writeWish, { ...said, id: wish_id, participant_id: people[1], side: 'wish' });
  await ogata.call(proposeMatch, { id: match_id, legs: [{ offer_id, wish_id }] });
  for (const participant_id of people)
    await ogata.call(answerMatch, {
      ...{ match_id, id: town.id(`hidden-yes:${n}:${participant_id}`), participant_id, answer: 'yes' },
    });
  const happened = { match_id, id: fulfilment_id, position: 1, happened_on: '2026-02-01' };
  await ogata.call(recordFulfilment, { ...happened, returned: true });
  return { fulfilment_id, people };
}
