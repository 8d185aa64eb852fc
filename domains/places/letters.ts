import * as z from 'zod';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatEraDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { ParsedInputOf } from '#platform/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { printLetters } from '#platform/typesetting/letter.ts';
import type * as api from './api.ts';
import { entryWords, openingRule, shownParts, shownPartWords } from './model.ts';
import { writeTimes } from './openings.ts';

const asked = z.object({
  name: z.string(),
  what: z.string(),
  run_by: z.string().nullable(),
  address: z.string().nullable(),
  times: z.array(openingRule),
  times_words: z.string().nullable(),
  for_whom: z.string().nullable(),
  cost: z.string().nullable(),
  entry: z.enum(['just_come', 'call_first', 'introduction']),
  public_contact: z.string().nullable(),
  shown: z.array(z.enum(shownParts)),
  confirmed_on: z.string(),
});

/**
 * Letters to the places that were asked by letter and have not been confirmed since: what is written of each, to be mended and sent back.
 *
 * @throws Refusal `refused` when no letter waits to be printed
 */
export async function printPlaceLetters(
  db: Db,
  { place }: ParsedInputOf<typeof api.printPlaceLetters>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const { name: from } = await db.one(
    z.object({ name: z.string() }),
    sql`select name from bodies where id = ${act.actor.body}::uuid`,
  );
  const places = await db.all(
    asked,
    sql`select p.name, p.what, p.run_by, p.address, p.times, p.times_words, p.for_whom, p.cost, p.entry, p.public_contact, p.shown,
        p.confirmed_on
      from places p where p.closed_on is null and ${place ? sql`p.id = ${place}::uuid` : sql`true`}
        and exists (select from place_askings k where k.place_id = p.id and k.way = 'letter' and k.asked_on > p.confirmed_on
          and k.asked_at = (select max(l.asked_at) from place_askings l where l.place_id = p.id))
      order by p.kana_key, p.id`,
  );
  if (places.length === 0) throw new Refusal('refused', m.places_refused_letters());
  const title = m.places_letter_title();
  const letters = places.map((one) => ({
    date: formatEraDay(act.today),
    reference: null,
    to: m.places_letter_to({ name: one.name }),
    from,
    title,
    paragraphs: [
      m.places_letter_thanks(),
      m.places_letter_please({ day: formatEraDay(one.confirmed_on) }),
      m.places_letter_silent(),
    ],
    facts: factsOf(one),
    end: m.places_letter_end(),
    mark: town?.sample ? m.places_sample() : null,
  }));
  return async () => ({
    name: `${title}.pdf`,
    type: 'application/pdf',
    bytes: await printLetters(title, from, letters),
  });
}

function factsOf(one: z.output<typeof asked>) {
  const facts: [string, string | null][] = [
    [m.places_label_what(), one.what],
    [m.places_label_run_by(), one.run_by],
    [m.places_label_address(), one.address],
    [m.places_label_when(), writeTimes(one.times, one.times_words)],
    [m.places_label_for_whom(), one.for_whom],
    [m.places_label_cost(), one.cost],
    [m.places_label_entry(), entryWords[one.entry]()],
    [m.places_letter_contact(), one.public_contact],
    [
      m.places_letter_shown(),
      one.shown.map((part) => shownPartWords[part]()).join(m.places_between()) || m.places_shown_nothing(),
    ],
    [m.places_letter_answer(), m.places_letter_boxes()],
  ];
  return facts.map(([term, words]) => ({ term, lines: (words || m.places_letter_blank()).split('\n') }));
}
