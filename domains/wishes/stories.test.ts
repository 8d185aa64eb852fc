import { describe, expect, test } from 'vitest';
import { printEvaluation, readEvaluation } from '#domains/reports/api.ts';
import { mintId } from '#platform/uuid.ts';
import { bytesOf, readPdf } from '#test/paper.ts';
import { expectRefusal, openTown } from '#test/town.ts';
import {
  answerMatch,
  proposeMatch,
  recordFulfilment,
  registerParticipant,
  writeThanks,
  writeWish,
} from './api.ts';
import * as api from './story-api.ts';
import { printTogether, readTogether } from './together-api.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const torikai = town.id('district:鳥飼');

/** Something that came true between two in 鳥飼, and the draft of its story. */
async function draft(title = '見本の題', words = '①が②に見本を渡した') {
  const [giver, receiver] = [mintId(), mintId()];
  for (const [id, name] of [
    [giver, '見本 あげる'],
    [receiver, '見本 もらう'],
  ] as const)
    await ogata.call(registerParticipant, {
      ...{ id, name, kana: 'みほん', sort: 'resident', district_id: torikai },
    });
  const [offer_id, wish_id, match_id, fulfilment_id, id] = Array.from({ length: 5 }, mintId) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const said = { words: '見本', way: 'self' } as const;
  await ogata.call(writeWish, { ...said, id: offer_id, participant_id: giver, side: 'offer' });
  await ogata.call(writeWish, { ...said, id: wish_id, participant_id: receiver, side: 'wish' });
  await ogata.call(proposeMatch, { id: match_id, legs: [{ offer_id, wish_id }] });
  for (const participant_id of [giver, receiver])
    await ogata.call(answerMatch, { match_id, id: mintId(), participant_id, answer: 'yes' });
  const happened = { match_id, id: fulfilment_id, position: 1, happened_on: '2026-02-01' };
  await ogata.call(recordFulfilment, { ...happened, returned: true });
  await ogata.call(api.draftStory, { fulfilment_id, id, title, words });
  const answer = (participant_id: string, layer: 'sides' | 'bodies' | 'report' | 'public', version = 1) =>
    ogata.call(api.answerStory, {
      ...{ story_id: id, id: mintId(), participant_id, version, layer },
      ...{ shown_as: participant_id === giver ? '近くの人' : 'もらった人', heard_how: 'read' },
    });
  const release = (layer: 'sides' | 'bodies' | 'report' | 'public') =>
    ogata.call(api.releaseStory, { story_id: id, id: mintId(), layer });
  return { id, giver, receiver, fulfilment_id, answer, release };
}

const told = async (who: string) =>
  (await town.as(who).call(api.listToldStories, {})).stories.map(({ title }) => title);
const onPaper = async (who = 'noda') =>
  JSON.stringify((await town.as(who).call(readEvaluation, { plan: 'kurume-1' })).paper);

describe('a story', () => {
  test('goes as far as the one who lets it go least far, and is read under the names each chose', async () => {
    const { id, giver, receiver, answer, release } = await draft('見本の段々');
    await answer(giver, 'public');
    await expectRefusal(release('bodies'), 'refused');
    await answer(receiver, 'bodies');
    await expectRefusal(release('report'), 'refused');
    await release('bodies');
    // The district's own and those of the whole town; a post of another district is told nothing.
    expect(await told('furukawa')).toContain('見本の段々');
    expect(await told('koga')).toContain('見本の段々');
    expect(await told('kusano-lead')).not.toContain('見本の段々');
    expect(await onPaper()).not.toContain('見本の段々');
    const { stories } = await town.as('koga').call(api.listToldStories, { district: torikai });
    const read = stories.find((one) => one.id === id);
    expect(read?.words).toBe('近くの人がもらった人に見本を渡した');
    expect(JSON.stringify(stories)).not.toContain(giver);
    await answer(receiver, 'report');
    await release('report');
    expect(await told('kusano-lead')).toContain('見本の段々');
    expect(await onPaper()).toContain('近くの人がもらった人に見本を渡した');
  });

  test('is gone from what is printed from the moment one of them takes it back, without a reason', async () => {
    const { id, giver, receiver, answer, release } = await draft('見本の撤回');
    for (const who of [giver, receiver]) await answer(who, 'report');
    await release('report');
    const print = async () =>
      readPdf(bytesOf(await town.as('tsutsumi').call(printEvaluation, { plan: 'kurume-1', format: 'pdf' })));
    expect(await print()).toContain('見本の撤回');
    await ogata.call(api.withdrawFromStory, { story_id: id, id: mintId(), participant_id: receiver });
    expect(await print()).not.toContain('見本の撤回');
    expect(await told('tsutsumi')).not.toContain('見本の撤回');
    const { people, layer } = await ogata.call(api.readStory, { id });
    expect([layer, people.map(({ taken_back }) => taken_back)]).toEqual([null, [false, true]]);
    // Who changes their mind once more is asked once more.
    await answer(receiver, 'report');
    expect(await print()).toContain('見本の撤回');
    await ogata.call(api.takeBackStory, { story_id: id, id: mintId() });
    expect(await print()).not.toContain('見本の撤回');
  });

  test('in other words is another reading: nobody has agreed to those yet', async () => {
    const { id, giver, receiver, answer, release } = await draft('見本の書き直し');
    for (const who of [giver, receiver]) await answer(who, 'report');
    await release('report');
    const other = { id, version: 1, title: '見本の書き直し 二', words: '①と②' };
    await expectRefusal(ogata.call(api.rewriteStory, { ...other, words: '③が来た' }), 'invalid');
    await ogata.call(api.rewriteStory, other);
    await expectRefusal(ogata.call(api.rewriteStory, other), 'refused');
    expect((await told('tsutsumi')).filter((title) => title.startsWith('見本の書き直し'))).toEqual([]);
    await expectRefusal(answer(giver, 'report', 1), 'refused');
    for (const who of [giver, receiver]) await answer(who, 'report', 2);
    await release('report');
    expect(await told('tsutsumi')).toContain('見本の書き直し 二');
  });

  test('is the coordinators’ own until it is released', async () => {
    const { id, giver, receiver, answer } = await draft('見本の下書き');
    for (const who of [giver, receiver]) await answer(who, 'public');
    for (const who of ['tsutsumi', 'koga', 'noda', 'nakajima'])
      expect(await told(who)).not.toContain('見本の下書き');
    await expectRefusal(town.as('tsutsumi').call(api.readStory, { id }), 'not_allowed');
    await expectRefusal(
      ogata.call(api.answerStory, {
        ...{ story_id: id, id: mintId(), participant_id: mintId(), version: 1, layer: 'report' },
        ...{ shown_as: '見本', heard_how: 'read' },
      }),
      'invalid',
    );
  });
});

describe('what a district did for one another', () => {
  test('is counted by month for its posts, with the thanks that may be told, and on paper', async () => {
    const before = await town.as('koga').call(readTogether, {});
    const { fulfilment_id, giver } = await draft();
    await ogata.call(writeThanks, {
      ...{ agreed_by: '見本', agreed_on: '2026-02-01' },
      fulfilment_id,
      id: mintId(),
      words: '見本のお礼一',
      tells: 'report',
    });
    await ogata.call(writeThanks, {
      ...{ agreed_by: '見本', agreed_on: '2026-02-01' },
      fulfilment_id,
      id: mintId(),
      words: '見本のお礼二',
      tells: 'them',
    });
    for (const who of ['koga', 'furukawa', 'tanaka-visitor']) {
      const now = await town.as(who).call(readTogether, {});
      expect([now.times - before.times, now.returned - before.returned]).toEqual([1, 1]);
      expect(now.thanks.map(({ words }) => words)).toContain('見本のお礼一');
      expect(now.thanks.map(({ words }) => words)).not.toContain('見本のお礼二');
      expect(JSON.stringify(now)).not.toContain(giver);
    }
    const paper = await town.as('koga').call(printTogether, { format: 'pdf' });
    expect(readPdf(bytesOf(paper))).toContain('見本のお礼一');
  });

  test('is not another district’s, and a post of the whole town chooses one', async () => {
    const elsewhere = await town.as('kusano-lead').call(readTogether, { district: torikai });
    expect(elsewhere).toMatchObject({ district: null, times: 0, thanks: [], stories: [] });
    await expectRefusal(town.as('kusano-lead').call(printTogether, { district: torikai }), 'not_found');
    expect((await town.as('tsutsumi').call(readTogether, {})).district).toBeNull();
    expect((await town.as('tsutsumi').call(readTogether, { district: torikai })).district?.name).toBe('鳥飼');
  });
});
