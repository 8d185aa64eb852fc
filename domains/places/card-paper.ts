import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import { currentSite } from '#platform/credentials/site.ts';
import { drawQr } from '#platform/credentials/totp.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { typeset } from '#platform/typesetting/typeset.ts';
import { codeOfRegistration } from './door-code.ts';
import type * as api from './event-api.ts';
import { readEvent } from './event-queries.ts';

/**
 * A card for each who has a place, eight on a page, with a line for whom it is to be written on by hand: printed it bears no name, and
 * whoever finds it learns nothing but the event.
 *
 * @throws Refusal `not_found`; `refused` when nobody has a place yet
 */
export async function printEventCards(
  db: Db,
  { id }: ParsedInputOf<typeof api.printEventCards>,
  act: Act,
): Promise<LaterFile> {
  const event = await readEvent(db, { id }, act);
  const { town } = await readTown(db, {}, act);
  const placed = event.registrations.filter((one) => one.placed && !one.cancelled);
  if (placed.length === 0) throw new Refusal('refused', m.places_refused_cards());
  const when = m.places_card_when({ day: formatDay(event.held_on), from: event.from, until: event.until });
  const data = {
    title: m.places_cards_title({ title: event.title }),
    from: event.place_name,
    mark: town?.sample ? m.places_sample() : null,
    cards: placed.map((one) => {
      const code = codeOfRegistration(one.id);
      const address = `${currentSite().origin}/came/${code}`;
      return {
        title: event.title,
        place: event.place_name,
        when: one.heads > 1 ? m.places_card_heads({ when, n: one.heads }) : when,
        name: m.places_card_name(),
        says: m.places_card_says(),
        code,
        qr: drawQr(address),
        alternative: m.places_card_qr({ address }),
      };
    }),
  };
  return async () => ({
    name: m.places_cards_file({ day: event.held_on }),
    type: 'application/pdf',
    bytes: await typeset({ template: '#domains/places/cards.typ', data }),
  });
}
