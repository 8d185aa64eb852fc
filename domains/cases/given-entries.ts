import * as z from 'zod';
import { labelOf } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import { type Sql, sql } from '#platform/sql.ts';
import type { GivenRecord } from './given-api.ts';
import { decisions, decisionWords, findings, findingWords, outcomes, outcomeWords } from './plan-model.ts';

export type Entry = GivenRecord['sections'][number]['entries'][number];

const text = z.string().nullable();

/** The rows of a question as entries; what is not known is left out. */
export async function list<S extends z.ZodType>(
  db: Db,
  row: S,
  query: Sql,
  write: (row: z.output<S>) => (readonly [string, string | null])[],
): Promise<Entry[]> {
  const rows = await db.all(row, query);
  return rows.map((one) => write(one).flatMap(([term, value]) => (value === null ? [] : [{ term, value }])));
}

/** The first words of a person, with the worries as the lists of their day call them. */
export async function listFirstWords(db: Db, person: string, act: Act): Promise<Entry[]> {
  const { entries } = await listCodes(db, {}, act);
  return list(
    db,
    z.object({
      received_on: z.string(),
      route: z.string(),
      relation: text,
      trouble: text,
      wish: text,
      heard_of: text,
      worries: z.array(z.object({ code: z.string(), most: z.boolean() })),
    }),
    sql`select i.received_on, i.route, i.caller_relation as relation, i.trouble, i.wish, i.heard_of,
        (select coalesce(jsonb_agg(jsonb_build_object('code', w.code, 'most', w.most) order by w.most desc, w.code), '[]')
          from intake_worries w where w.intake_id = i.id) as worries
      from intakes i where i.client_id = ${person}::uuid order by i.received_on desc, i.id desc`,
    (c) => [
      [m.cases_given_received(), formatDay(c.received_on)],
      [m.cases_given_route(), labelOf(entries, 'route', c.route, c.received_on)],
      // Who it was by name stays with the body that was told: it is not the person's to give.
      [m.cases_given_caller(), c.relation],
      [m.cases_given_trouble(), c.trouble],
      [m.cases_given_wish(), c.wish],
      [
        m.cases_given_worries(),
        c.worries
          .map(({ code, most }) => {
            const label = labelOf(entries, 'worry', code, c.received_on);
            return most ? m.cases_given_worry_most({ label }) : m.cases_given_worry({ label });
          })
          .join('\n') || null,
      ],
      [m.cases_given_heard(), c.heard_of],
    ],
  );
}

/** The plans of a person, with what was agreed, found, decided, reviewed and said at the end. */
export async function listPlans(db: Db, person: string, act: Act): Promise<Entry[]> {
  const { entries } = await listCodes(db, {}, act);
  const listed = (of: readonly string[]) => of.join('\n') || null;
  return list(
    db,
    z.object({
      written_on: z.string(),
      trouble: text,
      starts_on: text,
      ends_on: text,
      agreed_way: text,
      agreed_on: text,
      goals: z.array(z.string()),
      steps: z.array(z.string()),
      services: z.array(z.string()),
      findings: z.array(z.object({ on: z.string(), finding: z.enum(findings), words: text })),
      decisions: z.array(z.object({ on: z.string(), decision: z.enum(decisions), reason: z.string() })),
      reviews: z.array(z.object({ on: z.string(), words: z.string() })),
      closed_on: text,
      outcome: z.enum(outcomes).nullable(),
      remains: text,
      own_words: text,
      afterwards: text,
    }),
    sql`select p.written_on, p.trouble, p.starts_on, p.ends_on, p.agreed_way, p.agreed_on,
        array(select g.words from plan_goals g where g.plan_id = p.id order by g.span, g.position) as goals,
        array(select s.what from plan_steps s where s.plan_id = p.id order by s.position) as steps,
        array(select s.code from plan_services s where s.plan_id = p.id order by s.code) as services,
        (select coalesce(jsonb_agg(jsonb_build_object('on', f.held_on, 'finding', f.finding, 'words', f.words)
          order by f.held_on, f.id), '[]') from plan_findings f where f.plan_id = p.id) as findings,
        (select coalesce(jsonb_agg(jsonb_build_object('on', d.decided_on, 'decision', d.decision, 'reason', d.reason)
          order by d.decided_at, d.id), '[]') from support_decisions d where d.plan_id = p.id) as decisions,
        (select coalesce(jsonb_agg(jsonb_build_object('on', r.reviewed_on, 'words', r.words)
          order by r.reviewed_on, r.id), '[]') from plan_reviews r where r.plan_id = p.id) as reviews,
        e.closed_on, e.outcome, e.remains, e.own_words, e.afterwards
      from support_plans p left join plan_closings e on e.plan_id = p.id
      where p.client_id = ${person}::uuid order by p.written_on desc, p.id desc`,
    (c) => [
      [m.cases_given_plan_on(), formatDay(c.written_on)],
      [m.cases_given_plan_trouble(), c.trouble],
      [m.cases_given_goals(), listed(c.goals)],
      [m.cases_given_steps(), listed(c.steps)],
      [
        m.cases_given_services(),
        listed(c.services.map((code) => labelOf(entries, 'service', code, c.written_on))),
      ],
      [m.cases_given_plan_span(), writeSpan(c.starts_on, c.ends_on)],
      [
        m.cases_given_agreed(),
        c.agreed_on && c.agreed_way
          ? dated(c.agreed_on, labelOf(entries, 'consent_way', c.agreed_way, c.agreed_on), null)
          : null,
      ],
      [
        m.cases_given_found(),
        listed(c.findings.map((one) => dated(one.on, findingWords[one.finding](), one.words))),
      ],
      [
        m.cases_given_decided(),
        listed(c.decisions.map((one) => dated(one.on, decisionWords[one.decision](), one.reason))),
      ],
      [m.cases_given_reviewed(), listed(c.reviews.map((one) => dated(one.on, one.words, null)))],
      [
        m.cases_given_closed(),
        c.closed_on && c.outcome ? dated(c.closed_on, outcomeWords[c.outcome](), c.afterwards) : null,
      ],
      [m.cases_given_remains(), c.remains],
      [m.cases_given_own_words(), c.own_words],
    ],
  );
}

function dated(day: string, what: string, words: string | null): string {
  return [formatDay(day), what, words].filter((part) => part !== null && part !== '').join(m.consent_join());
}

function writeSpan(first: string | null, last: string | null): string | null {
  if (first === null) return null;
  return last === null
    ? m.consent_time_open({ first: formatDay(first) })
    : m.consent_time_closed({ first: formatDay(first), last: formatDay(last) });
}
