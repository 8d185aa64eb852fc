import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openTown } from '#test/town.ts';
import { languages } from '#ui/public/languages.ts';

const town = await openTown('cast');
const kitchen = `/town/places/${town.id('place:kitchen')}`;
const noodles = `/town/events/${town.id('place-event:noodles')}`;
const torikai = `/town/districts/${town.id('district:鳥飼')}`;
const pages = ['/town', '/town/find', '/town/children', '/town/districts', torikai, kitchen, noodles];

async function read(path: string, headers: Record<string, string> = {}) {
  const response = await town.app.request(path, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('a page of the town', () => {
  test('is there in every language, has no script, and weighs at most 30 KB packed', async () => {
    for (const path of pages)
      for (const language of languages) {
        const { status, text } = await read(`${path}?lang=${language}`);
        expect([path, language, status]).toEqual([path, language, 200]);
        expect(text).not.toMatch(/<script|\son\w+=|javascript:/i);
        expect(gzipSync(text).length).toBeLessThan(30_000);
      }
  });
});
