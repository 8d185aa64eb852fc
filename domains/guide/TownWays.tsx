/** @jsxImportSource hono/jsx */
import type { Language } from '#ui/public/languages.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import { type GuideKey, speakGuide } from './public-words.ts';

/** Where the pages of the town lead; a room with public pages of its own is a line here. */
const ways: readonly (readonly [string, GuideKey])[] = [
  ['/town', 'way_town'],
  ['/town/find', 'way_find'],
  ['/town/children', 'way_children'],
  ['/town/districts', 'way_districts'],
  ['/notices', 'way_notices'],
  ['/stories-published', 'way_stories'],
  ['/wish-card', 'way_wish'],
  ['/tell-us', 'way_ask'],
  ['/open-data', 'way_open_data'],
];

/** The ways through the town's pages, on each of them. */
export function TownWays({ language, here }: { language: Language; here?: string | undefined }) {
  const say = speakGuide(language);
  const path = here?.split('?', 1)[0];
  return (
    <nav class="ways" aria-label={say('ways')}>
      <ul>
        {ways.map(([to, key]) => (
          <li key={to}>
            <a href={to} aria-current={to === path ? 'page' : undefined}>
              <Ruby>{say(key)}</Ruby>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
