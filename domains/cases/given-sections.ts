import * as z from 'zod';
import { codeListWords } from '#domains/codes/model.ts';
import { type PersonFacet, personFacets } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { caseRelations, caseRelationWords } from './case-model.ts';
import type { GivenRecord } from './given-api.ts';
import { matters } from './intake-model.ts';
import {
  noteOutcomes,
  noteOutcomeWords,
  noteWays,
  noteWayWords,
  noteWiths,
  noteWithWords,
} from './note-model.ts';

type Entry = GivenRecord['sections'][number]['entries'][number];
type Sections = (db: Db, person: string) => Promise<Entry[]>;

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
  consultation: (db, person) =>
    list(
      db,
      z.object({
        received_on: z.string(),
        caller: text,
        relation: text,
        trouble: text,
        wish: text,
        worries: z.int(),
      }),
      sql`select i.received_on, i.caller_name as caller, i.caller_relation as relation, i.trouble, i.wish,
          (select count(*)::int from intake_worries w where w.intake_id = i.id) as worries
        from intakes i where i.client_id = ${person}::uuid order by i.received_on desc, i.id desc`,
      (c) => [
        [m.cases_given_received(), formatDay(c.received_on)],
        [
          m.cases_given_caller(),
          [c.caller, c.relation].filter((word) => word !== null).join(m.consent_join()) || null,
        ],
        [m.cases_given_trouble(), c.trouble],
        [m.cases_given_wish(), c.wish],
        [m.cases_given_worries(), c.worries > 0 ? m.cases_given_worries_n({ n: c.worries }) : null],
      ],
    ),
  living: (db, person) =>
    list(
      db,
      z.object({ called: z.string() }),
      sql`select called from case_ties where client_id = ${person}::uuid and taken_out_at is null order by written_at, id`,
      (c) => [[m.cases_given_tie(), c.called]],
    ),
  plan: (db, person) =>
    list(
      db,
      z.object({
        written_on: z.string(),
        trouble: text,
        starts_on: text,
        ends_on: text,
        goals: z.array(z.string()),
        steps: z.array(z.string()),
      }),
      sql`select p.written_on, p.trouble, p.starts_on, p.ends_on,
          array(select g.words from plan_goals g where g.plan_id = p.id order by g.span, g.position) as goals,
          array(select s.what from plan_steps s where s.plan_id = p.id order by s.position) as steps
        from support_plans p where p.client_id = ${person}::uuid order by p.written_on desc, p.id desc`,
      (c) => [
        [m.cases_given_plan_on(), formatDay(c.written_on)],
        [m.cases_given_plan_trouble(), c.trouble],
        [m.cases_given_goals(), c.goals.join('\n') || null],
        [m.cases_given_steps(), c.steps.join('\n') || null],
        [m.cases_given_plan_span(), writeSpan(c.starts_on, c.ends_on)],
      ],
    ),
  // What is noted about the household as a whole has no client, and stays with the holder.
  notes: (db, person) =>
    list(
      db,
      z.object({
        noted_on: z.string(),
        way: z.enum(noteWays),
        with_whom: z.enum(noteWiths),
        outcome: z.enum(noteOutcomes),
        words: z.string(),
        judgement: text,
        next_plan: text,
      }),
      sql`select noted_on, way, with_whom, outcome, words, judgement, next_plan from case_notes
        where client_id = ${person}::uuid
          and not exists (select from case_note_withdrawals w where w.note_id = case_notes.id)
        order by noted_on desc, id desc`,
      (c) => [
        [m.cases_given_noted(), formatDay(c.noted_on)],
        [
          m.cases_given_how(),
          [noteWayWords[c.way](), noteWithWords[c.with_whom](), noteOutcomeWords[c.outcome]()].join(
            m.consent_join(),
          ),
        ],
        [m.cases_given_words(), c.words],
        [m.cases_given_judgement(), c.judgement],
        [m.cases_given_next(), c.next_plan],
      ],
    ),
};

const sexWords: Record<string, (() => string) | undefined> = {
  female: m.cases_given_sex_female,
  male: m.cases_given_sex_male,
  other: m.cases_given_sex_other,
};

/** The rows of a question as entries; what is not known is left out. */
async function list<S extends z.ZodType>(
  db: Db,
  row: S,
  query: Sql,
  write: (row: z.output<S>) => (readonly [string, string | null])[],
): Promise<Entry[]> {
  const rows = await db.all(row, query);
  return rows.map((one) => write(one).flatMap(([term, value]) => (value === null ? [] : [{ term, value }])));
}

function writeSpan(first: string | null, last: string | null): string | null {
  if (first === null) return null;
  return last === null
    ? m.consent_time_open({ first: formatDay(first) })
    : m.consent_time_closed({ first: formatDay(first), last: formatDay(last) });
}

/** The sections of these facets, in the order of the facets. */
export async function gatherSections(
  db: Db,
  person: string,
  given: ReadonlySet<PersonFacet>,
): Promise<GivenRecord['sections']> {
  const sections: GivenRecord['sections'] = [];
  for (const facet of personFacets)
    if (given.has(facet)) {
      const entries = (await facets[facet]?.(db, person)) ?? [];
      const beside = [
        ...(await listCircumstances(db, person, facet)),
        ...(await countAnswers(db, person, facet)),
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

/** How many items of the assessment are answered: what they ask is known to those who work with persons alone. */
function countAnswers(db: Db, person: string, facet: PersonFacet): Promise<Entry[]> {
  return list(
    db,
    z.object({ n: z.int() }),
    sql`select count(distinct item_id)::int as n from (
        select item_id from client_answers where client_id = ${person}::uuid and facet = ${facet}
        union all select item_id from intake_answers where client_id = ${person}::uuid and facet = ${facet}) answered
      having count(*) > 0`,
    ({ n }) => [[m.cases_given_answers(), m.cases_given_answers_n({ n })]],
  );
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
