import { describe, expect, test } from 'vitest';
import {
  answerStory,
  releaseStory,
  rewriteStory,
  takeBackStory,
  withdrawFromStory,
} from '#domains/wishes/story-api.ts';
import type { StoryLayer } from '#domains/wishes/story-model.ts';
import { mintId } from '#platform/uuid.ts';
import { collectPublicAnswers } from '#test/interference/public-pages.ts';
import { openTown } from '#test/town.ts';

const town = await openTown('cast');
const ogata = town.as('ogata-coordinator');
const story_id = town.id('story:cooking');
const [works, min] = [town.id('participant:mihon-works'), town.id('participant:min')];
const callings = { [works]: '見本製作所（見本）', [min]: 'ベトナムから来た親子' };
const title = '社員食堂が、日曜の台所になった日';

/** Each thing is done a second after the other, as hands do it. */
function soon() {
  town.clock.now = new Date(town.clock.now.getTime() + 1000);
  return { id: mintId(), story_id };
}
const answer = (participant_id: string, layer: StoryLayer, version = 1) =>
  ogata.call(answerStory, {
    ...{ ...soon(), participant_id, version, layer, shown_as: callings[participant_id] ?? '' },
    heard_how: 'read',
  });
const release = (layer: StoryLayer) => ogata.call(releaseStory, { ...soon(), layer });
const list = async () => (await town.app.request('/stories-published')).text();
const one = (id = story_id) => town.app.request(`/stories-published/${id}`);
async function publish(version = 1) {
  for (const who of [works, min]) await answer(who, 'public', version);
  await release('public');
}

describe('the page of stories that anybody may open', () => {
  test('shows what everybody in it lets go to anybody, under the names each chose, without day or district', async () => {
    expect(await list()).toContain('載せている事例は、まだありません。');
    await answer(min, 'public');
    // Released as far as the report: nobody lets it out any further by agreeing.
    expect(await list()).not.toContain(title);
    await release('public');
    expect(await list()).toContain(title);
    const response = await one();
    const page = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(page).toContain('ベトナムから来た親子のひとことに、見本製作所（見本）が');
    expect(page).toContain('2026年1月のこと');
    for (const hidden of ['①', '<script', works, min, '25日', '2026-01-25'])
      expect(page).not.toContain(hidden);
    expect(page.length).toBeLessThan(2500);
  });

  test('says the same of a story that is taken back, of one that is for others, and of none', async () => {
    await publish();
    const before = await collectPublicAnswers(town);
    await ogata.call(withdrawFromStory, { ...soon(), participant_id: min });
    expect(await list()).not.toContain(title);
    const gone = await Promise.all(
      [story_id, town.id('story:garden'), mintId(), 'x'].map(async (id) => {
        const response = await one(id);
        return [response.status, await response.text()];
      }),
    );
    expect(new Set(gone.map(String)).size).toBe(1);
    expect(gone[0]?.[0]).toBe(404);
    await publish();
    expect(await collectPublicAnswers(town)).toEqual(before);
    await ogata.call(takeBackStory, soon());
    expect((await one()).status).toBe(404);
  });

  test('shows no words that nobody has agreed to yet, and none of a story that somebody lets go less far', async () => {
    await publish();
    await ogata.call(rewriteStory, { id: story_id, version: 1, title: '見本の書き直し', words: '①と②' });
    expect([(await one()).status, (await list()).includes('書き直し')]).toEqual([404, false]);
    await publish(2);
    expect(await (await one()).text()).toContain('見本の書き直し');
    await answer(works, 'report', 2);
    expect((await one()).status).toBe(404);
  });

  test('is read in every language, with the words of the story as they were agreed to', async () => {
    await answer(works, 'public', 2);
    for (const [language, says] of [
      ['en', 'under the names they chose'],
      ['vi', 'Câu chuyện'],
      ['zh-Hans', '互相成全的故事'],
      ['ja-easy', '<ruby>'],
    ] as const) {
      const headers = { cookie: `kanaeau_language=${language}` };
      const path = language === 'vi' ? `/stories-published/${mintId()}` : '/stories-published';
      expect(await (await town.app.request(path, { headers })).text()).toContain(says);
    }
    const body = new URLSearchParams({ to_language: 'en' });
    const chosen = await town.app.request('/stories-published', { method: 'POST', body });
    expect([chosen.headers.get('set-cookie')?.includes('kanaeau_language=en'), await chosen.text()]).toEqual([
      true,
      expect.stringContaining('>見本の書き直し</a>') as string,
    ]);
  });
});
