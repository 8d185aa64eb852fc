import { describe, expect, test } from 'vitest';
import { openTown } from '../town.ts';
import { openBrowser, serveTown, signIn, type Visitor } from './browser.ts';
import { wearHat } from './walk.ts';

const town = await openTown('sample');
const base = await serveTown(town);
const patient = { timeout: 240_000 };
const { id } = town;
const kitchen = id('place:kitchen');
const noodles = id('place-event:noodles');
const sizes = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } };

/** Looks at pages one after the other: nothing that axe finds wrong, and nothing has to be pushed to the side. */
async function lookAt(visitor: Visitor, width: string, pages: Readonly<Record<string, string>>) {
  for (const [name, path] of Object.entries(pages)) {
    await visitor.open(path);
    await visitor.page.getByRole('heading', { level: 1 }).first().waitFor();
    await visitor.expectAccessible(`table-${name}-${width}`);
    const over = await visitor.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    const hidden = await visitor.page.evaluate(
      "[...document.querySelectorAll('table')].map(({ parentElement: { scrollWidth, clientWidth } }) => scrollWidth - clientWidth).filter((n) => n > 1)",
    );
    expect([name, over, width === 'wide' ? hidden : []]).toEqual([name, 0, []]);
  }
}

describe.each(Object.entries(sizes))(
  'pages of the district’s table that no other journey comes by, %s',
  (width, size) => {
    test('has nothing that axe finds wrong for the coordinator', patient, async () => {
      const ogata = await openBrowser(base, size);
      await signIn(ogata, 'ogata');
      await wearHat(ogata, '生活支援コーディネーター');
      await lookAt(ogata, width, {
        'food-donors': '/food-donors',
        'food-donor': `/food-donors/${id('food-donor:foods')}`,
        'food-notices': '/food-notices',
        food: '/food-lots',
        'food-network': '/food',
        'food-figures': '/food-figures',
        'food-lot': `/food-lots/${id('food-lot:rice')}`,
        'boards-call': `/boards/${id('board:鳥飼')}/meetings/new`,
        'boards-meeting': `/board-meetings/${id('board-meeting:鳥飼:2')}`,
        'boards-item': `/board-meetings/${id('board-meeting:鳥飼:1')}/items/${id('board-item:trouble:1')}`,
        'boards-area': `/areas/${id('district:鳥飼')}`,
        boards: '/boards',
        'boards-groups': '/helping-groups',
        'boards-supports': '/board-supports',
        'boards-tried': '/tried',
        'boards-evidence': '/board-evidence',
        'places-edit': `/places/${kitchen}/edit`,
      });
    });

    test('and for who looks after a place', patient, async () => {
      const hara = await openBrowser(base, size);
      await signIn(hara, 'hara');
      await lookAt(hara, width, {
        'food-move': `/places/${kitchen}/food/move`,
        'places-event-edit': `/place-events/${noodles}/edit`,
        'places-event-new': `/places/${kitchen}/events/new`,
      });
    });
  },
);
