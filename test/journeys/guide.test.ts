import { describe, expect, test } from 'vitest';
import { readEvent } from '#domains/places/api.ts';
import { languages } from '#ui/public/languages.ts';
import { openTown } from '../town.ts';
import { openBrowser, serveTown } from './browser.ts';
import { fill, follow, said } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const sunday = town.id('place-event:sunday');

describe('a newcomer from abroad', () => {
  test('finds a cooking evening and joins, by keyboard, in English', { timeout: 240_000 }, async () => {
    const minh = await openBrowser(base, { width: 390, height: 844 });
    const go = async (name: string | RegExp, to: RegExp) => {
      await follow(minh, name);
      await minh.page.waitForURL(to);
    };
    await minh.open('/');
    await go('English', /lang=en/);
    await said(minh, 'What would you like?');
    await go('Eat and cook together', /like=eat/);
    await minh.tabTo('District');
    await minh.page.locator(':focus').selectOption({ label: '鳥飼' });
    await go('Search', /district=/);
    await go(/日曜の夕ごはんをいっしょに作る会/, /events/);
    await said(minh, 'There is room');
    expect(await minh.page.locator('h1').getAttribute('lang')).toBe('ja');
    await go('Join', /join$/);
    await minh.expectAccessible('guide-join-en-390');
    await follow(minh, 'Join');
    await said(minh, 'Not sent yet. Please mend what is marked in red.');
    await minh.expectAccessible('guide-join-wrong-en-390');
    await fill(minh, /^Name/, 'Minh (sample)');
    await fill(minh, /^Telephone or e-mail/, '090-0000-0000');
    await fill(minh, /^Anything we should know/, 'I come with my child of three.');
    // Nobody fills in a form within four seconds.
    town.clock.now = new Date(town.clock.now.getTime() + 30_000);
    await follow(minh, 'Join');
    await minh.page.getByRole('heading', { level: 1, name: 'Received' }).waitFor();
    await minh.expectAccessible('guide-joined-en-390');
    await follow(minh, 'See how it stands');
    await said(minh, 'You have a place. Just come on the day.');
    await minh.expectAccessible('guide-joining-en-390');
    const { registrations } = await town.as('hara').call(readEvent, { id: sunday });
    expect(registrations).toMatchObject([{ name: 'Minh (sample)', placed: true, way: 'form' }]);
  });

  test('keeps the language on every page, without naming it again', async () => {
    const minh = await openBrowser(base);
    await minh.open('/town?lang=vi');
    await minh.open('/town/children');
    expect(await minh.page.locator('html').getAttribute('lang')).toBe('vi');
    await minh.open('/stories-published');
    expect(await minh.page.locator('html').getAttribute('lang')).toBe('vi');
  });
});

describe('every kind of page of the town', () => {
  const pages = {
    front: '/town',
    find: '/town/find?like=eat',
    children: '/town/children',
    districts: '/town/districts',
    district: `/town/districts/${town.id('district:鳥飼')}`,
    place: `/town/places/${town.id('place:kitchen')}`,
    event: `/town/events/${sunday}`,
    join: `/town/events/${sunday}/join`,
    joining: '/town/joining',
    gone: `/town/places/${town.id('place:nowhere')}`,
    stories: '/stories-published',
    wishes: '/wish-card',
  };

  for (const language of languages)
    test(`has nothing that axe finds wrong in ${language}, and asks for no script`, {
      timeout: 240_000,
    }, async () => {
      const visitor = await openBrowser(base, { width: language === 'ja' ? 1280 : 390, height: 844 });
      const scripts: string[] = [];
      visitor.page.on('request', (one) => one.resourceType() === 'script' && scripts.push(one.url()));
      await visitor.open(`/town?lang=${language}`);
      for (const [name, path] of Object.entries(pages)) {
        await visitor.open(path);
        await visitor.expectAccessible(`guide-${name}-${language}`);
        // Nothing has to be pushed to the side on a phone.
        expect([
          name,
          await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        ]).toEqual([name, 0]);
      }
      expect(scripts).toEqual([]);
    });
});
