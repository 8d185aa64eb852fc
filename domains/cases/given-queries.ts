import * as z from 'zod';
import { groundWords } from '#domains/consent/model.ts';
import { namePeople } from '#domains/consent/naming.ts';
import {
  numberOfProvision,
  type PersonFacet,
  personFacets,
  personFacetWords,
} from '#domains/consent/person-model.ts';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay, formatInstant } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import { caseStateWords } from './case-model.ts';
import * as api from './given-api.ts';
import { givenPaper } from './given-paper.ts';
import { gatherSections, gatherStanding } from './given-sections.ts';

/**
 * What a receiver will see of a person of the actor's own body: these facets and nothing else, read by the same questions
 * that the receiver's page asks through the gate.
 *
 * @throws Refusal `not_found` for a person of another body
 */
export async function previewProvision(
  db: Db,
  { person, facets }: ParsedInputOf<typeof api.previewProvision>,
  act: Act,
): Promise<OutputOf<typeof api.previewProvision>> {
  const own = await db.maybe(
    z.object({ id: z.uuid() }),
    sql`select id from clients where id = ${person}::uuid and holder_id = any((select gate.bodies_worked_for())::uuid[])`,
  );
  if (!own) throw refuseNotFound();
  return gather(db, person, new Set(facets), act);
}

/**
 * A person's record as far as it is given to the actor today.
 *
 * @throws Refusal `not_found` where nothing is given, or no longer
 */
export async function readGivenRecord(
  db: Db,
  { person }: ParsedInputOf<typeof api.readGivenRecord>,
  act: Act,
): Promise<OutputOf<typeof api.readGivenRecord>> {
  const { given } = await db.one(
    z.object({ given: z.array(z.enum(personFacets)) }),
    sql`select array(select f from unnest(${[...personFacets]}::text[]) f
      where ${person}::uuid = any(gate.people_of_actor(f))) as given`,
  );
  if (given.length === 0) throw refuseNotFound();
  return gather(db, person, new Set(given), act);
}

async function gather(
  db: Db,
  person: string,
  facets: ReadonlySet<PersonFacet>,
  act: Act,
): Promise<api.GivenRecord> {
  const sections = await gatherSections(db, person, facets, act);
  return { person_id: person, sections, cases: await gatherStanding(db, person, facets) };
}

/** Whom the actor is given something of today: provisions that stand, and emergency views that are open. */
export async function listGivenPeople(
  db: Db,
  _input: ParsedInputOf<typeof api.listGivenPeople>,
  act: Act,
): Promise<OutputOf<typeof api.listGivenPeople>> {
  const found = await db.all(
    api.listGivenPeople.output.shape.people.element.omit({ name: true }),
    sql`select p.person_id, h.name as holder, p.facets, p.id as provision_id, b.ground, b.purpose, p.ends_on::text as until
      from person_provisions p
      join lawful_bases b on b.id = p.basis_id
      join bodies h on h.id = p.holder_id
      where p.person_id = any((select gate.people_given())::uuid[])
        and p.receiver_id = any(coalesce((select gate.bodies_given_for()), array[(select gate.actor_body())])::uuid[])
        and p.starts_on <= ${act.today}::date and p.ends_on >= ${act.today}::date
        and (b.ends_on is null or b.ends_on >= ${act.today}::date)
        and gate.provision_withdrawn_at(p.id) is null
        and (p.consent_id is null or gate.consent_stands(p.consent_id))
      union all
      select e.person_id, h.name, ${[...personFacets]}::text[], null, 'danger', 'danger', to_jsonb(e.until) #>> '{}'
      from emergency_views e join bodies h on h.id = e.holder_id
      where e.post_id = (select gate.actor_post()) and e.until > ${act.now}
        and not exists (select from emergency_reviews r where r.view_id = e.id and not r.justified)
      order by 6, 1, 4`,
  );
  const names = await namePeople(
    db,
    found.map(({ person_id }) => person_id),
    act,
  );
  return { people: found.map((one) => ({ ...one, name: names.get(one.person_id)?.name ?? null })) };
}

/** The record on paper, with the number of each provision it stands on, by which a copy is asked back. */
export async function printGivenRecord(
  db: Db,
  { person }: ParsedInputOf<typeof api.printGivenRecord>,
  act: Act,
): Promise<LaterFile> {
  const record = await readGivenRecord(db, { person }, act);
  const { people } = await listGivenPeople(db, {}, act);
  const { town } = await readTown(db, {}, act);
  const bases = people
    .filter(({ person_id }) => person_id === person)
    .map(({ provision_id, ground, holder, until }) =>
      provision_id
        ? m.cases_given_basis({
            number: numberOfProvision(provision_id),
            holder,
            ground: groundWords[ground](),
            until: formatDay(until),
          })
        : m.cases_given_emergency({ holder, until: formatInstant(until) }),
    );
  const paper = givenPaper({
    title: people.find(({ person_id }) => person_id === person)?.name ?? m.consent_person_unnamed(),
    town: town?.name ?? '',
    sample: town?.sample ?? false,
    today: act.today,
    bases,
    sections: record.sections.map(({ facet, entries }) => ({ title: personFacetWords[facet](), entries })),
    cases: record.cases.map(({ number, state, holder }) =>
      m.cases_given_case({
        number,
        state: state in caseStateWords ? caseStateWords[state as keyof typeof caseStateWords]() : state,
        holder,
      }),
    ),
  });
  return async () => ({
    name: m.cases_given_file({ day: act.today }),
    type: 'application/pdf',
    bytes: await printPaper(paper),
  });
}
