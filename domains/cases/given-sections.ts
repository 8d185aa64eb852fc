import * as z from 'zod';
import { codeListWords } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import { type PersonFacet, personFacets } from '#domains/consent/person-model.ts';
import { answersOf, listItemsOf } from '#domains/items/answering.ts';
import { answers, sayAnswers } from '#domains/items/model.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { sql } from '#platform/sql.ts';
import { caseRelations, caseRelationWords } from './case-model.ts';
import type { GivenRecord } from './given-api.ts';
import { type Entry, list, listFirstWords, listPlans } from './given-entries.ts';
import { matters } from './intake-model.ts';
import { noteOutcomes, noteOutcomeWords, sayWay, sayWith } from './note-model.ts';
import {
  tieFlows,
  tieFlowWords,
  tieKinds,
  tieKindWords,
  tieStrengths,
  tieStrengthWords,
} from './picture-model.ts';

type Sections = (db: Db, person: string, act: Act) => Promise<Entry[]>;

const text = z.string().nullable();

/**
 * What each facet shows of a person: asked of the tables through the gate, by the holder for the preview and by the receiver
 * for its page. A facet that is not in a provision is not asked for.
 */
const facets: Partial<Record<PersonFacet, Sections>> = {
  identity: (db, person) =>
    list(
      db,
      z.object({ name: text, kana: text, called: text, born_on: text, born_about: text, sex: text }),
      sql`select name, kana, called, born_on, born_about, sex from clients where id = ${person}::uuid`,
      (c) => [
        [m.cases_given_name(), c.name ?? c.called],
        [m.cases_given_kana(), c.kana],
        [m.cases_given_born(), c.born_on ? formatDay(c.born_on) : c.born_about],
        [m.cases_given_sex(), c.sex && (sexWords[c.sex] ?? m.cases_given_sex_unsaid)()],
      ],
    ),
  // A person without an address and one whose address is protected read alike: no word says which.
  contact: (db, person) =>
    list(
      db,
      z.object({ address: text, district: text, phone: text, mobile: text, email: text, reaching: text }),
      sql`select c.address, d.name as district, c.phone, c.mobile, c.email, c.reaching
        from client_contacts c left join districts d on d.id = c.district_id
        where c.client_id = ${person}::uuid
          and coalesce(c.address, c.phone, c.mobile, c.email, c.reaching, d.name) is not null`,
      (c) => [
        [m.cases_given_address(), c.address],
        [m.cases_given_district(), c.district],
        [m.cases_given_phone(), c.phone],
        [m.cases_given_mobile(), c.mobile],
        [m.cases_given_email(), c.email],
        [m.cases_given_reaching(), c.reaching],
      ],
    ),
  family: (db, person) =>
    list(
      db,
      z.object({
        relation: z.enum(caseRelations),
        lives_in: z.boolean(),
        joined_on: z.string(),
        left_on: text,
      }),
      sql`select relation, lives_in, joined_on, left_on from case_members where client_id = ${person}::uuid
        order by joined_on desc, case_id`,
      (c) => [
        [m.cases_given_relation(), caseRelationWords[c.relation]()],
        [m.cases_given_lives_in(), c.lives_in ? m.cases_given_yes() : m.cases_given_no()],
        [m.cases_given_joined(), formatDay(c.joined_on)],
        [m.cases_given_left(), c.left_on && formatDay(c.left_on)],
      ],
    ),
  consultation: listFirstWords,
  living: (db, person) =>
    list(
      db,
      z.object({
        called: z.string(),
        kind: z.enum(tieKinds),
        strength: z.enum(tieStrengths),
        flow: z.enum(tieFlows),
      }),
      sql`select called, kind, strength, flow from case_ties where client_id = ${person}::uuid and taken_out_at is null order by written_at, id`,
      (c) => [
        [m.cases_given_tie(), c.called],
        [
          m.cases_given_tie_how(),
          [tieKindWords[c.kind](), tieStrengthWords[c.strength](), tieFlowWords[c.flow]()].join(
            m.consent_join(),
          ),
        ],
      ],
    ),
  plan: listPlans,
  // What is noted about the household as a whole has no client, and stays with the holder.
  notes: async (db, person, act) => {
    const { entries } = await listCodes(db, {}, act);
    return list(
      db,
      z.object({
        noted_on: z.string(),
        at_time: text,
        next_on: text,
        way: z.string(),
        with_whom: z.string(),
        outcome: z.enum(noteOutcomes),
        words: z.string(),
        judgement: text,
        next_plan: text,
      }),
      sql`select noted_on, at_time, next_on, way, with_whom, outcome, words, judgement, next_plan from case_notes
        where client_id = ${person}::uuid
          and not exists (select from case_note_withdrawals w where w.note_id = case_notes.id)
        order by noted_on desc, id desc`,
      (c) => [
        [m.cases_given_noted(), [formatDay(c.noted_on), c.at_time].filter(Boolean).join(m.consent_join())],
        [
          m.cases_given_how(),
          [sayWay(c, entries), sayWith(c, entries), noteOutcomeWords[c.outcome]()].join(m.consent_join()),
        ],
        [m.cases_given_words(), c.words],
        [m.cases_given_judgement(), c.judgement],
        [
          m.cases_given_next(),
          [c.next_on && formatDay(c.next_on), c.next_plan].filter(Boolean).join(m.consent_join()) || null,
        ],
      ],
    );
  },
};

const sexWords: Record<string, (() => string) | undefined> = {
  female: m.cases_given_sex_female,
  male: m.cases_given_sex_male,
  other: m.cases_given_sex_other,
};

/** The sections of these facets, in the order of the facets. */
export async function gatherSections(
  db: Db,
  person: string,
  given: ReadonlySet<PersonFacet>,
  act: Act,
): Promise<GivenRecord['sections']> {
  const sections: GivenRecord['sections'] = [];
  const assessment = await readAnswered(db, person);
  for (const facet of personFacets)
    if (given.has(facet)) {
      const entries = (await facets[facet]?.(db, person, act)) ?? [];
      const said = sayAnswers(
        assessment.items.filter((one) => one.facet === facet),
        assessment.answers,
        act.today,
      );
      if (said.length > 0) entries.push(said.map(({ label, said: value }) => ({ term: label, value })));
      const beside = [
        ...(await listCircumstances(db, person, facet)),
        ...(await listFiles(db, person, facet)),
      ];
      sections.push({ facet, entries: [...entries, ...beside] });
    }
  return sections;
}

/** 仕事・住まい・健康保険・年金 as the newest first word says them, as they are called today. */
function listCircumstances(db: Db, person: string, facet: PersonFacet): Promise<Entry[]> {
  return list(
    db,
    z.object({ matter: z.enum(matters), label: z.string() }),
    sql`select distinct on (s.matter) s.matter, w.label
      from intake_circumstances s join code_entries e on e.list = s.matter and e.code = s.code
      cross join lateral (select w.label from code_wordings w where w.entry_id = e.id order by w.from_on desc limit 1) w
      where s.client_id = ${person}::uuid and s.facet = ${facet}
      order by s.matter, s.intake_id desc`,
    ({ matter, label }) => [[codeListWords[matter](), label]],
  );
}

/**
 * What a person has answered, in the assessment and with the newest first word, and the items it was answered to: of both, what
 * the actor may know.
 */
async function readAnswered(db: Db, person: string) {
  const said = await db.one(
    z.object({ assessment: answers, first: answers }),
    sql`select ${answersOf(sql`client_answers`, sql`a.client_id = ${person}::uuid`)} as assessment,
      ${answersOf(
        sql`intake_answers`,
        sql`a.intake_id = (select i.id from intakes i where i.client_id = ${person}::uuid
          order by i.received_on desc, i.id desc limit 1)`,
      )} as first`,
  );
  const all = { ...said.first, ...said.assessment };
  const items =
    Object.keys(all).length > 0
      ? [...(await listItemsOf(db, 'intake')), ...(await listItemsOf(db, 'client'))]
      : [];
  return { answers: all, items };
}

/** What is attached to a facet of the person, by name. */
function listFiles(db: Db, person: string, facet: PersonFacet): Promise<Entry[]> {
  return list(
    db,
    z.object({ name: z.string() }),
    sql`select name from case_files where client_id = ${person}::uuid and facet = ${facet} and taken_out_at is null
      order by added_at, id`,
    (c) => [[m.cases_given_file_term(), c.name]],
  );
}

const standingFacets: readonly PersonFacet[] = ['consultation', 'plan', 'notes'];

/** How the cases stand that a person is in, where a facet is given that lets one know of them. */
export function gatherStanding(
  db: Db,
  person: string,
  given: ReadonlySet<PersonFacet>,
): Promise<GivenRecord['cases']> | GivenRecord['cases'] {
  if (!standingFacets.some((facet) => given.has(facet))) return [];
  return db.all(
    z.object({ id: z.uuid(), number: z.string(), state: z.string(), holder: z.string() }),
    sql`select c.id, c.number, c.state, b.name as holder from cases c join bodies b on b.id = c.holder_id
      where c.id = any((select gate.cases_of_person(${person}::uuid))::uuid[])
      order by c.opened_on, c.id`,
  );
}
