import * as m from '#messages';
import { channelWords, wishIntervalWords } from '../../kinds.ts';
import type { VisitWish } from '../../model.ts';

/** How a household wishes to be looked in on, in one line; that nobody has asked yet is said too. */
export function writeWish(wish: VisitWish | null): string {
  if (wish === null) return m.visits_wish_unheard();
  if (wish.every === null) return m.visits_wish_says_not();
  const every = wishIntervalWords[wish.every]();
  const said = wish.channel
    ? m.visits_wish_says_way({ every, channel: channelWords[wish.channel]() })
    : m.visits_wish_says({ every });
  return wish.words ? `${said}${m.visits_wish_words({ words: wish.words })}` : said;
}
