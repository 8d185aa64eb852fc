import * as z from 'zod';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { Refusal } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { capacities, type PersonFacet, personFacetWords } from './person-model.ts';

/** What is to be provided on a consent. */
interface Asked {
  readonly person_id: string;
  readonly receiver_id: string;
  readonly facets: readonly PersonFacet[];
  readonly consent_id: string | null;
  readonly starts_on: string;
  readonly ends_on: string;
}

/**
 * Whether the consent that is named covers what is to be provided.
 *
 * @throws Refusal `invalid` with what it lacks: no consent, taken back, other facets, another receiver, over before that day
 */
export async function refuseConsent(db: Db, asked: Asked): Promise<void> {
  if (asked.consent_id === null) throw refuse(m.consent_refused_no_consent());
  const found = await db.maybe(
    z.object({
      decision: z.string(),
      capacity: z.enum(capacities),
      withdrawn: z.boolean(),
      lacking: z.array(z.string()),
      receiver: z.string(),
      names_receiver: z.boolean(),
      given_on: z.string(),
      ends_on: z.string().nullable(),
    }),
    sql`select c.decision, c.capacity, exists (select from consent_withdrawals w where w.consent_id = c.id) as withdrawn,
        array(select f from unnest(${asked.facets}::text[]) f where f <> all(c.facets)) as lacking, r.name as receiver,
        r.id = any(c.receivers) as names_receiver, c.given_on, c.ends_on
      from consents c, bodies r
      where c.id = ${asked.consent_id}::uuid and c.person_id = ${asked.person_id}::uuid
        and r.id = ${asked.receiver_id}::uuid`,
  );
  if (!found) throw refuse(m.consent_refused_no_consent());
  if (found.decision !== 'given') throw refuse(m.consent_refused_declined());
  if (found.withdrawn) throw refuse(m.consent_refused_taken_back());
  if (found.capacity === 'unclear') throw refuse(m.consent_refused_unclear());
  if (!found.names_receiver)
    throw refuse(m.consent_refused_receiver_unnamed({ receiver: found.receiver }), 'receiver_id');
  if (found.lacking.length > 0) {
    const facets = found.lacking.map((facet) => personFacetWords[facet as PersonFacet]());
    throw refuse(m.consent_refused_facets_unnamed({ facets: facets.join(m.consent_join()) }), 'facets');
  }
  if (found.given_on > asked.starts_on)
    throw refuse(m.consent_refused_before_consent({ day: formatDay(found.given_on) }), 'starts_on');
  if (found.ends_on !== null && found.ends_on < asked.ends_on)
    throw refuse(m.consent_refused_after_consent({ day: formatDay(found.ends_on) }), 'ends_on');
}

function refuse(sentence: string, field = 'consent_id'): Refusal {
  return new Refusal('invalid', sentence, { [field]: sentence });
}
